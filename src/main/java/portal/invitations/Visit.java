package portal.invitations;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import portal.agreements.Agreement;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.partnerships.Partnerships;
import portal.platform.access.OrganizationKind;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.signin.Person;
import portal.signin.Persons;

/**
 * Somebody at an invitation's link: what the page is built from, and the verdict. The same rules decide what is shown
 * and, inside the accepting transaction, what is done.
 *
 * @param person the visitor, as the OpenID provider described him; null when nobody is signed in
 * @param sheet null unless a customer looks who may see it
 * @param agreement the customer agreement in force; null with the sheet
 * @param answerer name of the person who answered, for the organization that answered; null otherwise
 * @param since when the relationship that is there already began; null unless nothing new is asked, or nothing but the
 *     agreement
 * @param accepted the text in which the customer has accepted that version; null when it has not
 */
public record Visit(
        Verdict verdict,
        Invitation invitation,
        List<Party> parties,
        Map<UUID, Organization> partners,
        Person inviter,
        Person person,
        Optional<Organization> customer,
        Sheet sheet,
        Agreement agreement,
        Agreements.Accepted accepted,
        String answerer,
        Instant since) {

    /** Reads what is needed and decides. */
    static Visit of(Handle handle, Invitation made, Optional<Visitor> visitor, Language language, Instant now) {
        Optional<UUID> tenant =
                visitor.filter(v -> v.of(OrganizationKind.CUSTOMER)).map(Visitor::tenantId);
        List<PartyToday> today =
                handle.attach(InvitationDao.class).partiesToday(made.id(), tenant.orElse(made.addresseeId()));
        List<Party> parties = today.stream().map(PartyToday::party).toList();
        Map<UUID, Organization> known = Organizations.all(
                handle,
                Stream.concat(parties.stream().map(Party::partnerId), tenant.stream())
                        .toList());
        Map<UUID, Organization> partners = parties.stream()
                .map(party -> known.get(party.partnerId()))
                .collect(Collectors.toMap(Organization::id, Function.identity()));
        Optional<Organization> customer = tenant.map(known::get);
        Optional<UUID> person = visitor.map(Visitor::personId);
        Map<UUID, Person> people = Persons.all(
                handle,
                Stream.concat(Stream.of(made.createdBy()), person.stream()).toList());
        Invitation invitation = Standing.asSeenBy(handle, made, customer);
        Sheet sheet = null;
        Agreements.InForce inForce = null;
        if (customer.isPresent()) {
            CustomerId id = new CustomerId(customer.get().id());
            inForce = Agreements.inForce(handle, id, customer.get().country(), language, now);
            sheet = Sheet.of(today, partners, inForce.acceptedAny());
        }
        boolean accepted = inForce != null && inForce.accepted() != null;
        boolean addressed = visitor.isPresent() && addressedTo(handle, invitation, visitor.get(), customer);
        Verdict verdict = invitation.open(now) && resting(handle, invitation)
                ? decide(invitation, visitor, addressed, customer, partners, sheet, accepted)
                : closed(invitation, visitor, now);
        boolean own = verdict == Verdict.ACCEPTED_BY_YOU || verdict == Verdict.DECLINED_BY_YOU;
        String answerer = own
                ? Persons.find(handle, invitation.answeredBy())
                        .map(Person::name)
                        .orElse(null)
                : null;
        boolean shown = verdict == Verdict.NOTHING_NEW || verdict == Verdict.DECIDE;
        Instant since = shown ? sheet.servedSince() : addresseeSince(invitation, verdict, today, partners);
        return new Visit(
                verdict,
                invitation,
                parties,
                partners,
                people.get(made.createdBy()),
                person.map(people::get).orElse(null),
                customer,
                sheet,
                inForce == null ? null : inForce.agreement(),
                inForce == null ? null : inForce.accepted(),
                answerer,
                since);
    }

    /** To whom is not signed in yet: what the only one who can accept would see. */
    private static Instant addresseeSince(
            Invitation invitation, Verdict verdict, List<PartyToday> parties, Map<UUID, Organization> partners) {
        return verdict == Verdict.SUMMARY && invitation.addresseeId() != null
                ? Sheet.of(parties, partners, false).servedSince()
                : null;
    }

    private static Verdict decide(
            Invitation invitation,
            Optional<Visitor> visitor,
            boolean addressed,
            Optional<Organization> customer,
            Map<UUID, Organization> partners,
            Sheet sheet,
            boolean agreementAccepted) {
        if (visitor.isEmpty()) {
            return Verdict.SUMMARY;
        }
        Optional<Verdict> person = person(invitation, visitor.get(), addressed, customer);
        if (person.isPresent() && !person.get().declinable()) {
            return person.get();
        }
        // nobody describes a company for a request that cannot be accepted now
        if (partners.values().stream().anyMatch(Organization::suspended)) {
            return Verdict.PARTNER_SUSPENDED;
        }
        if (person.isPresent()) {
            return person.get();
        }
        if (partners.values().stream().anyMatch(partner -> !partner.inRegionOf(customer.orElseThrow()))) {
            return Verdict.OUTSIDE_REGION;
        }
        return sheet.changes() || !agreementAccepted ? Verdict.DECIDE : Verdict.NOTHING_NEW;
    }

    /** A joint invitation rests on the partnership, so that it never makes half. */
    private static boolean resting(Handle handle, Invitation invitation) {
        return !invitation.joint() || Partnerships.active(handle, invitation.partnershipId());
    }

    private static Verdict closed(Invitation invitation, Optional<Visitor> visitor, Instant now) {
        if (visitor.isEmpty()) {
            return Verdict.CLOSED;
        }
        boolean own = visitor.get().tenantId().equals(invitation.customerId());
        return switch (invitation.state(now)) {
            case ACCEPTED -> own ? Verdict.ACCEPTED_BY_YOU : Verdict.USED;
            case DECLINED -> own ? Verdict.DECLINED_BY_YOU : Verdict.USED;
            case REVOKED -> Verdict.REVOKED;
            case EXPIRED -> Verdict.EXPIRED;
            case OPEN -> Verdict.PARTNERSHIP_ENDED;
        };
    }

    /** What keeps this person from answering; empty when nothing does. */
    private static Optional<Verdict> person(
            Invitation invitation, Visitor visitor, boolean addressed, Optional<Organization> customer) {
        if (visitor.of(OrganizationKind.PARTNER)) {
            return Optional.of(Verdict.PARTNER_TENANT);
        }
        if (!addressed) {
            return Optional.of(Verdict.WRONG_ACCOUNT);
        }
        if (!visitor.is(Role.GLOBAL_ADMIN)) {
            return Optional.of(Verdict.NOT_GLOBAL_ADMIN);
        }
        if (customer.filter(Organization::described).isEmpty()) {
            return Optional.of(Verdict.COMPANY);
        }
        return customer.get().cloud() == invitation.cloud() ? Optional.empty() : Optional.of(Verdict.OTHER_CLOUD);
    }

    /** Of the domain that was typed, or let in by the inviter. */
    private static boolean addressedTo(
            Handle handle, Invitation invitation, Visitor visitor, Optional<Organization> customer) {
        return addressedTo(invitation, visitor, customer)
                || handle.attach(ReleaseDao.class).released(invitation.id(), visitor.tenantId());
    }

    /**
     * A tenant that is named is meant alone. Without a domain in the invitation anybody who holds the link is meant; with one, only who the OpenID provider vouches
     * for. A domain somebody typed proves nothing.
     */
    private static boolean addressedTo(Invitation invitation, Visitor visitor, Optional<Organization> customer) {
        String domain = invitation.domain();
        if (invitation.addresseeId() != null) {
            return invitation.addresseeId().equals(visitor.tenantId());
        }
        return domain == null
                || domain.equalsIgnoreCase(visitor.verifiedDomain())
                || customer.filter(Organization::domainVerified)
                        .filter(known -> domain.equalsIgnoreCase(known.domain()))
                        .isPresent();
    }

    /** Whether the customer has accepted the agreement in force. */
    boolean agreementAccepted() {
        return accepted != null;
    }

    /** The parties with their partners, the inviting one first. */
    List<AcceptancePages.Asking> asking() {
        return parties.stream()
                .map(party -> new AcceptancePages.Asking(partners.get(party.partnerId()), party))
                .toList();
    }

    /** The party that is told what is said at the link. */
    List<Party> inviting() {
        return parties.stream().filter(Party::inviter).toList();
    }

    /** Whether this is what was shown, by its digest. */
    boolean shown(byte[] sheetDigest) {
        return MessageDigest.isEqual(sheet.digest(agreement), sheetDigest);
    }

    /** Both names of a joint invitation, in one text. */
    String askers(Texts texts) {
        String inviting = invitingPartner().legalName();
        return parties.size() == 1
                ? inviting
                : texts.text(
                        "invitations.asks.both",
                        inviting,
                        partners.get(parties.get(1).partnerId()).legalName());
    }

    /** The partner whose person asks. */
    public Organization invitingPartner() {
        return partners.get(parties.get(0).partnerId());
    }
}
