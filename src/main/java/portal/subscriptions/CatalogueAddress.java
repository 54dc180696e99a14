package portal.subscriptions;

import java.util.Optional;
import java.util.UUID;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of a list of products says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param path of the list
 * @param search part of a name or code; empty for none
 * @param after the product above the page
 * @param before the product below the page
 */
public record CatalogueAddress(String path, String search, Optional<UUID> after, Optional<UUID> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    static CatalogueAddress from(Request request, String path) {
        return new CatalogueAddress(
                path,
                Query.printable(request.query("q").orElse(""), LONGEST),
                request.queryId("after"),
                request.queryId("before"));
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** The first page. */
    public String first() {
        return with(null, null);
    }

    String after(UUID product) {
        return with("after", product);
    }

    String before(UUID product) {
        return with("before", product);
    }

    private String with(String position, UUID product) {
        return new Query().say("q", search).say(position, product).behind(path);
    }
}
