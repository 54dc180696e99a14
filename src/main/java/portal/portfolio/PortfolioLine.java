package portal.portfolio;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Capacity;

/**
 * One row of the Customers page as its file has it.
 *
 * @param customerId null while only invited
 * @param tags joined by commas; null for none
 */
public record PortfolioLine(
        UUID id,
        Capacity capacity,
        UUID customerId,
        String name,
        String alias,
        String domain,
        String country,
        PortfolioState state,
        DelegatedAdminState dap,
        Attention attention,
        Instant invitedUntil,
        Instant since,
        String tags) {}
