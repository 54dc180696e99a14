package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.relationships.CustomerRecord;

/** What others need to know of a customer's subscriptions, and may write of them. Verbs take the open handle. */
public final class Subscriptions {
    private static final int MOST = 100;

    private Subscriptions() {}

    /** A subscription that keeps its seller from ending the relationship; by its nickname, else its product. */
    public record Active(UUID id, String name) {}

    /**
     * A subscription of a customer, as far as the partner may see it: what it sold in the capacity of the row, what it is
     * the reseller of record of, and, with delegated admin privileges, what was bought elsewhere.
     */
    public static Optional<Subscription> find(Handle handle, CustomerRecord customer, UUID id) {
        return handle.attach(SubscriptionDao.class).find(customer, id);
    }

    /**
     * The active subscriptions a partner sold to a customer in a capacity, the oldest first, at most a hundred: while
     * there is one, the relationship cannot end. Who ends it writes the relationship's row first, as orders do.
     */
    public static List<Active> activeOf(Handle handle, PartnerId partner, Capacity capacity, CustomerId customer) {
        return handle.attach(SubscriptionDao.class).active(partner, capacity, customer, MOST);
    }

    /** When the next of those renews; empty when none does. */
    public static Optional<Instant> nextRenewal(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer) {
        return handle.attach(SubscriptionDao.class).nextRenewal(partner, capacity, customer);
    }

    /**
     * Designates who supports a subscription. Who may, and who can be, the caller has made sure of.
     *
     * @param contact a partner; null for the seller
     * @param version of the subscription as it was read
     * @return whether it was still so
     */
    public static boolean designate(Handle handle, UUID subscription, PartnerId contact, int version) {
        UUID id = contact == null ? null : contact.value();
        return handle.attach(SubscriptionDao.class).designate(subscription, id, version) > 0;
    }
}
