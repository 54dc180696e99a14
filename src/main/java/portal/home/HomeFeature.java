package portal.home;

import portal.enrolment.Enrolments;
import portal.invitations.Receipts;
import portal.lookup.LookUps;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.portfolio.Portfolio;

/** The first page of each, and settings. */
public final class HomeFeature {
    private HomeFeature() {}

    /** Adds the routes. */
    public static void addTo(Platform platform, Receipts receipts, Enrolments enrolments, LookUps lookUps) {
        Database database = platform.database();
        new HomeRoutes(database, new Portfolio(database), receipts, enrolments, lookUps).addTo(platform.routes());
        new SettingsRoutes().addTo(platform.routes());
        new OrganizationSettingsRoutes(new OrganizationSettings(database)).addTo(platform.routes());
    }
}
