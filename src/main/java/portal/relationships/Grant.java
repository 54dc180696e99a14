package portal.relationships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;

/**
 * Delegated admin privileges from their beginning to their end. What changes is another grant, so that all of them
 * together are the history.
 *
 * @param globalAdmin whether the partner's Admin agents are Global administrators
 * @param helpdeskAdmin whether the partner's Helpdesk agents are Helpdesk administrators
 * @param grantedBy name of the person; null when not known
 * @param endedAt null while granted
 * @param endedBy name of the person; null while granted
 * @param endReason null while granted, and for what ended before reasons were kept
 */
public record Grant(
        UUID id,
        PartnerId partnerId,
        CustomerId customerId,
        boolean globalAdmin,
        boolean helpdeskAdmin,
        String grantedBy,
        Instant grantedAt,
        String endedBy,
        Instant endedAt,
        GrantEnd endReason) {

    /** Whether it holds now. */
    public boolean open() {
        return endedAt == null;
    }
}
