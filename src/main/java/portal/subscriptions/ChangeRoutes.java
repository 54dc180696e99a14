package portal.subscriptions;

import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A seller changes a subscription: its nickname, and whether it is suspended. */
public final class ChangeRoutes {
    private static final String PATH = SubscriptionRoutes.ONE;

    private final Database database;
    private final SubscriptionChanges changes;
    private final Runnable wake;

    /**
     * Calls the verbs of changes.
     *
     * @param wake tells the postman that mail waits
     */
    public ChangeRoutes(Database database, SubscriptionChanges changes, Runnable wake) {
        this.database = database;
        this.changes = changes;
        this.wake = wake;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH + "/nickname", Access.MANAGE_SUBSCRIPTIONS, this::nicknamePage);
        routes.post(PATH + "/nickname", Access.MANAGE_SUBSCRIPTIONS, this::nickname);
        routes.get(PATH + "/suspension", Access.MANAGE_SUBSCRIPTIONS, this::suspensionPage);
        routes.post(PATH + "/suspension", Access.MANAGE_SUBSCRIPTIONS, this::suspend);
        routes.get(PATH + "/resumption", Access.MANAGE_SUBSCRIPTIONS, this::resumptionPage);
        routes.post(PATH + "/resumption", Access.MANAGE_SUBSCRIPTIONS, this::resume);
    }

    private Sold sold(Request request, boolean form) {
        return Sold.of(database, request, form);
    }

    private void nicknamePage(Request request) {
        Sold sold = sold(request, false);
        if (sold.stands(request, !sold.subscription().is(SubscriptionState.ENDED))) {
            String nickname = sold.subscription().nickname() == null
                    ? ""
                    : sold.subscription().nickname();
            request.page(
                    new ChangePages.Nickname(sold.customer(), sold.subscription(), nickname, new FormErrors(), false));
        }
    }

    private void nickname(Request request) {
        Sold sold = sold(request, true);
        if (!sold.stands(request, !sold.subscription().is(SubscriptionState.ENDED))) {
            return;
        }
        String nickname = request.form().line("nickname");
        FormErrors errors = new FormErrors();
        errors.text("nickname", nickname, OrderForm.LONGEST_NICKNAME);
        boolean stale = !sold.drawnFrom(request.form().line("version"));
        if (errors.isEmpty()
                && !stale
                && Sold.done(changes.rename(sold.change(request), nickname.isEmpty() ? null : nickname))) {
            request.redirect(sold.path(), Flash.done("flash.subscription-renamed"));
            return;
        }
        Sold now = sold(request, true);
        boolean lost = stale || errors.isEmpty();
        request.page(
                lost ? 409 : 422, new ChangePages.Nickname(now.customer(), now.subscription(), nickname, errors, lost));
    }

    private void suspensionPage(Request request) {
        Sold sold = sold(request, false);
        if (sold.stands(request, sold.subscription().is(SubscriptionState.ACTIVE))) {
            request.page(new ChangePages.Suspension(sold.customer(), sold.subscription(), false));
        }
    }

    private void suspend(Request request) {
        Sold sold = sold(request, true);
        if (!sold.stands(request, sold.subscription().is(SubscriptionState.ACTIVE))) {
            return;
        }
        String told = request.form().line("uncovered");
        if (sold.drawnFrom(request.form().line("version"))
                && told.matches("[0-9]{1,7}")
                && Sold.done(changes.suspend(sold.change(request), Integer.parseInt(told)))) {
            wake.run();
            request.redirect(sold.path(), Flash.done("flash.subscription-suspended"));
            return;
        }
        Sold now = sold(request, true);
        if (now.stands(request, now.subscription().is(SubscriptionState.ACTIVE))) {
            request.page(409, new ChangePages.Suspension(now.customer(), now.subscription(), true));
        }
    }

    private void resumptionPage(Request request) {
        Sold sold = sold(request, false);
        if (sold.stands(request, sold.subscription().resumable(request.now()))) {
            request.page(new ChangePages.Resumption(sold.customer(), sold.subscription(), false));
        }
    }

    private void resume(Request request) {
        Sold sold = sold(request, true);
        if (!sold.stands(request, sold.subscription().resumable(request.now()))) {
            return;
        }
        if (sold.drawnFrom(request.form().line("version")) && Sold.done(changes.resume(sold.change(request)))) {
            wake.run();
            request.redirect(sold.path(), Flash.done("flash.subscription-resumed"));
            return;
        }
        Sold now = sold(request, true);
        if (now.stands(request, now.subscription().resumable(request.now()))) {
            request.page(409, new ChangePages.Resumption(now.customer(), now.subscription(), true));
        }
    }
}
