package portal.support;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioFilter;
import portal.portfolio.PortfolioHits;
import portal.portfolio.PortfolioOrder;
import portal.portfolio.PortfolioState;

/** The coverage board: who supports what a partner sells, or is the reseller of record of. */
public final class CoverageRoutes {
    private static final int PAGE = 30;
    private static final int MOST_HITS = 30;
    private static final int MOST_LOOKED_AT = 1_000;

    private final Database database;
    private final Portfolio portfolio;

    /** Finds customers in the portfolio, and reads the rest from the database. */
    public CoverageRoutes(Database database, Portfolio portfolio) {
        this.database = database;
        this.portfolio = portfolio;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/support-coverage", Access.SEE_CUSTOMERS, this::index);
    }

    private void index(Request request) {
        CoverageAddress address = CoverageAddress.from(request);
        PartnerId partner = new PartnerId(request.visitor().home().id());
        if (!address.search().isEmpty()) {
            request.page(found(partner, address));
            return;
        }
        CoverageQuery.Part part = database.read(handle -> new CoverageQuery(handle, partner, address.filter())
                .page(address.after(), address.before(), address.oldestFirst(), PAGE));
        if (part.previous() == null && part.next() == null && part.rows().isEmpty() && address.deep()) {
            request.redirect(address.first());
            return;
        }
        request.page(new CoveragePages.Coverage(
                address,
                partner.value(),
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                false));
    }

    /** The first ones of a search and filter, as many as can be changed at once. */
    List<UUID> all(PartnerId partner, CoverageAddress address) {
        if (address.search().isEmpty()) {
            return database.read(
                    handle -> new CoverageQuery(handle, partner, address.filter()).ids(CoverageChanges.MOST));
        }
        return of(partner, address, hits(partner, address)).stream()
                .map(Supported::id)
                .toList();
    }

    private PortfolioHits hits(PartnerId partner, CoverageAddress address) {
        return portfolio.search(
                new PortfolioFilter(partner, Optional.of(PortfolioState.ACTIVE), Optional.empty(), PortfolioOrder.NAME),
                address.search());
    }

    private CoveragePages.Coverage found(PartnerId partner, CoverageAddress address) {
        PortfolioHits hits = hits(partner, address);
        List<Supported> rows = of(partner, address, hits);
        boolean many = rows.size() > MOST_HITS;
        return new CoveragePages.Coverage(
                address, partner.value(), many ? rows.subList(0, MOST_HITS) : rows, null, null, many || hits.more());
    }

    private List<Supported> of(PartnerId partner, CoverageAddress address, PortfolioHits hits) {
        List<UUID> customers = hits.entries().stream()
                .map(PortfolioEntry::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return database.read(
                handle -> new CoverageQuery(handle, partner, address.filter()).ofCustomers(customers, MOST_LOOKED_AT));
    }
}
