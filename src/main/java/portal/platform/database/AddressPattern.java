package portal.platform.database;

import java.util.regex.Pattern;

/** How the database finds an e-mail address in a text: as a whole, not as a part of somebody else's. */
public final class AddressPattern {
    /** Not after the beginning of a longer name: {@code joann@}, {@code jo.ann@}; a sign that joins nothing may stand there. */
    private static final String BEFORE = "(?<!\\w)(?<!\\w[.+'-])";

    /** Not before the rest of a longer domain; the end of a sentence may follow. */
    private static final String AFTER = "(?!-*\\w|\\.\\w)";

    private AddressPattern() {}

    /** A regular expression for {@code regexp} and {@code regexp_replace}; whether case counts, the column says. */
    public static String of(String address) {
        return BEFORE + Pattern.quote(address) + AFTER;
    }
}
