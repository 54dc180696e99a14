package portal.invitations;

import java.util.Optional;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.database.Coded;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of the list of invitations says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param search beginning of a company, domain or e-mail; empty for none
 * @param state empty for all
 * @param after the row above the page
 * @param before the row below the page
 */
public record LedgerAddress(
        String search,
        Optional<InvitationState> state,
        boolean oldestFirst,
        Optional<UUID> after,
        Optional<UUID> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    private static final String PATH = "/invitations";

    /** Of the page that is asked for. */
    static LedgerAddress from(Request request) {
        return new LedgerAddress(
                Query.printable(request.query("q").orElse(""), LONGEST),
                request.query("state").flatMap(code -> Coded.of(InvitationState.values(), code)),
                request.query("sort").equals(Optional.of("oldest")),
                request.queryId("after"),
                request.queryId("before"));
    }

    LedgerFilter filter(PartnerId partner) {
        return new LedgerFilter(partner, state, search, oldestFirst);
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave invitations out. */
    public boolean narrowed() {
        return !search.isEmpty() || state.isPresent();
    }

    /** The first page. */
    public String first() {
        return PATH + query(oldestFirst, null, null);
    }

    /** The page below a row. */
    String after(UUID row) {
        return PATH + query(oldestFirst, "after", row);
    }

    /** The page above a row. */
    String before(UUID row) {
        return PATH + query(oldestFirst, "before", row);
    }

    /** The first page in the other order. */
    public String turned() {
        return PATH + query(!oldestFirst, null, null);
    }

    /** All rows of the filter, as a file. */
    public String csv() {
        return PATH + ".csv" + query(oldestFirst, null, null);
    }

    private String query(boolean oldest, String position, UUID row) {
        return new Query()
                .say("q", search)
                .say("state", state)
                .sayIf(oldest, "sort", "oldest")
                .say(position, row)
                .behind("");
    }
}
