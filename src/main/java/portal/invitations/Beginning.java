package portal.invitations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;
import portal.relationships.SharedCustomers;

/** Everything that follows from an acceptance, in its transaction, after it got the invitation. */
final class Beginning {
    private final Handle handle;
    private final Visit visit;
    private final Visitor visitor;
    private final Acceptances.Acceptance acceptance;
    private final Instant now;
    private final Organization customer;
    private final CustomerId customerId;
    private final UUID receipt = Ids.next();
    private final List<Activity.Logged> deeds = new ArrayList<>();

    /** What was begun goes with the transaction: somebody who asks may not begin anything now. */
    static final class PartnerAway extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Beginning(Handle handle, Visit visit, Visitor visitor, Acceptances.Acceptance acceptance, Instant now) {
        this.handle = handle;
        this.visit = visit;
        this.visitor = visitor;
        this.acceptance = acceptance;
        this.now = now;
        customer = visit.customer().orElseThrow();
        customerId = new CustomerId(customer.id());
    }

    /**
     * Writes all of it.
     *
     * @throws PartnerAway when a partner was suspended, or the partnership ended, since it was looked
     */
    void write(Outbox outbox, InvitationEmails emails) {
        InvitationId id = visit.invitation().id();
        boolean agreed = !visit.agreementAccepted() && agree();
        Agreements.Accepted text = agreed ? Agreements.Accepted.of(visit.agreement()) : acceptedBefore();
        Timeline.write(handle, id, InvitationEvent.Kind.ACCEPTED, visitor.personId(), customer.legalName(), now);
        emails.accepted(visit, visitor, receipt, now).forEach(email -> outbox.add(handle, email, now));
        hold();
        if (!visit.invitation().standing()) {
            handle.attach(InvitationDao.class).closeParties(id, now);
        }
        visit.parties().forEach(this::begin);
        if (agreed) {
            deeds.add(deed(Action.AGREEMENT_ACCEPTED, customer)
                    .changing(null, visit.agreement().version())
                    .in(customer.id()));
        }
        if (visit.invitation().joint()) {
            PartnerId reseller = visit.parties().get(0).partner();
            PartnerId provider = visit.parties().get(1).partner();
            SharedCustomers.add(handle, provider, reseller, customerId, now);
        }
        for (PartnerId partner : Relationships.awaitingAgreement(handle, customerId)) {
            Portfolio.agreementAccepted(handle, partner, customerId);
        }
        Activity.log(handle, deeds, now);
        keep(text);
    }

    private boolean agree() {
        return Agreements.accept(
                handle,
                customerId,
                visit.agreement(),
                acceptance.contact(),
                acceptance.press(),
                visitor.personId(),
                now);
    }

    /** The text in which the customer had accepted the agreement, also when a colleague did so just now. */
    private Agreements.Accepted acceptedBefore() {
        return visit.agreementAccepted()
                ? visit.accepted()
                : Agreements.acceptedAs(handle, customerId, visit.agreement().id())
                        .orElseThrow();
    }

    /**
     * A suspension and the end of a partnership write the same rows: of the two, one comes first. As everybody who accepts
     * for a partner waits here for the others, it comes late, but before the first row that refers to the partner: who
     * writes such a one shares the partner's row, and of two who share it neither could go on to write it.
     */
    private void hold() {
        UUID partnership = visit.invitation().partnershipId();
        List<PartnerId> asking = visit.parties().stream().map(Party::partner).toList();
        boolean partners = partnership == null || Partnerships.touch(handle, partnership);
        if (!partners || !Organizations.touchActive(handle, asking)) {
            throw new PartnerAway();
        }
    }

    private void begin(Party party) {
        PartnerId partner = party.partner();
        boolean began =
                Relationships.begin(handle, partner, party.capacity(), customerId, Relationships.BY_INVITATION, now);
        boolean granted = party.delegatedAdmin()
                && Relationships.grantDelegatedAdmin(handle, partner, customerId, visitor.personId(), now);
        Portfolio.began(
                handle,
                partner,
                party.capacity(),
                customer,
                party.delegatedAdmin() || Relationships.delegatedAdmin(handle, partner, customerId),
                visit.invitation().standing() ? null : visit.invitation().id().value(),
                now);
        tell(Action.INVITATION_ACCEPTED, party);
        if (began) {
            tell(Action.RELATIONSHIP_BEGAN, party);
        }
        if (granted) {
            tell(Action.DELEGATED_ADMIN_GRANTED, party);
        }
    }

    /** Both sides may read it: the partner names the customer, the customer the partner. */
    private void tell(Action action, Party party) {
        deeds.add(deed(action, customer).in(party.partnerId()));
        deeds.add(deed(action, visit.partners().get(party.partnerId())).in(customer.id()));
    }

    private Activity deed(Action action, Organization named) {
        return Activity.of(action, visitor.personId(), customer.id(), named.legalName());
    }

    private void keep(Agreements.Accepted text) {
        EvidenceChain.Accepted accepted = new EvidenceChain.Accepted(
                receipt,
                visit.invitation().id(),
                customerId,
                visit.person(),
                text,
                visit.sheet().rights(),
                acceptance.sheetDigest());
        PartnerId partner = new PartnerId(visit.invitingPartner().id());
        EvidenceChain.add(handle, partner, accepted, visitor, acceptance.press(), now);
    }
}
