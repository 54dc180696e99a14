package portal.customers;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioHits;
import portal.portfolio.PortfolioPage;
import portal.portfolio.PortfolioState;
import portal.relationships.Removals;

/** The Customers page, and its rows as a file. */
public final class CustomerRoutes {
    private final Database database;
    private final Portfolio portfolio;
    private final ChoicesInUse choices;

    /** Shows the rows of the portfolio, and reads the rest from the database. */
    public CustomerRoutes(Database database, Portfolio portfolio) {
        this.database = database;
        this.portfolio = portfolio;
        choices = new ChoicesInUse(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers", Access.SEE_CUSTOMERS, this::index);
        routes.get("/customers.csv", Access.EXPORT_CUSTOMERS, this::export);
    }

    private void index(Request request) {
        ListAddress address = ListAddress.from(request);
        PartnerId partner = partner(request);
        if (address.search().isEmpty()) {
            PortfolioPage page = portfolio.page(address.filter(partner), address.after(), address.before());
            String previous = page.previous() == null ? null : address.before(page.previous());
            String next = page.next() == null ? null : address.after(page.next());
            request.page(page(request, address, page.entries(), previous, next, false));
        } else {
            PortfolioHits hits = portfolio.search(address.filter(partner), address.search(), address.order());
            request.page(page(request, address, hits.entries(), null, null, hits.more()));
        }
    }

    private CustomerPages.Index page(
            Request request,
            ListAddress address,
            List<PortfolioEntry> rows,
            String previous,
            String next,
            boolean more) {
        Optional<PortfolioEntry> open = rows.stream()
                .filter(row -> row.state() == PortfolioState.ACTIVE && address.opens(row.id()))
                .findFirst();
        return new CustomerPages.Index(
                address,
                rows,
                removals(partner(request), rows),
                previous,
                next,
                more,
                choices.of(request.visitor().home(), request.texts()),
                open.map(row -> details(partner(request), row)).orElse(null));
    }

    private CustomerPages.Details details(PartnerId partner, PortfolioEntry row) {
        CustomerId customer = new CustomerId(row.customerId());
        return database.read(DetailsDao.class, dao -> dao.find(partner, row.capacity(), customer));
    }

    private void export(Request request) {
        ListAddress address = ListAddress.from(request);
        CustomerFile file = new CustomerFile(request.texts(), request.zone(), request.now());
        CustomerFile.Source lines =
                reader -> portfolio.each(address.filter(partner(request)), address.search(), reader);
        request.download(file.name(), "text/csv; charset=utf-8", (OutputStream output) -> file.write(output, lines));
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    /** Who removed them, where rows may be removed ones. */
    private Map<UUID, Removals.Line> removals(PartnerId partner, List<PortfolioEntry> rows) {
        List<UUID> removed = rows.stream()
                .filter(row -> row.state() == PortfolioState.REMOVED)
                .map(PortfolioEntry::id)
                .toList();
        return removed.isEmpty() ? Map.of() : database.read(handle -> Removals.lines(handle, partner, removed));
    }
}
