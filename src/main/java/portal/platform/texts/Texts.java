package portal.platform.texts;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import gg.jte.Content;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language, from {@code texts/texts_<language>.properties}: ICU messages with numbered arguments, so
 * that plurals are right in every language. They are read when the first person reads that language; a missing key is a
 * mistake and throws.
 */
public final class Texts {
    private static final Map<Language, Texts> READ = new ConcurrentHashMap<>();
    /** A place for an argument, in a text that uses none of the message format's rules: lists have such in each row. */
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final Language language;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> messages = new ConcurrentHashMap<>();
    private final Map<String, String> countries = new ConcurrentHashMap<>();
    /** The pieces of each text with a place that was asked for; none when it uses the message format's rules. */
    private final Map<String, List<String>> plain = new ConcurrentHashMap<>();

    private final Map<LocalDate, String> days = new ConcurrentHashMap<>();
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter longDate;
    private final DateTimeFormatter time;
    private volatile Collator alphabet;

    private Texts(Language language) {
        this.language = language;
        Properties properties = load("texts/texts_" + language.code() + ".properties");
        // the same strings as the constants in templates: a page looks up a hundred, and need not compare them
        properties.forEach((key, pattern) -> patterns.put(((String) key).intern(), (String) pattern));
        shortDate = date(FormatStyle.MEDIUM);
        longDate = date(FormatStyle.LONG);
        time = DateTimeFormatter.ofPattern("HH:mm", language.locale());
    }

    /** What stands between the places, and in turn with it the number of each place. */
    private static List<String> pieces(String pattern) {
        if (PLACE.matcher(pattern).replaceAll("").chars().anyMatch(c -> c == '{' || c == '}' || c == '\'')) {
            return List.of();
        }
        List<String> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(pattern);
        int end = 0;
        while (place.find()) {
            pieces.add(pattern.substring(end, place.start()));
            pieces.add(place.group(1));
            end = place.end();
        }
        pieces.add(pattern.substring(end));
        return List.copyOf(pieces);
    }

    /** The pattern is looked up here once, and not for each date. */
    private DateTimeFormatter date(FormatStyle style) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                style, null, IsoChronology.INSTANCE, language.locale());
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }

    private static Properties load(String resource) {
        Properties properties = new Properties();
        try (InputStream stream = Texts.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            properties.load(new StringReader(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
            return properties;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The texts of a language. */
    public static Texts in(Language language) {
        Texts read = READ.get(language);
        return read != null ? read : READ.computeIfAbsent(language, Texts::new);
    }

    /** Which language this is. */
    public Language language() {
        return language;
    }

    /** All keys. */
    public Set<String> keys() {
        return Set.copyOf(patterns.keySet());
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The text of a key with its arguments filled in; not yet escaped. */
    public String text(String key, Object... arguments) {
        String pattern = template(key);
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        List<String> pieces = plain.get(key);
        if (pieces == null) {
            pieces = pieces(pattern);
            plain.put(key, pieces);
        }
        return !pieces.isEmpty() && words(arguments) ? fill(pieces, arguments) : format(key, pattern, arguments);
    }

    private static boolean words(Object... arguments) {
        for (Object argument : arguments) {
            if (!(argument instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static String fill(List<String> pieces, Object... arguments) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 1; i < pieces.size(); i += 2) {
            int place = Integer.parseInt(pieces.get(i));
            text.append(place < arguments.length ? arguments[place] : "{" + place + "}")
                    .append(pieces.get(i + 1));
        }
        return text.toString();
    }

    /** A text whose markup is ours and kept, while its arguments are escaped. */
    public Content html(String key, Object... arguments) {
        Object[] escaped = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            escaped[i] = arguments[i] instanceof String string ? escape(string) : arguments[i];
        }
        String text = text(key, escaped);
        return output -> output.writeContent(text);
    }

    /** The text of a key as it stands in the file: for texts with placeholders that are not arguments. */
    public String template(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.code());
        }
        return pattern;
    }

    /** For example 12 Mar 2024. Lists have one in each row, and there are few days, so those of this century are kept. */
    public String date(Instant instant, ZoneId zone) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    /** The same of a day without a time. */
    public String day(LocalDate day) {
        boolean kept = day.getYear() >= 2000 && day.getYear() < 2100;
        return kept ? days.computeIfAbsent(day, shortDate::format) : shortDate.format(day);
    }

    /** For example 12 March 2024. */
    public String longDate(Instant instant, ZoneId zone) {
        return longDate.format(instant.atZone(zone));
    }

    /** Date and time of day, with the zone's name where it is not plain from the page. */
    public String dateTime(Instant instant, ZoneId zone) {
        return date(instant, zone) + " " + time.format(instant.atZone(zone));
    }

    /** Name of a country in this language. */
    public String country(String code) {
        return countries.computeIfAbsent(
                code, unknown -> new ULocale("", unknown).getDisplayCountry(language.icuLocale()));
    }

    /** Orders things by a text, in this language's alphabet. */
    public <T> Comparator<T> byLabel(Function<T, String> label) {
        return Comparator.comparing(label, this::compare);
    }

    /** The alphabet is made when there is something to order; frozen, several threads may use it at once. */
    private int compare(String one, String other) {
        if (alphabet == null) {
            alphabet = Collator.getInstance(language.icuLocale()).freeze();
        }
        return alphabet.compare(one, other);
    }

    private String format(String key, String pattern, Object... arguments) {
        MessageFormat message =
                messages.computeIfAbsent(key, unused -> new MessageFormat(pattern, language.icuLocale()));
        // it must not be used by two threads at once, and a copy would have to make its number formats anew
        synchronized (message) {
            return message.format(arguments);
        }
    }

    private static String escape(String value) {
        StringOutput output = new StringOutput();
        Escape.htmlContent(value, output);
        return output.toString();
    }
}
