package portal.customers;

import java.time.Clock;
import java.time.Duration;
import portal.organizations.Organizations;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;
import portal.portfolio.Resorting;

/** The Customers page and a customer's account and services; its rows are kept in order. */
public final class CustomerFeature {
    private CustomerFeature() {}

    /** Adds the routes and jobs. */
    public static void addTo(Platform platform) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Clock clock = platform.clock();
        Portfolio portfolio = new Portfolio(database);

        new CustomerRoutes(database, portfolio).addTo(routes);
        new ViewRoutes(database).addTo(routes);
        new AccountRoutes(database).addTo(routes);
        new BillToRoutes(database, new Organizations(database)).addTo(routes);
        new ServiceRoutes(database, platform.config().servicePhone()).addTo(routes);
        new ServiceLinkRoutes(database).addTo(routes);
        new SharedCustomerRoutes(database).addTo(routes);

        Resorting resorting = new Resorting(database);
        platform.jobs().every(Duration.ofSeconds(10), "resort-customers", () -> resorting.resortAsked(clock.instant()));
        platform.jobs()
                .every(Duration.ofHours(1), "forget-closed-invitations", () -> portfolio.forgetClosed(clock.instant()));
    }
}
