package portal.partnerships;

import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.platform.web.Query;
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
                Query.printable(request.query("q").orElse(""), LONGEST),
                request.query("state")
                        .flatMap(code -> Coded.of(Which.values(), code))
                        .orElse(Which.CURRENT),
                request.query("sort").equals(Optional.of("oldest")),
                request.queryId("after"),
                request.queryId("before"));
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
        return new Query()
                .say("q", search)
                .sayIf(which != Which.CURRENT, "state", which)
                .sayIf(oldest, "sort", "oldest")
                .say(position, row)
                .behind("");
    }
}
