package portal.subscriptions;

import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A seller changes how many seats a subscription has. More of them are an order, fewer are not. */
public final class SeatsRoutes {
    private static final String PATH = SubscriptionRoutes.ONE + "/seats";

    private final Database database;
    private final SubscriptionChanges changes;
    private final Runnable wake;

    /**
     * Calls the verbs of changes.
     *
     * @param wake tells the postman that mail waits
     */
    public SeatsRoutes(Database database, SubscriptionChanges changes, Runnable wake) {
        this.database = database;
        this.changes = changes;
        this.wake = wake;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.MANAGE_SUBSCRIPTIONS, this::seatsPage);
        routes.post(PATH, Access.MANAGE_SUBSCRIPTIONS, this::seats);
    }

    private Sold sold(Request request, boolean form) {
        return Sold.of(database, request, form);
    }

    private void seatsPage(Request request) {
        Sold sold = sold(request, false);
        if (sold.stands(request, countable(sold))) {
            String seats = String.valueOf(sold.subscription().seats());
            request.page(new ChangePages.Seats(sold.customer(), sold.subscription(), seats, new FormErrors(), false));
        }
    }

    private static boolean countable(Sold sold) {
        return sold.subscription().seated() && sold.subscription().is(SubscriptionState.ACTIVE);
    }

    private void seats(Request request) {
        Sold sold = sold(request, true);
        if (!sold.stands(request, countable(sold))) {
            return;
        }
        String seats = request.form().line("seats");
        Subscription subscription = sold.subscription();
        FormErrors errors = new FormErrors();
        OrderForm.checkSeats(errors, seats, subscription.fewestSeats(), mostSeats(subscription));
        boolean stale = !sold.drawnFrom(request.form().line("version"));
        if (!errors.isEmpty() || stale) {
            request.page(stale ? 409 : 422, new ChangePages.Seats(sold.customer(), subscription, seats, errors, stale));
            return;
        }
        seats(request, sold, Integer.parseInt(seats));
    }

    /** What has more than its offer allows by now may keep it. */
    private static int mostSeats(Subscription subscription) {
        return Math.max(subscription.mostSeats(), subscription.seats());
    }

    private void seats(Request request, Sold sold, int seats) {
        if (seats == sold.subscription().seats()) {
            request.redirect(sold.path(), Flash.note("flash.subscription-unchanged"));
            return;
        }
        if (seats > sold.subscription().seats()) {
            request.require(Access.ORDER, sold.customer().footing());
        }
        SubscriptionChanges.Outcome outcome = changes.seats(sold.change(request), seats);
        if (Sold.done(outcome)) {
            wake.run();
            request.redirect(sold.path(), Flash.done("flash.subscription-seats", String.valueOf(seats)));
            return;
        }
        Sold now = sold(request, true);
        if (now.stands(request, countable(now))) {
            request.page(
                    409,
                    new ChangePages.Seats(
                            now.customer(), now.subscription(), String.valueOf(seats), new FormErrors(), true));
        }
    }
}
