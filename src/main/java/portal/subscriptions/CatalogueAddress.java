package portal.subscriptions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
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
                path, printable(request.query("q").orElse("")), request.queryId("after"), request.queryId("before"));
    }

    /** At most so many characters of a search, without what cannot be seen. */
    static String printable(String text) {
        String line = text.replaceAll("[\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
        int length = Math.min(LONGEST, line.codePointCount(0, line.length()));
        return line.substring(0, line.offsetByCodePoints(0, length)).strip();
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
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (position != null) {
            query.add(position + "=" + product);
        }
        return path + query;
    }
}
