package portal.subscriptions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import java.util.function.Function;
import portal.activity.Action;
import portal.platform.database.Database;
import portal.platform.texts.Texts;

/** Subscriptions renew by themselves at the end of their term. */
public final class Renewals {
    private static final int AT_ONCE = 500;

    private final Database database;

    /** Kept in the database. */
    public Renewals(Database database) {
        this.database = database;
    }

    /** Moves the renewal of everything that is due to the end of its next term; a job calls it, several nodes may. */
    public void renewDue(Instant now) {
        int renewed;
        do {
            renewed = 0;
            for (Subscription due : database.read(SubscriptionDao.class, dao -> dao.due(now, AT_ONCE))) {
                renewed += renew(due, now) ? 1 : 0;
            }
        } while (renewed > 0);
    }

    private boolean renew(Subscription subscription, Instant now) {
        Instant next = subscription.term().nextRenewal(subscription.beganAt(), now);
        BiFunction<Texts, Instant, String> day = (texts, at) -> texts.date(at, ZoneOffset.UTC);
        Function<Texts, String> after = texts -> next == null ? null : day.apply(texts, next);
        return database.write(handle -> {
            SubscriptionDao dao = handle.attach(SubscriptionDao.class);
            if (dao.renew(subscription.id(), subscription.renewsAt(), next) == 0) {
                return false;
            }
            new SubscriptionLog(handle, subscription, null, now)
                    .write(Action.SUBSCRIPTION_RENEWED, texts -> day.apply(texts, subscription.renewsAt()), after);
            return true;
        });
    }
}
