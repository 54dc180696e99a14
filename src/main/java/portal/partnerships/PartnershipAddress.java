package portal.partnerships;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.platform.web.Request;

/**
 * What the address of a list of partnerships says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param side whose list it is
 * @param search beginning of a company's name, or an MPN ID; empty for none
 * @param after the row above the page
 * @param before the row below the page
 */
public record PartnershipAddress(
        Side side, String search, Which which, boolean oldestFirst, Optional<UUID> after, Optional<UUID> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    /** What the list can be narrowed to; told by the text {@code partnerships.which.<code>}. */
    public enum Which implements Coded {
        /** Asked or active. */
        CURRENT,
        ENDED
    }

    /** Of the page that is asked for. */
    static PartnershipAddress from(Request request, Side side) {
        return new PartnershipAddress(
                side,
                printable(request.query("q").orElse("")),
                request.query("state").flatMap(PartnershipAddress::which).orElse(Which.CURRENT),
                request.query("sort").equals(Optional.of("oldest")),
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

    private static Optional<Which> which(String code) {
        return Arrays.stream(Which.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave partnerships out. */
    public boolean narrowed() {
        return !search.isEmpty() || which != Which.CURRENT;
    }

    /** The first page. */
    public String first() {
        return side.path() + query(oldestFirst, null, null);
    }

    /** The page below a row. */
    String after(UUID row) {
        return side.path() + query(oldestFirst, "after", row);
    }

    /** The page above a row. */
    String before(UUID row) {
        return side.path() + query(oldestFirst, "before", row);
    }

    /** The first page in the other order. */
    public String turned() {
        return side.path() + query(!oldestFirst, null, null);
    }

    /** All rows of the filter, as a file. */
    public String csv() {
        return side.path() + ".csv" + query(oldestFirst, null, null);
    }

    private String query(boolean oldest, String position, UUID row) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (which != Which.CURRENT) {
            query.add("state=" + which.code());
        }
        if (oldest) {
            query.add("sort=oldest");
        }
        if (position != null) {
            query.add(position + "=" + row);
        }
        return query.toString();
    }
}
