package portal;

import java.util.List;
import portal.platform.access.Access;
import portal.platform.web.MenuItem;

/** Where the menu leads, in its order; each sees what it may open. */
final class Menu {
    static final List<MenuItem> ITEMS = List.of(
            new MenuItem("/", "layout.menu.home", "house", Access.SIGNED_IN, false),
            new MenuItem("/customers", "layout.menu.customers", "people", Access.SEE_CUSTOMERS, false, "/invitations"),
            new MenuItem("/partners", "layout.menu.partners", "building", Access.MANAGE_PRIVILEGES, false),
            new MenuItem("/enrolments", "layout.menu.enrolments", "building", Access.OPERATE, false),
            new MenuItem(
                    "/indirect-providers",
                    "layout.menu.indirect-providers",
                    "diagram-3",
                    Access.SEE_PROVIDERS,
                    false,
                    "/partnerships"),
            new MenuItem(
                    "/indirect-resellers",
                    "layout.menu.indirect-resellers",
                    "diagram-3",
                    Access.SEE_RESELLERS,
                    false,
                    "/partnerships"),
            new MenuItem("/support-coverage", "layout.menu.support", "headset", Access.SEE_CUSTOMERS, false),
            new MenuItem("/support", "layout.menu.support", "headset", Access.SEE_SUPPORT, false),
            new MenuItem("/agreements", "layout.menu.agreements", "file-earmark-text", Access.OPERATE, false),
            new MenuItem("/catalogue", "layout.menu.catalogue", "box-seam", Access.OPERATE, false),
            new MenuItem("/imports", "layout.menu.imports", "box-arrow-in-down", Access.OPERATE, false),
            new MenuItem("/service-links", "layout.menu.service-links", "box-arrow-up-right", Access.OPERATE, false),
            new MenuItem("/mail", "layout.menu.mail", "envelope", Access.OPERATE, false),
            new MenuItem("/people", "layout.menu.people", "people", Access.OPERATE, false),
            new MenuItem("/activity", "layout.menu.activity", "clock-history", Access.SEE_ACTIVITY, true),
            new MenuItem("/settings", "layout.menu.settings", "gear", Access.SEE_CUSTOMERS, true));

    private Menu() {}
}
