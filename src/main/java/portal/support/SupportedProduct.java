package portal.support;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A product as the customer who uses it sees who supports it.
 *
 * @param origin where it was bought, when there is no seller
 */
public record SupportedProduct(
        String productName,
        String origin,
        UUID sellerId,
        String sellerName,
        String sellerEmail,
        String sellerPhone,
        String sellerWebsite,
        UUID contactId,
        String contactName,
        String contactEmail,
        String contactPhone,
        String contactWebsite,
        @Nested Eligibility eligibility) {

    /** Who acts now; null when it was bought elsewhere and nobody offered. */
    public Contact acting() {
        if (contactId != null && eligibility.holds()) {
            return new Contact(contactId, contactName, contactEmail, contactPhone, contactWebsite);
        }
        return sellerId == null ? null : new Contact(sellerId, sellerName, sellerEmail, sellerPhone, sellerWebsite);
    }
}
