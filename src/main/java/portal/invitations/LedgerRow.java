package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import portal.platform.access.Capacity;

/**
 * One line of the list of invitations; company, domain and e-mail as the inviter typed them.
 *
 * @param inviter who asked
 * @param sentAt when last sent from here; null for never
 * @param acceptances of a standing link
 * @param answeredAt when answered or revoked; null while neither
 */
public record LedgerRow(
        UUID id,
        InvitationKind kind,
        InvitationState storedState,
        Capacity capacity,
        String company,
        String domain,
        String email,
        WonThrough wonThrough,
        String inviter,
        Instant createdAt,
        Instant expiresAt,
        Instant sentAt,
        int reminders,
        int acceptances,
        Instant answeredAt) {

    /** How it stands: an open one whose time is over counts as expired before the job says so. */
    public InvitationState state(Instant now) {
        boolean over = storedState == InvitationState.OPEN && !expiresAt.isAfter(now);
        return over ? InvitationState.EXPIRED : storedState;
    }

    /** Whether any customer may accept it. */
    public boolean standing() {
        return kind == InvitationKind.STANDING;
    }

    /** Whether it works until it is revoked. */
    public boolean endless() {
        return !expiresAt.isBefore(Invitation.ENDLESS);
    }

    /** What it is known by; null when the inviter said nothing of the customer. */
    public String name() {
        if (company != null) {
            return company;
        }
        return domain != null ? domain : email;
    }
}
