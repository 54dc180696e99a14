package portal.subscriptions;

import java.time.Duration;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;

/** The catalogue, and what customers buy from it. */
public record SubscriptionFeature(Catalogue catalogue, Orders orders, SubscriptionChanges changes) {
    /** Adds the routes and jobs. */
    public static SubscriptionFeature addTo(Platform platform) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Runnable mailAdded = platform.mailAdded();
        SubscriptionEmails emails = new SubscriptionEmails(platform.config(), platform.renderer());
        Catalogue catalogue = new Catalogue(database);
        Orders orders = new Orders(database, platform.outbox(), emails);
        SubscriptionChanges changes = new SubscriptionChanges(database, platform.outbox(), emails);

        new CatalogueRoutes(database, catalogue).addTo(routes);
        new OrderRoutes(database, orders, mailAdded).addTo(routes);
        new SubscriptionRoutes(database, orders).addTo(routes);
        new SeatsRoutes(database, changes, mailAdded).addTo(routes);
        new ChangeRoutes(database, changes, mailAdded).addTo(routes);
        new RenewalRoutes(database, changes).addTo(routes);

        Renewals renewals = new Renewals(database);
        TermEnds ends = new TermEnds(database);
        platform.jobs().every(Duration.ofHours(24), "renew-subscriptions", () -> {
            renewals.renewDue(platform.clock().instant());
            ends.endDue(platform.clock().instant());
        });
        return new SubscriptionFeature(catalogue, orders, changes);
    }
}
