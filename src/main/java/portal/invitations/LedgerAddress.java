package portal.invitations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import portal.organizations.PartnerId;
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
                printable(request.query("q").orElse("")),
                request.query("state").flatMap(LedgerAddress::state),
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

    private static Optional<InvitationState> state(String code) {
        return Arrays.stream(InvitationState.values())
                .filter(known -> known.code().equals(code))
                .findFirst();
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
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        state.ifPresent(chosen -> query.add("state=" + chosen.code()));
        if (oldest) {
            query.add("sort=oldest");
        }
        if (position != null) {
            query.add(position + "=" + row);
        }
        return query.toString();
    }
}
