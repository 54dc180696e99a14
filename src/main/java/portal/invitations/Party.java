package portal.invitations;

import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

/** A partner that asks in an invitation. */
public record Party(UUID partnerId, Capacity capacity, boolean inviter, boolean delegatedAdmin) {
    /** The partner's typed id. */
    public PartnerId partner() {
        return new PartnerId(partnerId);
    }
}
