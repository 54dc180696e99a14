package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Capacity;

/**
 * A partner that asks, and what it has of a customer today.
 *
 * @param since when its relationship began; null when there is none
 * @param privileged whether it has delegated admin privileges
 * @param globalAdmin whether these let its Admin agents manage everything
 */
record PartyToday(
        UUID partnerId,
        Capacity capacity,
        boolean inviter,
        boolean delegatedAdmin,
        Instant since,
        boolean privileged,
        boolean globalAdmin) {
    /** What it asks. */
    Party party() {
        return new Party(partnerId, capacity, inviter, delegatedAdmin);
    }
}
