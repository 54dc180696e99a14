package portal.partnerships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.PartnerId;

/**
 * A link that works: whoever of the other side follows it can form a partnership with its owner.
 *
 * @param side whose link it is
 * @param acceptances how many partnerships it has made
 */
public record PartnershipLink(
        PartnerId organizationId, Side side, UUID madeBy, Instant madeAt, Instant expiresAt, int acceptances) {}
