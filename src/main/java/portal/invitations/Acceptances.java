package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.agreements.Agreements;
import portal.organizations.Organization;
import portal.platform.Vault;
import portal.platform.access.CustomerPortal;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;

/**
 * The customer's answer. It is one transaction decided by one conditional UPDATE of the invitation: whoever gets the row
 * makes everything that follows from the answer, and everybody else sees how it was answered.
 */
public final class Acceptances {
    private final Database database;
    private final Outbox outbox;
    private final InvitationEmails emails;

    /** What came of an answer. */
    public enum Outcome {
        DONE,
        /** The visitor may not answer, or it was answered already; look again. */
        NOT_NOW,
        /** What would be accepted is no longer what was shown. */
        CHANGED
    }

    /**
     * What came of accepting.
     *
     * @param visit how things stood when it was decided; null where no such link is open
     */
    public record Accepted(Outcome outcome, Visit visit) {}

    /**
     * What was pressed.
     *
     * @param portal in which it was pressed
     * @param sheetDigest of the sheet and the agreement that were shown
     */
    public record Acceptance(
            CustomerPortal portal,
            String secret,
            byte[] sheetDigest,
            Agreements.Contact contact,
            Language language,
            Agreements.Press press) {}

    /** Kept in the database; mail leaves by the outbox. */
    public Acceptances(Database database, Outbox outbox, InvitationEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** What somebody at a link gets to see; empty when there is no such link. */
    public Optional<Visit> visit(String secret, Optional<Visitor> visitor, Language language, Instant now) {
        byte[] digest = Vault.digest(secret);
        return database.read(handle -> handle.attach(InvitationDao.class)
                .findBySecret(digest)
                .map(invitation -> Visit.of(handle, invitation, visitor, language, now)));
    }

    /** Keeps once that a signed-in person has opened the link; scanners, which open links too, do not sign in. */
    public void seen(Invitation invitation, Visitor visitor, Instant now) {
        database.write(handle -> {
            if (handle.attach(InvitationDao.class).seen(invitation.id(), now) == 1) {
                Timeline.write(handle, invitation.id(), InvitationEvent.Kind.SEEN, visitor.personId(), null, now);
            }
            return null;
        });
    }

    /** Accepts for the visitor's organization. */
    public Accepted accept(Visitor visitor, Acceptance acceptance, Instant now) {
        try {
            return acceptOnce(visitor, acceptance, now);
        } catch (Beginning.PartnerAway away) {
            return new Accepted(Outcome.NOT_NOW, null);
        } catch (RuntimeException failure) {
            // of two who accept a standing link for one customer, the second meets the evidence of the first
            if (Failure.of(failure) == Failure.DUPLICATE && answered(visitor, acceptance, now)) {
                return new Accepted(Outcome.NOT_NOW, null);
            }
            throw failure;
        }
    }

    private boolean answered(Visitor visitor, Acceptance acceptance, Instant now) {
        return visit(acceptance.secret(), Optional.of(visitor), acceptance.language(), now)
                .filter(visit -> visit.verdict() == Verdict.DECIDE)
                .isEmpty();
    }

    private Accepted acceptOnce(Visitor visitor, Acceptance acceptance, Instant now) {
        byte[] secretDigest = Vault.digest(acceptance.secret());
        return database.write(handle -> {
            Visit visit = handle.attach(InvitationDao.class)
                    .holdBySecret(secretDigest)
                    .filter(found -> found.cloud().portal() == acceptance.portal() && found.open(now))
                    .map(found -> Visit.of(handle, found, Optional.of(visitor), acceptance.language(), now))
                    .orElse(null);
            if (visit == null || visit.verdict() != Verdict.DECIDE) {
                return new Accepted(Outcome.NOT_NOW, visit);
            }
            if (!visit.shown(acceptance.sheetDigest())) {
                return new Accepted(Outcome.CHANGED, visit);
            }
            boolean won = visit.invitation().standing()
                    ? Standing.accept(handle, visit, secretDigest, now)
                    : answer(handle, visit, secretDigest, InvitationState.ACCEPTED, visitor, null, now);
            if (won) {
                new Beginning(handle, visit, visitor, acceptance, now).write(outbox, emails);
            }
            return new Accepted(won ? Outcome.DONE : Outcome.NOT_NOW, visit);
        });
    }

    private static boolean answer(
            Handle handle,
            Visit visit,
            byte[] secretDigest,
            InvitationState state,
            Visitor visitor,
            String reason,
            Instant now) {
        InvitationId id = visit.invitation().id();
        return handle.attach(InvitationDao.class)
                        .answer(id, secretDigest, state, visitor.tenantId(), visitor.personId(), reason, now)
                == 1;
    }

    /** Declines for the visitor's organization; the inviter is told, with the reason if there is one. */
    public Outcome decline(Visitor visitor, String secret, String reason, Language language, Instant now) {
        byte[] secretDigest = Vault.digest(secret);
        return database.write(handle -> {
            InvitationDao dao = handle.attach(InvitationDao.class);
            Optional<Visit> visit = dao.holdBySecret(secretDigest)
                    .map(found -> Visit.of(handle, found, Optional.of(visitor), language, now))
                    .filter(found -> found.verdict().declinable());
            if (visit.isPresent() && visit.get().invitation().standing()) {
                return declineStanding(handle, visit.get(), visitor, secretDigest, reason, now);
            }
            if (visit.isEmpty()
                    || !answer(handle, visit.get(), secretDigest, InvitationState.DECLINED, visitor, reason, now)) {
                return Outcome.NOT_NOW;
            }
            dao.closeParties(visit.get().invitation().id(), now);
            declined(handle, visit.get(), visitor, reason, now);
            return Outcome.DONE;
        });
    }

    private Outcome declineStanding(
            Handle handle, Visit visit, Visitor visitor, byte[] secretDigest, String reason, Instant now) {
        Standing.Declined declined =
                Standing.decline(handle, visit.invitation(), visitor.tenantId(), secretDigest, now);
        if (declined == Standing.Declined.FIRST) {
            declined(handle, visit, visitor, reason, now);
        }
        return declined == Standing.Declined.ENDED ? Outcome.NOT_NOW : Outcome.DONE;
    }

    private void declined(Handle handle, Visit visit, Visitor visitor, String reason, Instant now) {
        InvitationId id = visit.invitation().id();
        Timeline.write(handle, id, InvitationEvent.Kind.DECLINED, visitor.personId(), reason, now);
        UUID customer = visit.customer().map(Organization::id).orElse(null);
        for (Party party : visit.parties()) {
            if (!visit.invitation().standing()) {
                Portfolio.needsAttention(handle, party.partner(), party.capacity(), id.value(), Attention.DECLINED);
            }
            Activity.of(
                            Action.INVITATION_DECLINED,
                            visitor.personId(),
                            customer,
                            Invitations.nameOf(visit.invitation()))
                    .changing(null, reason)
                    .log(handle, party.partnerId(), now);
        }
        emails.declined(visit, visitor, reason, now).forEach(email -> outbox.add(handle, email, now));
    }
}
