package portal.portfolio;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words a row can be found by: lower case, without accents, in Latin letters. */
public final class Tokens {
    private static final int LONGEST = 40;
    private static final int MOST = 12;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NO_ASCII = Pattern.compile("[^\\x00-\\x7f]");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Tokens() {}

    /** Words of a name, and a domain as a whole and in parts. */
    public static Set<String> of(String name, String domain) {
        Set<String> tokens = new LinkedHashSet<>();
        if (domain != null) {
            tokens.add(ofDomain(domain));
        }
        tokens.addAll(words(name));
        if (domain != null) {
            tokens.addAll(words(domain));
        }
        return tokens;
    }

    /** A domain as a whole, as far as a token holds it. */
    static String ofDomain(String domain) {
        return shorten(fold(domain));
    }

    /** The same, with the words of an alias; null for none. */
    static Set<String> of(String name, String domain, String alias) {
        Set<String> tokens = of(name, domain);
        if (alias != null) {
            tokens.addAll(words(alias));
        }
        return tokens;
    }

    /** Words of a text, at most a dozen. */
    public static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        BETWEEN_WORDS
                .splitAsStream(fold(text))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .forEach(word -> words.add(shorten(word)));
        return words;
    }

    /** The text in lower-case ASCII; what has no Latin form becomes a space. */
    public static String fold(String text) {
        String composed = Normalizer2.getNFKCInstance().normalize(text);
        boolean plain = composed.chars().allMatch(c -> c < 0x80);
        return plain
                ? composed.toLowerCase(Locale.ROOT)
                : NO_ASCII.matcher(TO_ASCII.transliterate(composed)).replaceAll(" ");
    }

    private static String shorten(String token) {
        return token.length() <= LONGEST ? token : token.substring(0, LONGEST);
    }
}
