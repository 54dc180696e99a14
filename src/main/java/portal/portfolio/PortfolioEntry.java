package portal.portfolio;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Capacity;

/**
 * One row of the Customers page.
 *
 * @param customerId null while only invited
 * @param invitationId the open invitation; null when there is none
 * @param alias what the partner calls the customer besides; null for nothing
 * @param invitedUntil null when no invitation is open, or it works until it is revoked
 * @param since when the relationship began, or the invitation was made
 * @param acceptances how many customers have accepted the standing link; 0 for any other row
 */
public record PortfolioEntry(
        UUID id,
        Capacity capacity,
        UUID customerId,
        UUID invitationId,
        String name,
        String alias,
        String domain,
        String country,
        PortfolioState state,
        DelegatedAdminState dap,
        Attention attention,
        Instant invitedUntil,
        Instant since,
        int acceptances) {}
