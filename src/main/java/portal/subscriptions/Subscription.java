package portal.subscriptions;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Capacity;
import portal.relationships.CustomerRecord;

/**
 * What a customer has bought, as a partner that may see it sees it.
 *
 * @param sellerId direct-bill partner or indirect provider; null when it was bought elsewhere
 * @param resellerId the indirect reseller of record; null where there is none
 * @param origin where it was bought; {@link #ORDERED} when it was ordered here
 * @param nickname null when it has none
 * @param seats null when it is billed by use
 * @param renewsAt null when it does not renew
 * @param endsAt the end of its term, where it ends instead of renewing; null otherwise
 * @param supportContactId the partner designated to support it; null for the seller
 * @param poolSeats seats of all active subscriptions to the product in the customer's tenant, whoever sold them
 * @param assigned of those, the assigned ones
 */
public record Subscription(
        UUID id,
        UUID customerId,
        UUID offerId,
        UUID productId,
        String sku,
        String productName,
        ProductKind kind,
        String offerCode,
        Term term,
        Billing billing,
        int leastSeats,
        int mostSeats,
        UUID sellerId,
        String sellerName,
        Capacity sellerCapacity,
        UUID resellerId,
        String resellerName,
        String origin,
        String nickname,
        Integer seats,
        SubscriptionState state,
        Instant beganAt,
        Instant renewsAt,
        Instant endsAt,
        Instant suspendedAt,
        Instant endedAt,
        UUID supportContactId,
        String supportContactName,
        int version,
        int poolSeats,
        int assigned) {
    /** The origin of what was ordered in this portal. */
    public static final String ORDERED = "order";

    /** Whether it is counted by seats. */
    public boolean seated() {
        return seats != null;
    }

    /** Whether it was bought where this portal does not sell. */
    public boolean boughtElsewhere() {
        return sellerId == null;
    }

    /** Whether the partner sold it in the capacity in which it looks at the customer. */
    public boolean soldBy(CustomerRecord customer) {
        return customer.partnerId().value().equals(sellerId) && customer.capacity() == sellerCapacity;
    }

    /** Whether it stands so. */
    public boolean is(SubscriptionState other) {
        return state == other;
    }

    /** Whether its renewal may be turned on or off: it runs, and has a term that is not over. */
    boolean renewable(Instant now) {
        Instant over = endsAt == null ? renewsAt : endsAt;
        return state == SubscriptionState.ACTIVE && over != null && over.isAfter(now);
    }

    /** Whether it may be resumed: it rests, and its term is not over. */
    boolean resumable(Instant now) {
        return state == SubscriptionState.SUSPENDED && (endsAt == null || endsAt.isAfter(now));
    }

    /** How the customer's people know it. */
    public String name() {
        return nickname == null ? productName : nickname;
    }

    /** Seats of the product nobody has; those may be taken away. */
    int free() {
        return Math.max(0, poolSeats - assigned);
    }

    /** The fewest seats it can have now: those that are assigned stay. */
    public int fewestSeats() {
        return Math.max(leastSeats, seats - free());
    }

    /** How many assigned seats no seat would stand behind while this is suspended. */
    public int uncoveredWithout() {
        return Math.max(0, assigned - (poolSeats - seats));
    }

    /** How many assigned seats have no seat behind them now. */
    public int uncovered() {
        return Math.max(0, assigned - poolSeats);
    }
}
