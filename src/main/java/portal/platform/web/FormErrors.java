package portal.platform.web;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What needs another look in a form: one message per field, as a text key with arguments, in the order the fields were
 * checked. The check methods say whether the value passed.
 */
public final class FormErrors {
    /** A message: its text key and arguments. */
    public record Problem(String key, Object... arguments) {}

    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF\\p{Cs}&&[^\\n\\t]]");
    private static final Pattern MAILBOX =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LONGEST_HOST = 253;
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.-]{5,40}");
    private static final IDNA HOST_NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI);

    private final Map<String, Problem> problems = new LinkedHashMap<>();

    /** Adds a message; the first one of a field stays. */
    public void add(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, new Problem(key, arguments));
    }

    /** The messages by field. */
    public Map<String, Problem> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /** Whether nothing needs another look. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Whether a field has a message. */
    public boolean has(String field) {
        return problems.containsKey(field);
    }

    /** A value that may be empty, but not over-long, nor with characters nobody can see. */
    public boolean text(String field, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            add(field, "error.too-long", longest, value.codePointCount(0, value.length()));
        } else if (UNPRINTABLE.matcher(value).find()) {
            add(field, "error.unprintable");
        }
        return !has(field);
    }

    /** The same, and not empty. */
    public boolean required(String field, String value, int longest) {
        if (value.codePoints().noneMatch(FormErrors::visible)) {
            add(field, "error.required");
        }
        return text(field, value, longest);
    }

    private static boolean visible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** An e-mail address, or empty. */
    public boolean email(String field, String value) {
        if (value.isEmpty() || !text(field, value, 254)) {
            return !has(field);
        }
        int at = value.lastIndexOf('@');
        if (at < 1) {
            add(field, "error.email.no-at");
        } else if (at == value.length() - 1) {
            add(field, "error.email.no-domain");
        } else if (!MAILBOX.matcher(value.substring(0, at)).matches() || asciiHost(value.substring(at + 1)) == null) {
            add(field, "error.email");
        }
        return !has(field);
    }

    /** A domain name, also with letters beyond ASCII, or empty. */
    public boolean domain(String field, String value) {
        if (!value.isEmpty() && text(field, value, 253) && asciiHost(value) == null) {
            add(field, "error.domain");
        }
        return !has(field);
    }

    /** A phone number, or empty. */
    public boolean phone(String field, String value) {
        if (!value.isEmpty() && text(field, value, 40) && !PHONE.matcher(value).matches()) {
            add(field, "error.phone");
        }
        return !has(field);
    }

    /** The address of a web site, or empty. */
    public boolean website(String field, String value) {
        if (!value.isEmpty() && text(field, value, 300) && !isWebsite(value)) {
            add(field, "error.website");
        }
        return !has(field);
    }

    private static boolean isWebsite(String value) {
        try {
            URI address = new URI(value);
            boolean scheme = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return scheme
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && asciiHost(address.getHost()) != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    /** A host name as DNS knows it (lower case, punycode); null when it is none. */
    public static String asciiHost(String value) {
        if (value.length() > LONGEST_HOST) {
            return null;
        }
        StringBuilder ascii = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        HOST_NAMES.nameToASCII(value, ascii, info);
        return !info.hasErrors() && HOST.matcher(ascii).matches() ? ascii.toString() : null;
    }

    /** An address as mail servers know it, its domain in punycode; as it is when it is none. */
    public static String asciiEmail(String value) {
        int at = value.lastIndexOf('@') + 1;
        String host = asciiHost(value.substring(at));
        return host == null ? value : value.substring(0, at) + host;
    }
}
