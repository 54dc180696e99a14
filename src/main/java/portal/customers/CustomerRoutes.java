package portal.customers;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioHits;
import portal.portfolio.PortfolioPage;
import portal.portfolio.PortfolioState;

/** The Customers page, and its rows as a file. */
public final class CustomerRoutes {
    private final Database database;
    private final Portfolio portfolio;

    /** Shows the rows of the portfolio, and reads the rest from the database. */
    public CustomerRoutes(Database database, Portfolio portfolio) {
        this.database = database;
        this.portfolio = portfolio;
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
                previous,
                next,
                more,
                choices(request),
                open.map(row -> details(partner(request), row)).orElse(null));
    }

    private ListChoices choices(Request request) {
        PartnerId partner = partner(request);
        boolean indirect = !request.visitor().home().capacities().equals(Set.of(Capacity.DIRECT_BILL));
        return ListChoices.of(
                database.read(
                        SavedViewDao.class, dao -> indirect ? dao.choicesWithPartners(partner) : dao.choices(partner)),
                request.texts());
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
}
