package portal.endings;

import portal.partnerships.Partnerships;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;
import portal.support.Watch;

/** Relationships are removed, privileges given up or taken back, partnerships ended. */
public final class EndingFeature {
    private EndingFeature() {}

    /** Adds the routes. */
    public static void addTo(Platform platform, Partnerships partnerships, Watch watch) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Runnable mailAdded = platform.mailAdded();
        EndingEmails emails = new EndingEmails(platform.config(), platform.renderer());
        PrivilegeEndings privileges = new PrivilegeEndings(database, platform.outbox(), emails, watch);
        Notices notices = new Notices(database, platform.outbox(), emails);

        new PartnershipEndRoutes(database, partnerships).addTo(routes);
        new RemovalRoutes(database, new Endings(database, watch), mailAdded).addTo(routes);
        new ProtocolRoutes(database, notices, privileges, mailAdded).addTo(routes);
        new PrivilegeRoutes(database, privileges, platform.config().servicePhone(), mailAdded).addTo(routes);
        new PartnerRoutes(database, privileges, mailAdded).addTo(routes);
    }
}
