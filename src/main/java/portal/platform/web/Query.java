package portal.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import portal.platform.database.Coded;

/**
 * What the address of a list says behind its path: search, filter, order, and the row above or below the page. What says
 * nothing is left out, so that each page of a list has one address.
 */
public final class Query {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}]");
    private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\s]+");

    private final StringJoiner said = new StringJoiner("&", "?", "").setEmptyValue("");

    /**
     * A search somebody typed, on one line and without what cannot be seen.
     *
     * @param longest at most so many characters
     */
    public static String printable(String typed, int longest) {
        if (typed.isEmpty()) {
            return "";
        }
        String line = GAP.matcher(UNSEEN.matcher(typed).replaceAll(""))
                .replaceAll(" ")
                .strip();
        int length = Math.min(longest, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length)).strip();
    }

    /** Says a value; nothing when there is none, or an empty one. */
    public Query say(String name, Object value) {
        String text = value == null ? "" : value instanceof Coded coded ? coded.code() : value.toString();
        if (!text.isEmpty()) {
            said.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return this;
    }

    /** Says a value that may be empty. */
    public Query say(String name, Optional<?> value) {
        return say(name, value.orElse(null));
    }

    /** Says a value in some cases only. */
    public Query sayIf(boolean so, String name, Object value) {
        return so ? say(name, value) : this;
    }

    /** The address, behind its path. */
    public String behind(String path) {
        return path + said;
    }
}
