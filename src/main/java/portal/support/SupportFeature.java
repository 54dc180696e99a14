package portal.support;

import java.time.Duration;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;
import portal.portfolio.Portfolio;

/** Who supports what. */
public record SupportFeature(SupportContacts contacts, Watch watch) {
    /** Adds the routes and jobs. */
    public static SupportFeature addTo(Platform platform) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Runnable mailAdded = platform.mailAdded();
        SupportEmails emails = new SupportEmails(platform.config(), platform.renderer());
        Designating designating = new Designating(platform.outbox(), emails);
        SupportContacts contacts = new SupportContacts(database, designating);
        CoverageRoutes coverage = new CoverageRoutes(database, new Portfolio(database));
        CoverageChanges changes = new CoverageChanges(database, designating);
        Watch watch = new Watch(database, platform.outbox(), emails);

        new SupportContactRoutes(database, contacts, mailAdded).addTo(routes);
        new SupportRoutes(contacts).addTo(routes);
        coverage.addTo(routes);
        new CoverageChangeRoutes(coverage, changes, mailAdded).addTo(routes);

        platform.jobs().every(Duration.ofMinutes(1), "watch-support-contacts", () -> {
            watch.next(platform.clock().instant());
            mailAdded.run();
        });
        platform.jobs()
                .every(
                        Duration.ofHours(24),
                        "forget-support-changes",
                        () -> changes.forget(platform.clock().instant()));
        return new SupportFeature(contacts, watch);
    }
}
