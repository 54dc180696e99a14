package portal.enrolment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import portal.platform.web.Request;

/**
 * What the address of the operator's list says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param search beginning of a legal name, a tenant id or an MPN ID; empty for none
 * @param state empty for all
 * @param after the row above the page
 * @param before the row below the page
 */
public record EnrolmentAddress(
        String search, Optional<EnrolmentState> state, Optional<UUID> after, Optional<UUID> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    private static final String PATH = "/enrolments";

    /** Of the page that is asked for. */
    static EnrolmentAddress from(Request request) {
        return new EnrolmentAddress(
                printable(request.query("q").orElse("")),
                request.query("state").flatMap(EnrolmentAddress::state),
                request.queryId("after"),
                request.queryId("before"));
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
        int length = Math.min(LONGEST, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length)).strip();
    }

    private static Optional<EnrolmentState> state(String code) {
        return Arrays.stream(EnrolmentState.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave partners out. */
    public boolean narrowed() {
        return !search.isEmpty() || state.isPresent();
    }

    /** The first page. */
    public String first() {
        return PATH + query(null, null);
    }

    /** The page below a row. */
    String after(UUID row) {
        return PATH + query("after", row);
    }

    /** The page above a row. */
    String before(UUID row) {
        return PATH + query("before", row);
    }

    private String query(String position, UUID row) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        state.ifPresent(chosen -> query.add("state=" + chosen.code()));
        if (position != null) {
            query.add(position + "=" + row);
        }
        return query.toString();
    }
}
