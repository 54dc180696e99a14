package portal.information;

import portal.platform.Platform;

/** What everybody may read about the portal. */
public final class InformationFeature {
    private InformationFeature() {}

    /** Adds the routes. */
    public static void addTo(Platform platform) {
        new InformationRoutes(platform.config().operator()).addTo(platform.routes());
    }
}
