package portal.subscriptions;

import java.time.Duration;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;

/** The catalogue, and what customers buy from it. */
public record SubscriptionFeature(Catalogue catalogue, Orders orders, SubscriptionChanges changes, TermEnds ends) {
    /** What is over is soon seen to be. */
    private static final Duration OFTEN = Duration.ofMinutes(5);

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
        new RenewalRoutes(database, changes, mailAdded).addTo(routes);

        Renewals renewals = new Renewals(database);
        TermEnds ends = new TermEnds(database, platform.outbox(), emails);
        platform.jobs()
                .every(
                        OFTEN,
                        "renew-subscriptions",
                        () -> renewals.renewDue(platform.clock().instant()));
        // with a name of its own, so that neither waits for the other, nor for a release that does not know it
        platform.jobs().every(OFTEN, "end-subscriptions", () -> {
            ends.endDue(platform.clock().instant());
            mailAdded.run();
        });
        return new SubscriptionFeature(catalogue, orders, changes, ends);
    }
}
