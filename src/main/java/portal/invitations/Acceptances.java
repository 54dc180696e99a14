package portal.invitations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.agreements.Agreement;
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

    /** What was begun in the transaction goes with it: a party may not accept anything now. */
    private static final class PartnerAway extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Accepts for the visitor's organization. */
    public Accepted accept(Visitor visitor, Acceptance acceptance, Instant now) {
        try {
            return acceptOnce(visitor, acceptance, now);
        } catch (PartnerAway suspended) {
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
                    .filter(found -> found.cloud().portal() == acceptance.portal())
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
                begin(handle, visit, visitor, acceptance, now);
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

    private void begin(Handle handle, Visit visit, Visitor visitor, Acceptance acceptance, Instant now) {
        Organization customer = visit.customer().orElseThrow();
        UUID person = visitor.personId();
        UUID receipt = Ids.next();
        List<Activity.Logged> agreed = new ArrayList<>();
        Agreements.Accepted agreement = agree(handle, visit, acceptance, person, agreed, now);
        Timeline.write(
                handle,
                visit.invitation().id(),
                InvitationEvent.Kind.ACCEPTED,
                person,
                customer.legalName(),
                now);
        outbox.add(handle, emails.accepted(visit, visitor, receipt, now), now);
        hold(handle, visit);
        if (!visit.invitation().standing()) {
            handle.attach(InvitationDao.class).closeParties(visit.invitation().id(), now);
        }
        List<Activity.Logged> deeds = new ArrayList<>();
        for (Party party : visit.parties()) {
            deeds.addAll(begin(handle, visit, party, customer, person, now));
        }
        deeds.addAll(agreed);
        CustomerId customerId = new CustomerId(customer.id());
        if (visit.invitation().joint()) {
            PartnerId reseller = visit.parties().get(0).partner();
            PartnerId provider = visit.parties().get(1).partner();
            SharedCustomers.add(handle, provider, reseller, customerId, now);
        }
        for (PartnerId partner : Relationships.awaitingAgreement(handle, customerId)) {
            Portfolio.agreementAccepted(handle, partner, customerId);
        }
        Activity.log(handle, deeds, now);
        keep(handle, receipt, visit, visitor, agreement, acceptance, now);
    }

    /** The text in which the customer has accepted the agreement, now or earlier. */
    private static Agreements.Accepted agree(
            Handle handle,
            Visit visit,
            Acceptance acceptance,
            UUID person,
            List<Activity.Logged> agreed,
            Instant now) {
        Organization customer = visit.customer().orElseThrow();
        CustomerId id = new CustomerId(customer.id());
        Agreement agreement = visit.agreement();
        if (visit.agreementAccepted()) {
            return visit.accepted();
        }
        if (!Agreements.accept(handle, id, agreement, acceptance.contact(), acceptance.press(), person, now)) {
            return Agreements.acceptedAs(handle, id, agreement.id()).orElseThrow();
        }
        agreed.add(Activity.of(Action.AGREEMENT_ACCEPTED, person, customer.id(), customer.legalName())
                .changing(null, agreement.version())
                .in(customer.id()));
        return Agreements.Accepted.of(agreement);
    }

    /**
     * A suspension and the end of a partnership write the same rows: of the two, one comes first. As everybody who accepts
     * for a partner waits here for the others, it happens late, but before the first row that refers to the partner: who
     * writes such a one shares the partner's row, and of two who share it neither could go on to write it.
     *
     * @throws PartnerAway when somebody who asks may not begin anything now
     */
    private static void hold(Handle handle, Visit visit) {
        UUID partnership = visit.invitation().partnershipId();
        List<PartnerId> asking = visit.parties().stream().map(Party::partner).toList();
        boolean partners = partnership == null || Partnerships.touch(handle, partnership);
        if (!partners || !Organizations.touchActive(handle, asking)) {
            throw new PartnerAway();
        }
    }

    private static void keep(
            Handle handle,
            UUID receipt,
            Visit visit,
            Visitor visitor,
            Agreements.Accepted agreement,
            Acceptance acceptance,
            Instant now) {
        EvidenceChain.Accepted accepted = new EvidenceChain.Accepted(
                receipt,
                visit.invitation().id(),
                new CustomerId(visit.customer().orElseThrow().id()),
                visit.person(),
                agreement,
                visit.sheet().rights(),
                acceptance.sheetDigest());
        PartnerId partner = new PartnerId(visit.invitingPartner().id());
        EvidenceChain.add(handle, partner, accepted, visitor, acceptance.press(), now);
    }

    /** What follows for one who asks; gives what is to be logged. */
    private static List<Activity.Logged> begin(
            Handle handle, Visit visit, Party party, Organization customer, UUID person, Instant now) {
        CustomerId customerId = new CustomerId(customer.id());
        boolean began = Relationships.begin(
                handle, party.partner(), party.capacity(), customerId, Relationships.BY_INVITATION, now);
        boolean granted = party.delegatedAdmin()
                && Relationships.grantDelegatedAdmin(handle, party.partner(), customerId, person, now);
        Portfolio.began(
                handle,
                party.partner(),
                party.capacity(),
                customer,
                party.delegatedAdmin() || Relationships.delegatedAdmin(handle, party.partner(), customerId),
                visit.invitation().standing() ? null : visit.invitation().id().value(),
                now);
        Organization partner = visit.partners().get(party.partnerId());
        List<Activity.Logged> deeds = new ArrayList<>(told(Action.INVITATION_ACCEPTED, partner, customer, person));
        if (began) {
            deeds.addAll(told(Action.RELATIONSHIP_BEGAN, partner, customer, person));
        }
        if (granted) {
            deeds.addAll(told(Action.DELEGATED_ADMIN_GRANTED, partner, customer, person));
        }
        return deeds;
    }

    /** Both sides may read it: the partner names the customer, the customer the partner. */
    private static List<Activity.Logged> told(
            Action action, Organization partner, Organization customer, UUID person) {
        return List.of(
                Activity.of(action, person, customer.id(), customer.legalName()).in(partner.id()),
                Activity.of(action, person, customer.id(), partner.legalName()).in(customer.id()));
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
        outbox.add(handle, emails.declined(visit, visitor, reason, now), now);
    }
}
