package portal.partnerships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.PartnerId;

/**
 * One partnership, from the moment it was asked.
 *
 * @param askedBy the side that asked
 * @param askedByPerson who asked there
 * @param acceptedAt null while nobody has accepted
 * @param statementVersion of what was accepted; null as long
 * @param endedSide the side that declined, withdrew or ended it; null while it is open
 * @param reason why, for the organization that ended it
 */
public record Partnership(
        UUID id,
        PartnerId providerId,
        PartnerId resellerId,
        Side askedBy,
        UUID askedByPerson,
        Instant askedAt,
        PartnershipState state,
        Instant acceptedAt,
        String statementVersion,
        Side endedSide,
        Instant endedAt,
        String reason,
        int version) {

    /** Whether joint invitations and orders may rest on it. */
    public boolean active() {
        return state == PartnershipState.ACTIVE;
    }

    /** The side a partner is on. */
    public Side sideOf(PartnerId partner) {
        return providerId.equals(partner) ? Side.PROVIDER : Side.RESELLER;
    }

    /** The partner on a side. */
    public PartnerId on(Side side) {
        return side == Side.PROVIDER ? providerId : resellerId;
    }

    /** Whether it waits for the answer of a side. */
    public boolean awaits(Side side) {
        return state == PartnershipState.ASKED && askedBy != side;
    }

    /** Address of its page. */
    public String path() {
        return "/partnerships/" + id;
    }
}
