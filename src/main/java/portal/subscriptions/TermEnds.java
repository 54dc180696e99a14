package portal.subscriptions;

import java.time.Instant;
import portal.activity.Action;
import portal.organizations.CustomerId;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;

/** Subscriptions whose renewal was turned off end with their term. */
public final class TermEnds {
    private static final int AT_ONCE = 500;

    /** Licences stay, however many; nothing new is assigned until there are seats. */
    private static final int ANY = 1_000_000_000;

    private final Database database;
    private final Outbox outbox;
    private final SubscriptionEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public TermEnds(Database database, Outbox outbox, SubscriptionEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** Ends everything whose term is over; a job calls it, several nodes may. */
    public void endDue(Instant now) {
        int ended;
        do {
            ended = 0;
            for (Subscription due : database.read(SubscriptionDao.class, dao -> dao.ending(now, AT_ONCE))) {
                ended += end(due, now) ? 1 : 0;
            }
        } while (ended > 0);
    }

    private boolean end(Subscription due, Instant now) {
        return database.write(handle -> {
            if (handle.attach(SubscriptionDao.class).end(due) == 0) {
                return false;
            }
            if (due.seated() && due.is(SubscriptionState.ACTIVE)) {
                SeatPools.withdraw(handle, new CustomerId(due.customerId()), due.productId(), due.seats(), ANY);
            }
            new SubscriptionLog(handle, due, null, now)
                    .write(
                            Action.SUBSCRIPTION_ENDED,
                            texts -> texts.text(
                                    "subscriptions.state." + due.state().code()),
                            texts -> texts.text("subscriptions.state.ended"));
            emails.ended(handle, due).forEach(email -> outbox.add(handle, email, now));
            return true;
        });
    }
}
