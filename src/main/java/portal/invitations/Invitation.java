package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Cloud;
import portal.platform.texts.Language;

/**
 * One request.
 *
 * @param company as the inviter typed it; null when left empty, as are domain, e-mail and note
 * @param language of the draft
 * @param createdBy the person who asks
 * @param customerId who answered; null while nobody has
 * @param reason of a decline or a revocation
 */
public record Invitation(
        InvitationId id,
        InvitationKind kind,
        InvitationState storedState,
        Cloud cloud,
        String company,
        String domain,
        String email,
        Language language,
        String note,
        UUID createdBy,
        Instant createdAt,
        int validityDays,
        Instant expiresAt,
        UUID customerId,
        UUID answeredBy,
        Instant answeredAt,
        String reason,
        int version) {

    /** How it stands at a moment: an open one whose time is over counts as expired before the job says so. */
    public InvitationState state(Instant now) {
        boolean over = storedState == InvitationState.OPEN && !expiresAt.isAfter(now);
        return over ? InvitationState.EXPIRED : storedState;
    }

    /** Whether it can be answered. */
    public boolean open(Instant now) {
        return state(now) == InvitationState.OPEN;
    }

    /** Whether the link may be made anew: nobody has answered, and nobody took it back. */
    public boolean renewable() {
        return storedState == InvitationState.OPEN || storedState == InvitationState.EXPIRED;
    }
}
