package portal.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
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
                printable(request.query("q").orElse("")),
                CoverageFilter.of(request.query("state").orElse("")),
                request.query("sort").equals(Optional.of("oldest")),
                request.queryId("after"),
                request.queryId("before"));
    }

    /** Search and filter that were sent with a form. */
    static CoverageAddress from(Map<String, String> fields) {
        return new CoverageAddress(
                printable(fields.getOrDefault("q", "")),
                CoverageFilter.of(fields.getOrDefault("state", "")),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static String printable(String text) {
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
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (state != CoverageFilter.ALL) {
            query.add("state=" + state.code());
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
