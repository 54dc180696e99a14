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
    private final Runnable wake;

    /**
     * Calls the verbs of changes.
     *
     * @param wake tells the postman that mail waits
     */
    public RenewalRoutes(Database database, SubscriptionChanges changes, Runnable wake) {
        this.database = database;
        this.changes = changes;
        this.wake = wake;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.MANAGE_SUBSCRIPTIONS, this::show);
        routes.post(PATH, Access.MANAGE_SUBSCRIPTIONS, this::decide);
    }

    private void show(Request request) {
        Sold sold = Sold.of(database, request, false);
        if (sold.stands(request, sold.subscription().renewable(request.now()))) {
            request.page(new ChangePages.Renewal(sold.customer(), sold.subscription(), false));
        }
    }

    private void decide(Request request) {
        Sold sold = Sold.of(database, request, true);
        boolean on = request.form().line("renews").equals("yes");
        Instant at = on ? sold.subscription().endsAt() : sold.subscription().renewsAt();
        if (!sold.stands(request, sold.subscription().renewable(request.now()) && at != null)) {
            return;
        }
        // a renewal moves the end that the form tells, and leaves the version
        boolean drawn = sold.drawnFrom(request.form().line("version"))
                && request.form().line("until").equals(at.toString());
        if (drawn && Sold.done(changes.renewal(sold.change(request), on))) {
            wake.run();
            String flash = on ? "flash.subscription-renewal-on" : "flash.subscription-renewal-off";
            request.redirect(sold.path(), Flash.done(flash, request.texts().date(at, request.zone())));
            return;
        }
        Sold now = Sold.of(database, request, true);
        if (now.stands(request, now.subscription().renewable(request.now()))) {
            request.page(409, new ChangePages.Renewal(now.customer(), now.subscription(), true));
        }
    }
}
