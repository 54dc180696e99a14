package portal.endings;

import portal.partnerships.Partnerships;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;
import portal.support.Watch;

/** Relationships are removed, privileges given up or taken back, partnerships ended. */
public record EndingFeature(Endings endings) {
    /** Adds the routes. */
    public static EndingFeature addTo(Platform platform, Partnerships partnerships, Watch watch) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Runnable mailAdded = platform.mailAdded();
        EndingEmails emails = new EndingEmails(platform.config(), platform.renderer());
        PrivilegeEndings privileges = new PrivilegeEndings(database, platform.outbox(), emails, watch);
        Endings endings = new Endings(database, watch);
        Notices notices = new Notices(database, platform.outbox(), emails);

        new PartnershipEndRoutes(database, partnerships).addTo(routes);
        new RemovalRoutes(database, endings, mailAdded).addTo(routes);
        new ProtocolRoutes(database, notices, privileges, mailAdded).addTo(routes);
        new PrivilegeRoutes(database, privileges, platform.config().servicePhone(), mailAdded).addTo(routes);
        new PartnerRoutes(database, privileges, mailAdded).addTo(routes);
        return new EndingFeature(endings);
    }
}
