package portal.customers;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import portal.organizations.PartnerId;
import portal.platform.web.Query;
import portal.platform.web.Request;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioOrder;

/**
 * What the address of the Customers page says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param search words to look for; empty for none
 * @param shortened whether more words were sent than are looked for
 * @param filter the one thing it is narrowed to beside; empty for none
 * @param order empty when the address names none
 * @param after the row above the page
 * @param before the row below the page
 * @param open the row whose details are shown: the end of its id, which is enough to tell the rows of a page apart
 */
public record ListAddress(
        String search,
        boolean shortened,
        ListState state,
        Optional<ListFilter> filter,
        Optional<PortfolioOrder> order,
        Optional<UUID> after,
        Optional<UUID> before,
        Optional<String> open) {
    /** Longest search. */
    public static final int LONGEST = 200;

    private static final String PATH = "/customers";
    private static final int SHORT_ID = 12;
    private static final Pattern ID_END = Pattern.compile("[0-9a-f-]{12,36}");

    /** Of the page that is asked for. */
    static ListAddress from(Request request) {
        ListAddress said = from(name -> request.query(name).orElse(""));
        return new ListAddress(
                said.search,
                said.shortened,
                said.state,
                said.filter,
                said.order,
                request.queryId("after"),
                request.queryId("before"),
                request.query("open").filter(id -> ID_END.matcher(id).matches()));
    }

    /** A first page as parameters or fields say it; an empty one says nothing. */
    static ListAddress from(Function<String, String> said) {
        String sent = Query.printable(said.apply("q"), Integer.MAX_VALUE);
        int end = sent.offsetByCodePoints(0, Math.min(LONGEST, sent.codePointCount(0, sent.length())));
        Optional<ListFilter> filter = ListFilter.of(Query.printable(said.apply("filter"), Integer.MAX_VALUE));
        ListState state = ListState.of(said.apply("state")).beside(filter);
        return new ListAddress(
                sent.substring(0, end).strip(),
                end < sent.length(),
                state,
                state == ListState.ATTENTION ? Optional.empty() : filter,
                PortfolioOrder.of(said.apply("sort")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** All customers with a tag. */
    static ListAddress ofTag(String tag) {
        return from(name -> name.equals("filter") ? new ListFilter(ListFilter.Kind.TAG, tag).label() : "");
    }

    PortfolioFilter filter(PartnerId partner) {
        Optional<String> label = filter.map(ListFilter::label).or(state::label);
        return new PortfolioFilter(partner, state.state(), label, order.orElse(PortfolioOrder.NAME));
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
        return PATH + query();
    }

    /** What the first page's address says behind its path; empty when nothing. */
    public String query() {
        return query(state, filter, order, null, null);
    }

    /** All rows of the first page and those below it, as a file. */
    public String csv() {
        return PATH + ".csv" + query();
    }

    /** Where this search, filter and order can be given a name. */
    public String naming() {
        return PATH + "/views" + query();
    }

    /** The page below a row. */
    public String after(UUID row) {
        return PATH + query(state, filter, order, "after", row);
    }

    /** The page above a row. */
    public String before(UUID row) {
        return PATH + query(state, filter, order, "before", row);
    }

    /** The first page in another order. */
    public String sorted(PortfolioOrder other) {
        return PATH + query(state, filter, Optional.of(other), null, null);
    }

    /** The same search in all states, and in all that it was narrowed to. */
    public String inAllStates() {
        return PATH + query(ListState.ALL, Optional.empty(), order, null, null);
    }

    /** Whether a row's details are shown. */
    public boolean opens(UUID row) {
        return open.isPresent() && row.toString().endsWith(open.get());
    }

    /** The end of a row's id, which is enough to open it; short, because every row has it. */
    public static String end(String id) {
        return id.substring(id.length() - SHORT_ID);
    }

    private String query(
            ListState wanted, Optional<ListFilter> only, Optional<PortfolioOrder> by, String position, UUID row) {
        return new Query()
                .say("q", search)
                .sayIf(wanted != ListState.ALL, "state", wanted)
                .say("filter", only.map(ListFilter::label))
                .say("sort", by)
                .say(position, row)
                .behind("");
    }
}
