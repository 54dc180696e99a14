package portal.enrolment;

import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.platform.web.Query;
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
                Query.printable(request.query("q").orElse(""), LONGEST),
                request.query("state").flatMap(code -> Coded.of(EnrolmentState.values(), code)),
                request.queryId("after"),
                request.queryId("before"));
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
        return new Query()
                .say("q", search)
                .say("state", state)
                .say(position, row)
                .behind("");
    }
}
