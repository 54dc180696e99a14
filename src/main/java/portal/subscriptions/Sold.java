package portal.subscriptions;

import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.relationships.CustomerRecord;

/** A subscription the visitor may change because its organization sold it, with the customer. */
record Sold(CustomerRecord customer, Subscription subscription) {
    /**
     * What the address names.
     *
     * @param form whether a form was sent, drawn when the relationship was open
     * @throws Refusal (404, 403 when it is not the visitor's to change, 409 when the relationship has ended meanwhile)
     */
    static Sold of(Database database, Request request, boolean form) {
        return database.read(handle -> {
            CustomerRecord customer =
                    form ? Opening.customerOfForm(handle, request) : Opening.customer(handle, request);
            Subscription subscription = Opening.subscription(handle, customer, request);
            request.require(Access.MANAGE_SUBSCRIPTIONS, customer.footing());
            if (!subscription.soldBy(customer)) {
                throw Refusal.notAllowed("subscriptions.elsewhere.read-only", subscription.origin());
            }
            return new Sold(customer, subscription);
        });
    }

    String path() {
        return customer.path() + "/subscriptions/" + subscription.id();
    }

    /** Whether a form shows the subscription as it is. */
    boolean drawnFrom(String version) {
        return version.equals(String.valueOf(subscription.version()));
    }

    SubscriptionChanges.Change change(Request request) {
        return new SubscriptionChanges.Change(request.visitor(), customer, subscription, request.now());
    }

    /** Whether it stands as the page needs it; else its own page says how it stands. */
    boolean stands(Request request, boolean so) {
        if (!so) {
            request.redirect(path(), Flash.warning("flash.subscription-stands-otherwise"));
        }
        return so;
    }

    /**
     * Whether a change was made.
     *
     * @throws Refusal (409) when what it rests on has ended meanwhile
     */
    static boolean done(SubscriptionChanges.Outcome outcome) {
        return switch (outcome) {
            case DONE -> true;
            case STALE, ASSIGNED -> false;
            case GONE -> throw Opening.gone();
            case NO_AGREEMENT -> throw Refusal.changed("access.missing.agreement");
        };
    }
}
