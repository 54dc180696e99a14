package portal.lookup;

import portal.platform.Platform;
import portal.portfolio.Portfolio;
import portal.support.SupportContacts;

/** Finding a customer from the top bar. */
public record LookUpFeature(LookUps lookUps) {
    /** Adds the routes. */
    public static LookUpFeature addTo(Platform platform, SupportContacts contacts) {
        LookUps lookUps = new LookUps(platform.database(), new Portfolio(platform.database()));
        new LookUpRoutes(platform.database(), lookUps, contacts).addTo(platform.routes());
        return new LookUpFeature(lookUps);
    }
}
