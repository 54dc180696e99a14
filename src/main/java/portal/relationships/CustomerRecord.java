package portal.relationships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.access.Footing;
import portal.portfolio.Attention;

/**
 * A customer as one partner in one capacity may open it: what every page below {@code /customers/{id}} stands on. There
 * is none without an open relationship.
 *
 * @param id of the row of the Customers page
 * @param name as the partner lists it
 * @param portal name of the portal where the customer was served before; null unless it was imported
 * @param delegatedAdminSince null when delegated admin privileges are not granted
 */
public record CustomerRecord(
        UUID id,
        PartnerId partnerId,
        Capacity capacity,
        CustomerId customerId,
        UUID relationshipId,
        String name,
        String domain,
        String country,
        Cloud cloud,
        String origin,
        String portal,
        Attention attention,
        Instant beganAt,
        Instant delegatedAdminSince,
        boolean agreementAccepted) {

    /** What the partner may do here rests on this. */
    public Footing footing() {
        return new Footing(capacity, delegatedAdminSince != null, agreementAccepted);
    }

    /** Address of the customer's account; its other pages are below. */
    public String path() {
        return "/customers/" + id;
    }
}
