package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnerships;
import portal.platform.Vault;
import portal.platform.access.CustomerPortal;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;
import portal.relationships.SharedCustomers;

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
     * @param visit how things stood when it was decided; null where there is no such link
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
            InvitationDao dao = handle.attach(InvitationDao.class);
            Visit visit = dao.findBySecret(secretDigest)
                    .filter(found -> found.cloud().portal() == acceptance.portal())
                    .map(found -> Visit.of(handle, found, Optional.of(visitor), acceptance.language(), now))
                    .orElse(null);
            Outcome outcome = visit == null || visit.verdict() != Verdict.DECIDE
                    ? Outcome.NOT_NOW
                    : acceptSeen(handle, visit, visitor, acceptance, secretDigest, now);
            return new Accepted(outcome, visit);
        });
    }

    private Outcome acceptSeen(
            Handle handle, Visit seen, Visitor visitor, Acceptance acceptance, byte[] secretDigest, Instant now) {
        if (!seen.shown(acceptance.sheetDigest())) {
            boolean open = handle.attach(InvitationDao.class)
                    .findBySecret(secretDigest)
                    .filter(found -> found.open(now))
                    .isPresent();
            return open ? Outcome.CHANGED : Outcome.NOT_NOW;
        }
        // a suspension and the end of a partnership write the same rows: of the two, one comes first
        UUID partnership = seen.invitation().partnershipId();
        List<PartnerId> asking = seen.parties().stream().map(Party::partner).toList();
        boolean partners = partnership == null || Partnerships.touch(handle, partnership);
        if (!partners || !Organizations.touchActive(handle, asking)) {
            return Outcome.NOT_NOW;
        }
        boolean won = seen.invitation().standing()
                ? Standing.accept(handle, seen, secretDigest, now)
                : answer(handle, seen, secretDigest, InvitationState.ACCEPTED, visitor, null, now);
        return won ? begin(handle, seen, visitor, acceptance, now) : Outcome.NOT_NOW;
    }

    private static boolean answer(
            Handle handle,
            Visit visit,
            byte[] secretDigest,
            InvitationState state,
            Visitor visitor,
            String reason,
            Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        InvitationId id = dao.await(visit.invitation().id());
        if (dao.answer(id, secretDigest, state, visitor.tenantId(), visitor.personId(), reason, now) == 0) {
            return false;
        }
        dao.closeParties(id, now);
        return true;
    }

    private Outcome begin(Handle handle, Visit visit, Visitor visitor, Acceptance acceptance, Instant now) {
        Organization customer = visit.customer().orElseThrow();
        CustomerId customerId = new CustomerId(customer.id());
        InvitationId id = visit.invitation().id();
        UUID person = visitor.personId();
        for (Party party : visit.parties()) {
            begin(handle, visit, party, customer, person, now);
        }
        if (visit.invitation().joint()) {
            PartnerId reseller = visit.parties().get(0).partner();
            PartnerId provider = visit.parties().get(1).partner();
            SharedCustomers.add(handle, provider, reseller, customerId, now);
        }
        if (!visit.agreementAccepted()
                && Agreements.accept(
                        handle, customerId, visit.agreement(), acceptance.contact(), acceptance.press(), person, now)) {
            Activity.of(Action.AGREEMENT_ACCEPTED, person, customer.id(), customer.legalName())
                    .changing(null, visit.agreement().version())
                    .log(handle, customer.id(), now);
        }
        for (PartnerId partner : Relationships.partners(handle, customerId)) {
            Portfolio.agreementAccepted(handle, partner, customerId);
        }
        Timeline.write(handle, id, InvitationEvent.Kind.ACCEPTED, person, customer.legalName(), now);
        UUID receipt = Ids.next();
        emails.accepted(visit, visitor, receipt, now).forEach(email -> outbox.add(handle, email, now));
        keep(handle, receipt, visit, visitor, acceptance, now);
        return Outcome.DONE;
    }

    /** Last, because acceptances of one partner wait here for each other. */
    private static void keep(
            Handle handle, UUID receipt, Visit visit, Visitor visitor, Acceptance acceptance, Instant now) {
        CustomerId customer = new CustomerId(visit.customer().orElseThrow().id());
        EvidenceChain.Accepted accepted = new EvidenceChain.Accepted(
                receipt,
                visit.invitation().id(),
                customer,
                Agreements.acceptedAs(handle, customer, visit.agreement().id()).orElseThrow(),
                visit.sheet().rights(),
                acceptance.sheetDigest());
        PartnerId partner = new PartnerId(visit.invitingPartner().id());
        EvidenceChain.add(handle, partner, accepted, visitor, acceptance.press(), now);
    }

    private static void begin(
            Handle handle, Visit visit, Party party, Organization customer, UUID person, Instant now) {
        CustomerId customerId = new CustomerId(customer.id());
        String partnerName = visit.partners().get(party.partnerId()).legalName();
        boolean began = Relationships.begin(
                handle, party.partner(), party.capacity(), customerId, Relationships.BY_INVITATION, now);
        boolean granted = party.delegatedAdmin()
                && Relationships.grantDelegatedAdmin(handle, party.partner(), customerId, person, now);
        boolean delegatedAdmin = Relationships.delegatedAdmin(handle, party.partner(), customerId);
        Portfolio.began(
                handle,
                party.partner(),
                party.capacity(),
                customer,
                delegatedAdmin,
                visit.invitation().standing() ? null : visit.invitation().id().value(),
                now);
        log(handle, Action.INVITATION_ACCEPTED, party, customer, partnerName, person, now);
        if (began) {
            log(handle, Action.RELATIONSHIP_BEGAN, party, customer, partnerName, person, now);
        }
        if (granted) {
            log(handle, Action.DELEGATED_ADMIN_GRANTED, party, customer, partnerName, person, now);
        }
    }

    /** Both sides may read it: the partner names the customer, the customer the partner. */
    private static void log(
            Handle handle,
            Action action,
            Party party,
            Organization customer,
            String partnerName,
            UUID person,
            Instant now) {
        Activity.of(action, person, customer.id(), customer.legalName()).log(handle, party.partnerId(), now);
        Activity.of(action, person, customer.id(), partnerName).log(handle, customer.id(), now);
    }

    /** Declines for the visitor's organization; the inviter is told, with the reason if there is one. */
    public Outcome decline(Visitor visitor, String secret, String reason, Language language, Instant now) {
        byte[] secretDigest = Vault.digest(secret);
        return database.write(handle -> {
            InvitationDao dao = handle.attach(InvitationDao.class);
            Optional<Visit> visit = dao.findBySecret(secretDigest)
                    .map(found -> Visit.of(handle, found, Optional.of(visitor), language, now))
                    .filter(found -> found.verdict().declinable());
            if (visit.isPresent() && visit.get().invitation().standing()) {
                return declineStanding(handle, visit.get(), visitor, secretDigest, reason, now);
            }
            if (visit.isEmpty()
                    || !answer(handle, visit.get(), secretDigest, InvitationState.DECLINED, visitor, reason, now)) {
                return Outcome.NOT_NOW;
            }
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
