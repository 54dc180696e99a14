package portal.subscriptions;

import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of the list of a customer's subscriptions says, and the addresses beside it. What cannot be read counts
 * as not said.
 *
 * @param path of the list
 * @param search part of a product or nickname; empty for none
 * @param state empty for all
 * @param after the row above the page
 * @param before the row below the page
 */
public record SubscriptionAddress(
        String path, String search, Optional<SubscriptionState> state, Optional<UUID> after, Optional<UUID> before) {

    static SubscriptionAddress from(Request request, String path) {
        return new SubscriptionAddress(
                path,
                Query.printable(request.query("q").orElse(""), CatalogueAddress.LONGEST),
                request.query("state").flatMap(code -> Coded.of(SubscriptionState.values(), code)),
                request.queryId("after"),
                request.queryId("before"));
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave subscriptions out. */
    public boolean narrowed() {
        return !search.isEmpty() || state.isPresent();
    }

    /** Whether one state is chosen. */
    public boolean shows(SubscriptionState chosen) {
        return state.isPresent() && state.get() == chosen;
    }

    /** The first page. */
    public String first() {
        return with(null, null);
    }

    String after(UUID row) {
        return with("after", row);
    }

    String before(UUID row) {
        return with("before", row);
    }

    /** The same list from a row on; from its beginning when there is none. */
    SubscriptionAddress below(Optional<UUID> row) {
        return new SubscriptionAddress(path, search, state, row, Optional.empty());
    }

    /** All rows of the filter, as a file. */
    public String csv() {
        return with(path + ".csv", null, null);
    }

    private String with(String position, UUID row) {
        return with(path, position, row);
    }

    private String with(String to, String position, UUID row) {
        return new Query()
                .say("q", search)
                .say("state", state)
                .say(position, row)
                .behind(to);
    }
}
