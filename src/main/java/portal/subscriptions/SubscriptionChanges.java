package portal.subscriptions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.organizations.CustomerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.platform.texts.Texts;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Relationships;

/** A seller changes what it sold. Each verb begins with the relationship's row, and goes on while it is open. */
public final class SubscriptionChanges {
    private final Database database;
    private final Outbox outbox;
    private final SubscriptionEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public SubscriptionChanges(Database database, Outbox outbox, SubscriptionEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** What came of a change. */
    public enum Outcome {
        DONE,
        /** The relationship has ended. */
        GONE,
        /** The subscription was changed since it was read. */
        STALE,
        /** So many seats are assigned that fewer are not possible, or that more lose theirs than was told. */
        ASSIGNED,
        /** The customer has not accepted the agreement. */
        NO_AGREEMENT
    }

    /** Takes back what a transaction has written, and says why. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Outcome outcome;

        Undone(Outcome outcome) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
        }
    }

    /** Who changes what of whom. */
    public record Change(Visitor visitor, CustomerRecord customer, Subscription subscription, Instant now) {
        CustomerId customerId() {
            return customer.customerId();
        }
    }

    private Outcome write(Change change, Function<Handle, Outcome> work) {
        CustomerRecord customer = change.customer();
        try {
            return database.write(handle ->
                    Relationships.touch(handle, customer.partnerId(), customer.capacity(), customer.customerId())
                            ? work.apply(handle)
                            : Outcome.GONE);
        } catch (Undone undone) {
            return undone.outcome;
        }
    }

    /** Changes the number of seats: never below those that are assigned, which the pool's row decides. */
    Outcome seats(Change change, int seats) {
        Subscription subscription = change.subscription();
        int more = seats - subscription.seats();
        return write(change, handle -> {
            if (more > 0 && !agreed(handle, change.customer())) {
                return Outcome.NO_AGREEMENT;
            }
            if (handle.attach(SubscriptionDao.class).changeSeats(subscription, seats) == 0) {
                return Outcome.STALE;
            }
            if (more > 0) {
                SeatPools.add(handle, change.customerId(), subscription.productId(), more);
            } else if (more < 0 && !SeatPools.remove(handle, change.customerId(), subscription.productId(), -more)) {
                throw new Undone(Outcome.ASSIGNED);
            }
            log(handle, change)
                    .write(
                            Action.SUBSCRIPTION_SEATS_CHANGED,
                            texts -> texts.text("subscriptions.seats", subscription.seats()),
                            texts -> texts.text("subscriptions.seats", seats));
            Subscription changed = again(handle, change);
            emails.seatsChanged(handle, changed, change.visitor())
                    .ifPresent(email -> outbox.add(handle, email, change.now()));
            return Outcome.DONE;
        });
    }

    private static boolean agreed(Handle handle, CustomerRecord customer) {
        return CustomerRecords.find(handle, customer.partnerId(), customer.id())
                .filter(CustomerRecord::agreementAccepted)
                .isPresent();
    }

    /**
     * Gives it another nickname.
     *
     * @param nickname null for none
     */
    Outcome rename(Change change, String nickname) {
        Subscription subscription = change.subscription();
        return write(change, handle -> {
            if (handle.attach(SubscriptionDao.class).rename(subscription, nickname) == 0) {
                return Outcome.STALE;
            }
            if (!Objects.equals(subscription.nickname(), nickname)) {
                log(handle, change)
                        .write(Action.SUBSCRIPTION_RENAMED, texts -> subscription.nickname(), texts -> nickname);
            }
            return Outcome.DONE;
        });
    }

    /**
     * Suspends it: its seats leave the pool, licences that are assigned stay.
     *
     * @param told how many assigned seats lose theirs, as the page said; more lose them only when told
     */
    public Outcome suspend(Change change, int told) {
        Subscription subscription = change.subscription();
        return write(change, handle -> {
            if (handle.attach(SubscriptionDao.class).suspend(subscription, change.now()) == 0) {
                return Outcome.STALE;
            }
            if (subscription.seated()
                    && !SeatPools.withdraw(
                            handle, change.customerId(), subscription.productId(), subscription.seats(), told)) {
                throw new Undone(Outcome.ASSIGNED);
            }
            log(handle, change)
                    .write(Action.SUBSCRIPTION_SUSPENDED, SubscriptionChanges::active, SubscriptionChanges::suspended);
            emails.suspended(handle, again(handle, change), change.visitor())
                    .ifPresent(email -> outbox.add(handle, email, change.now()));
            return Outcome.DONE;
        });
    }

    /** Resumes it: its seats come back to the pool, and a renewal that has passed meanwhile moves on. */
    Outcome resume(Change change) {
        Subscription subscription = change.subscription();
        return write(change, handle -> {
            Instant renews = subscription.endsAt() == null
                    ? subscription.term().nextRenewal(subscription.beganAt(), change.now())
                    : null;
            if (handle.attach(SubscriptionDao.class).resume(subscription, renews, change.now()) == 0) {
                return Outcome.STALE;
            }
            if (subscription.seated()) {
                SeatPools.add(handle, change.customerId(), subscription.productId(), subscription.seats());
            }
            log(handle, change)
                    .write(Action.SUBSCRIPTION_RESUMED, SubscriptionChanges::suspended, SubscriptionChanges::active);
            emails.resumed(handle, again(handle, change), change.visitor())
                    .ifPresent(email -> outbox.add(handle, email, change.now()));
            return Outcome.DONE;
        });
    }

    /** Lets it renew at the end of its term, or end there: at the end that was read, while that is ahead. */
    public Outcome renewal(Change change, boolean on) {
        Subscription subscription = change.subscription();
        Instant renews = subscription.term().nextRenewal(subscription.beganAt(), change.now());
        return write(change, handle -> {
            SubscriptionDao dao = handle.attach(SubscriptionDao.class);
            int changed = on
                    ? dao.turnRenewalOn(subscription, renews, change.now())
                    : dao.turnRenewalOff(subscription, change.now());
            if (changed == 0) {
                return Outcome.STALE;
            }
            Instant at = on ? renews : subscription.renewsAt();
            log(handle, change)
                    .write(
                            on ? Action.SUBSCRIPTION_RENEWAL_ON : Action.SUBSCRIPTION_RENEWAL_OFF,
                            texts -> null,
                            texts -> texts.date(at, ZoneOffset.UTC));
            emails.renewal(handle, again(handle, change), change.visitor(), on)
                    .ifPresent(email -> outbox.add(handle, email, change.now()));
            return Outcome.DONE;
        });
    }

    private static String active(Texts texts) {
        return texts.text("subscriptions.state.active");
    }

    private static String suspended(Texts texts) {
        return texts.text("subscriptions.state.suspended");
    }

    private static SubscriptionLog log(Handle handle, Change change) {
        return new SubscriptionLog(
                handle, change.subscription(), change.visitor().personId(), change.now());
    }

    /** As it stands afterwards. */
    private static Subscription again(Handle handle, Change change) {
        return Subscriptions.find(
                        handle, change.customer(), change.subscription().id())
                .orElseThrow();
    }
}
