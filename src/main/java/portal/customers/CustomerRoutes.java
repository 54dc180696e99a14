package portal.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.agreements.Agreements;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioHits;
import portal.portfolio.PortfolioPage;
import portal.portfolio.PortfolioState;
import portal.relationships.CustomerRecords;
import portal.relationships.Removals;

/** The Customers page and the account of one customer. */
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
        routes.get("/customers/{id}", Access.SEE_CUSTOMERS, this::account);
    }

    private void index(Request request) {
        ListAddress address = ListAddress.from(request);
        if (!address.search().isEmpty()) {
            request.page(found(
                    partner(request), address, portfolio.search(address.filter(partner(request)), address.search())));
            return;
        }
        PortfolioPage page = portfolio.page(address.filter(partner(request)), address.after(), address.before());
        if (page.entries().isEmpty() && address.deep()) {
            // the rows that stood here are gone
            request.redirect(address.first());
            return;
        }
        request.page(listed(partner(request), address, page));
    }

    private void account(Request request) {
        UUID id = request.id("id");
        PartnerId partner = partner(request);
        request.page(database.read(handle -> account(handle, partner, id)).orElseThrow(Refusal::notFound));
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

    private CustomerPages.Index listed(PartnerId partner, ListAddress address, PortfolioPage page) {
        return new CustomerPages.Index(
                address,
                page.entries(),
                removals(partner, page.entries()),
                page.previous() == null ? null : address.before(page.previous()),
                page.next() == null ? null : address.after(page.next()),
                false);
    }

    private CustomerPages.Index found(PartnerId partner, ListAddress address, PortfolioHits hits) {
        List<PortfolioEntry> rows = address.order()
                .map(order -> hits.entries().stream().sorted(order.comparator()).toList())
                .orElse(hits.entries());
        return new CustomerPages.Index(address, rows, removals(partner, rows), null, null, hits.more());
    }

    private static Optional<CustomerPages.Account> account(Handle handle, PartnerId partner, UUID id) {
        return CustomerRecords.find(handle, partner, id)
                .map(customer -> new CustomerPages.Account(
                        customer,
                        Organizations.find(handle, customer.customerId().value())
                                .orElseThrow(),
                        Portfolio.find(handle, partner, id).orElseThrow(),
                        Agreements.lastAcceptance(handle, customer.customerId())));
    }
}
