package portal.agreements;

import portal.organizations.Organizations;
import portal.platform.Platform;
import portal.platform.database.Database;

/** The customer agreement: its versions, and asking customers for the one in force. */
public final class AgreementFeature {
    private AgreementFeature() {}

    /**
     * Adds the routes.
     *
     * @param partners says who is a customer's partner
     * @param listener hears that a customer has accepted
     */
    public static void addTo(Platform platform, Consents.Partners partners, Consents.Listener listener) {
        Database database = platform.database();
        new AgreementRoutes(new AgreementVersions(database), new Organizations(database)).addTo(platform.routes());
        new ConsentRoutes(new Consents(database, partners, listener)).addTo(platform.routes());
    }
}
