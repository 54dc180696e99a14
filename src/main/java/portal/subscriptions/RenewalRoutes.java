package portal.subscriptions;

import java.time.Instant;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A seller decides whether a subscription renews at the end of its term, or ends there. */
public final class RenewalRoutes {
    private static final String PATH = SubscriptionRoutes.ONE + "/renewal";

    private final Database database;
    private final SubscriptionChanges changes;

    /** Calls the verbs of changes. */
    public RenewalRoutes(Database database, SubscriptionChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.MANAGE_SUBSCRIPTIONS, this::show);
        routes.post(PATH, Access.MANAGE_SUBSCRIPTIONS, this::decide);
    }

    private void show(Request request) {
        Sold sold = Sold.of(database, request, false);
        if (sold.stands(request, sold.subscription().renewable())) {
            request.page(new ChangePages.Renewal(sold.customer(), sold.subscription(), false));
        }
    }

    private void decide(Request request) {
        Sold sold = Sold.of(database, request, true);
        boolean on = request.form().line("renews").equals("yes");
        Instant at = on ? sold.subscription().endsAt() : sold.subscription().renewsAt();
        if (!sold.stands(request, sold.subscription().renewable() && at != null)) {
            return;
        }
        if (sold.drawnFrom(request.form().line("version")) && Sold.done(changes.renewal(sold.change(request), on))) {
            String flash = on ? "flash.subscription-renewal-on" : "flash.subscription-renewal-off";
            request.redirect(sold.path(), Flash.done(flash, request.texts().date(at, request.zone())));
            return;
        }
        Sold now = Sold.of(database, request, true);
        if (now.stands(request, now.subscription().renewable())) {
            request.page(409, new ChangePages.Renewal(now.customer(), now.subscription(), true));
        }
    }
}
