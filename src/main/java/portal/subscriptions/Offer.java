package portal.subscriptions;

import java.util.UUID;

/**
 * One way to buy a product. Its term and billing never change, so that subscriptions stay as they were ordered.
 *
 * @param code as the operator's catalogue names it
 * @param leastSeats of one order; means nothing for what is billed by use
 * @param available whether it can be ordered now
 */
public record Offer(
        UUID id,
        UUID productId,
        String sku,
        String productName,
        ProductKind kind,
        String code,
        Term term,
        Billing billing,
        int leastSeats,
        int mostSeats,
        boolean available) {

    /** Whether it is ordered with a number of seats. */
    public boolean seated() {
        return kind == ProductKind.LICENCE;
    }
}
