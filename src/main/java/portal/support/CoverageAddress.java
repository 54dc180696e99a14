package portal.support;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of the coverage board says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param search words of a company or domain, or a tenant id; empty for none
 * @param after the row above the page
 * @param before the row below the page
 */
public record CoverageAddress(
        String search, CoverageFilter filter, boolean oldestFirst, Optional<UUID> after, Optional<UUID> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    private static final String PATH = "/support-coverage";

    /** Of the page that is asked for. */
    static CoverageAddress from(Request request) {
        return new CoverageAddress(
                Query.printable(request.query("q").orElse(""), LONGEST),
                CoverageFilter.of(request.query("state").orElse("")),
                request.query("sort").equals(Optional.of("oldest")),
                request.queryId("after"),
                request.queryId("before"));
    }

    /** Search and filter that were sent with a form. */
    static CoverageAddress from(Map<String, String> fields) {
        return new CoverageAddress(
                Query.printable(fields.getOrDefault("q", ""), LONGEST),
                CoverageFilter.of(fields.getOrDefault("state", "")),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave subscriptions out. */
    public boolean narrowed() {
        return !search.isEmpty() || filter != CoverageFilter.ALL;
    }

    /** The first page. */
    public String first() {
        return PATH + query(filter, oldestFirst, null, null);
    }

    /** The page below a row. */
    String after(UUID row) {
        return PATH + query(filter, oldestFirst, "after", row);
    }

    /** The page above a row. */
    String before(UUID row) {
        return PATH + query(filter, oldestFirst, "before", row);
    }

    /** The first page in the other order. */
    public String turned() {
        return PATH + query(filter, !oldestFirst, null, null);
    }

    /** The same search under another filter. */
    public String under(CoverageFilter other) {
        return PATH + query(other, oldestFirst, null, null);
    }

    private String query(CoverageFilter state, boolean oldest, String position, UUID row) {
        return new Query()
                .say("q", search)
                .sayIf(state != CoverageFilter.ALL, "state", state)
                .sayIf(oldest, "sort", "oldest")
                .say(position, row)
                .behind("");
    }
}
