package portal.partnerships;

import java.time.Instant;
import java.util.UUID;

/**
 * A partnership in the list of one side.
 *
 * @param name of the other side, as are MPN ID, country, e-mail and phone
 * @param since when it was accepted; null when it never was
 */
public record PartnershipRow(
        UUID id,
        PartnershipState state,
        Side askedBy,
        UUID otherId,
        String name,
        String mpnId,
        String country,
        String email,
        String phone,
        Instant askedAt,
        Instant since,
        Instant endedAt) {

    /** Whether it waits for the answer of a side. */
    public boolean awaits(Side side) {
        return state == PartnershipState.ASKED && askedBy != side;
    }
}
