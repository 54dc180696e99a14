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
 * @param wonThrough how the customer was won; null when not told
 * @param acceptances of a standing link
 * @param sentAt when last sent from here; null for never
 * @param remind whether the customer may be reminded
 * @param reminders sent so far
 * @param addresseeId the only tenant that can accept; null when the domain decides
 * @param partnershipId what a joint invitation rests on; null for one partner alone
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
        int version,
        WonThrough wonThrough,
        int acceptances,
        Instant sentAt,
        boolean remind,
        int reminders,
        UUID addresseeId,
        UUID partnershipId) {
    /** The end of an invitation that has none: it works until it is revoked. */
    public static final Instant ENDLESS = Instant.parse("9999-12-31T23:59:59Z");

    /** Whether it works until it is revoked. */
    public boolean endless() {
        return !expiresAt.isBefore(ENDLESS);
    }

    /** Whether a reseller asks together with its provider. */
    public boolean joint() {
        return partnershipId != null;
    }

    /** Whether any customer may accept it, and each once. */
    public boolean standing() {
        return kind == InvitationKind.STANDING;
    }

    /** How it stands at a moment: an open one whose time is over counts as expired before the job says so. */
    public InvitationState state(Instant now) {
        boolean over = storedState == InvitationState.OPEN && !expiresAt.isAfter(now);
        return over ? InvitationState.EXPIRED : storedState;
    }

    /** Whether it can be answered. */
    public boolean open(Instant now) {
        return state(now) == InvitationState.OPEN;
    }

    /** What can be changed while it is open; nulls for nothing. */
    record Details(String company, String domain, String email, String note, WonThrough wonThrough, boolean remind) {}

    /** The same with other details and another end. */
    Invitation with(Details details, int days, Instant end) {
        return new Invitation(
                id,
                kind,
                storedState,
                cloud,
                details.company(),
                details.domain(),
                details.email(),
                language,
                details.note(),
                createdBy,
                createdAt,
                days,
                end,
                customerId,
                answeredBy,
                answeredAt,
                reason,
                version,
                details.wonThrough(),
                acceptances,
                sentAt,
                details.remind(),
                reminders,
                addresseeId,
                partnershipId);
    }

    /** As it stands for a customer that has accepted a standing link, which stays open for all others. */
    Invitation acceptedBy(UUID customer, UUID person, Instant at) {
        return new Invitation(
                id,
                kind,
                InvitationState.ACCEPTED,
                cloud,
                company,
                domain,
                email,
                language,
                note,
                createdBy,
                createdAt,
                validityDays,
                expiresAt,
                customer,
                person,
                at,
                reason,
                version,
                wonThrough,
                acceptances,
                sentAt,
                remind,
                reminders,
                addresseeId,
                partnershipId);
    }

    /** Whether the link may be made anew: nobody has answered, and nobody took it back. */
    public boolean renewable() {
        return storedState == InvitationState.OPEN || storedState == InvitationState.EXPIRED;
    }
}
