package portal.subscriptions;

import java.util.UUID;

/**
 * The seats of one product in one customer's tenant, whoever sold them.
 *
 * @param seats of all active subscriptions together
 */
public record SeatPool(UUID productId, String sku, String productName, int seats, int assigned) {
    /** Seats nobody has yet; none while more are assigned than there are, after a subscription was suspended. */
    public int free() {
        return Math.max(0, seats - assigned);
    }
}
