package portal.home;

import portal.platform.access.Access;
import portal.platform.web.Routes;

/** What a partner may set up: leads to the features' own pages. */
public final class SettingsRoutes {
    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.get("/settings", Access.SEE_CUSTOMERS, request -> request.page(new HomePages.Settings()));
    }
}
