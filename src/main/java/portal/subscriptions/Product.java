package portal.subscriptions;

import java.util.List;
import java.util.UUID;

/**
 * What is sold, in one or more offers.
 *
 * @param available whether any of its offers can be ordered
 */
public record Product(UUID id, String sku, String name, ProductKind kind, boolean available) {
    /** A product with some of its offers. */
    public record Offered(Product product, List<Offer> offers) {}
}
