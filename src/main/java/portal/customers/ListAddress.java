package portal.customers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;
import portal.organizations.PartnerId;
import portal.platform.web.Request;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioOrder;

/**
 * What the address of the Customers page says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param search words to look for; empty for none
 * @param shortened whether more words were sent than are looked for
 * @param filter label of the one thing it is narrowed to beside; empty for none
 * @param order empty when the address names none
 * @param after the row above the page
 * @param before the row below the page
 * @param open the row whose details are shown: the end of its id, which is enough to tell the rows of a page apart
 */
public record ListAddress(
        String search,
        boolean shortened,
        ListState state,
        Optional<String> filter,
        Optional<PortfolioOrder> order,
        Optional<UUID> after,
        Optional<UUID> before,
        Optional<String> open) {
    /** Longest search. */
    public static final int LONGEST = 200;

    private static final String PATH = "/customers";
    private static final int SHORT_ID = 12;
    private static final Pattern FILTER =
            Pattern.compile("(reseller|provider):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ID_END = Pattern.compile("[0-9a-f-]{12,36}");

    /** Of the page that is asked for. */
    static ListAddress from(Request request) {
        String sent = printable(request.query("q").orElse(""));
        int end = sent.offsetByCodePoints(0, Math.min(LONGEST, sent.codePointCount(0, sent.length())));
        return new ListAddress(
                sent.substring(0, end).strip(),
                end < sent.length(),
                ListState.of(request.query("state").orElse("")),
                request.query("filter").filter(label -> FILTER.matcher(label).matches()),
                request.query("sort").flatMap(PortfolioOrder::of),
                request.queryId("after"),
                request.queryId("before"),
                request.query("open").filter(id -> ID_END.matcher(id).matches()));
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
    }

    PortfolioFilter filter(PartnerId partner) {
        return new PortfolioFilter(partner, state.state(), filter.or(state::label), order.orElse(PortfolioOrder.NAME));
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the page may leave customers out. */
    public boolean narrowed() {
        return !search.isEmpty() || state != ListState.ALL || filter.isPresent();
    }

    /** The order the rows are in; empty when the best matches come first. */
    public Optional<PortfolioOrder> rowOrder() {
        return order.or(() -> search.isEmpty() ? Optional.of(PortfolioOrder.NAME) : Optional.empty());
    }

    /** The first page. */
    public String first() {
        return PATH + query(state, order, null, null);
    }

    /** The page below a row. */
    public String after(UUID row) {
        return PATH + query(state, order, "after", row);
    }

    /** The page above a row. */
    public String before(UUID row) {
        return PATH + query(state, order, "before", row);
    }

    /** The first page in another order. */
    public String sorted(PortfolioOrder other) {
        return PATH + query(state, Optional.of(other), null, null);
    }

    /** The same search in all states. */
    public String inAllStates() {
        return PATH + query(ListState.ALL, order, null, null);
    }

    /** This page without details. */
    public String closed() {
        return after.map(this::after).or(() -> before.map(this::before)).orElseGet(this::first);
    }

    /** Whether a row's details are shown. */
    public boolean opens(UUID row) {
        return open.isPresent() && row.toString().endsWith(open.get());
    }

    /**
     * This page with the details of a row, beside this page; short, because every row has it.
     *
     * @param closed what {@link #closed} says, asked once for all rows
     */
    public static String opening(String closed, UUID row) {
        int query = closed.indexOf('?');
        String id = row.toString();
        return "?open=" + id.substring(id.length() - SHORT_ID) + (query < 0 ? "" : "&" + closed.substring(query + 1))
                + "#open";
    }

    private String query(ListState wanted, Optional<PortfolioOrder> by, String position, UUID row) {
        StringJoiner query = new StringJoiner("&", "?", "");
        query.setEmptyValue("");
        if (!search.isEmpty()) {
            query.add("q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        if (wanted != ListState.ALL) {
            query.add("state=" + wanted.code());
        }
        filter.ifPresent(label -> query.add("filter=" + label));
        by.ifPresent(named -> query.add("sort=" + named.code()));
        if (position != null) {
            query.add(position + "=" + row);
        }
        return query.toString();
    }
}
