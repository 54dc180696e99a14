package portal.relationships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

/** An open reseller relationship, with the delegated admin privileges beside it. */
public record Relationship(
        UUID id,
        PartnerId partnerId,
        String partnerName,
        Capacity capacity,
        CustomerId customerId,
        Instant beganAt,
        Instant delegatedAdminSince) {

    /** Whether the partner has delegated admin privileges now. */
    public boolean delegatedAdmin() {
        return delegatedAdminSince != null;
    }
}
