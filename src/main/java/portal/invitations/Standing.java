package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.portfolio.Portfolio;

/**
 * What is different with a standing link: each customer accepts once, and it stays open for the others. To a customer
 * that has accepted, it is accepted; a decline only tells the inviter.
 */
final class Standing {
    private Standing() {}

    /** The invitation as it stands for this customer. */
    static Invitation asSeenBy(Handle handle, Invitation invitation, Optional<Organization> customer) {
        if (!invitation.standing() || customer.isEmpty()) {
            return invitation;
        }
        return handle.attach(StandingDao.class)
                .answer(invitation.id(), customer.get().id())
                .map(answer -> invitation.acceptedBy(answer.customerId(), answer.personId(), answer.acceptedAt()))
                .orElse(invitation);
    }

    /**
     * Counts an acceptance, unless the link has ended meanwhile.
     *
     * @return whether it still worked; that the customer has not accepted before is decided by the evidence
     */
    static boolean accept(Handle handle, Visit visit, byte[] secretDigest, Instant now) {
        StandingDao dao = handle.attach(StandingDao.class);
        InvitationId id = visit.invitation().id();
        if (dao.count(id, secretDigest, 1, now) == 0) {
            return false;
        }
        int acceptances = dao.acceptances(id);
        for (Party party : visit.parties()) {
            Portfolio.accepted(handle, party.partner(), party.capacity(), id.value(), acceptances);
        }
        return true;
    }

    /** Takes a decline; the inviter is told of an organization's first one only. */
    static Declined decline(Handle handle, Invitation invitation, UUID tenant, byte[] secretDigest, Instant now) {
        StandingDao dao = handle.attach(StandingDao.class);
        if (dao.count(invitation.id(), secretDigest, 0, now) == 0) {
            return Declined.ENDED;
        }
        return dao.declines(invitation.id(), tenant) == 0 ? Declined.FIRST : Declined.AGAIN;
    }

    /** What a decline of a standing link is. */
    enum Declined {
        FIRST,
        AGAIN,
        ENDED
    }
}
