package portal.invitations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnerships;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;

/** What a partner does with its invitations. */
public final class Invitations {
    private static final int MOST_OPEN = 200;

    private final Database database;
    private final Links links;

    /** Kept in the database. */
    public Invitations(Database database, Vault vault, Config config) {
        this.database = database;
        this.links = new Links(database, vault, config);
    }

    /** An invitation of a partner, made by it or in which it is named. */
    public Optional<Invitation> find(PartnerId partner, UUID id) {
        return database.read(InvitationDao.class, dao -> dao.find(partner, id));
    }

    /** An invitation a partner made: it alone may do something with it. */
    public Optional<Invitation> findOwn(PartnerId partner, UUID id) {
        return database.read(InvitationDao.class, dao -> dao.findOwn(partner, id));
    }

    /**
     * The link that is brought to the customer.
     *
     * @throws java.util.NoSuchElementException where links are not kept
     */
    public String link(Invitation invitation) {
        return links.address(invitation, links.kept(invitation).orElseThrow());
    }

    /**
     * Makes an invitation with its draft; the link works from now on. The same form sent twice makes one.
     *
     * @param form without errors
     * @throws Refusal (403) when the organization has 200 open invitations, (400) when the form's id is another
     *     partner's
     */
    public InvitationId draft(Visitor visitor, InvitationForm form, Instant now) {
        return draft(visitor, form, Optional.empty(), null, links.secret(), now);
    }

    /**
     * The same together with a provider.
     *
     * @throws Refusal (403) also when the partnership has ended
     */
    public InvitationId draft(Visitor visitor, InvitationForm form, Joint joint, Instant now) {
        return draft(visitor, form, Optional.of(joint), null, links.secret(), now);
    }

    /**
     * The same with a secret for its link.
     *
     * @param addressee the only tenant that can accept; null when the domain decides
     */
    InvitationId draft(
            Visitor visitor, InvitationForm form, Optional<Joint> joint, UUID addressee, String secret, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        Invitation invitation = made(visitor, form, joint, form.standing() ? null : addressee, now);
        InvitationId id = invitation.id();
        try {
            database.write(handle -> {
                Optional<Refusal> refusal = refusal(handle, partner, invitation);
                if (refusal.isEmpty()) {
                    draft(handle, visitor, invitation, parties(visitor, form, joint), secret, now);
                } else if (handle.attach(InvitationDao.class)
                        .find(partner, id.value())
                        .isEmpty()) {
                    throw refusal.get();
                }
                return null;
            });
        } catch (RuntimeException failure) {
            // the same form sent twice
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            if (find(partner, id.value()).isEmpty()) {
                throw Refusal.of(Refusal.Reason.BAD_REQUEST);
            }
        }
        return id;
    }

    /** What stands against making it; no matter when the same form has made it already. */
    private static Optional<Refusal> refusal(Handle handle, PartnerId partner, Invitation invitation) {
        if (handle.attach(InvitationDao.class).open(partner) >= MOST_OPEN) {
            return Optional.of(tooManyOpen());
        }
        boolean ended = invitation.joint() && !Partnerships.touch(handle, invitation.partnershipId());
        return ended ? Optional.of(Refusal.notAllowed("errors.partnership-ended")) : Optional.empty();
    }

    private static Refusal tooManyOpen() {
        return Refusal.notAllowed("errors.too-many-open", MOST_OPEN);
    }

    /** A provider is never given delegated admin privileges; the reseller beside it always asks for them. */
    private static List<Party> parties(Visitor visitor, InvitationForm form, Optional<Joint> joint) {
        Visitor.Organization home = visitor.home();
        if (joint.isEmpty()) {
            Capacity capacity = form.chosenCapacity(home.capacities()).orElseThrow();
            return List.of(new Party(home.id(), capacity, true, form.asksDelegatedAdmin(home.cloud())));
        }
        return List.of(
                new Party(home.id(), Capacity.INDIRECT_RESELLER, true, true),
                new Party(joint.get().provider().id(), Capacity.INDIRECT_PROVIDER, false, false));
    }

    private void draft(
            Handle handle, Visitor visitor, Invitation invitation, List<Party> parties, String secret, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        InvitationId id = invitation.id();
        Map<UUID, Organization> partners =
                Organizations.all(handle, parties.stream().map(Party::partnerId).toList());
        dao.insert(invitation);
        links.add(handle, id, secret, now);
        for (Party party : parties) {
            dao.insertParty(id, party);
            Portfolio.invited(
                    handle,
                    invited(invitation, party.partner(), party.capacity(), party.delegatedAdmin()),
                    partners.get(party.partnerId()).language(),
                    now);
        }
        Activity drafted = Activity.of(Action.INVITATION_DRAFTED, visitor.personId(), null, nameOf(invitation));
        Activity.log(
                handle,
                parties.stream().map(party -> drafted.in(party.partnerId())).toList(),
                now);
        dao.saveDraft(
                id,
                DraftTemplate.of(handle, invitation, parties, partners, invitation.language(), visitor)
                        .draft(now));
        Timeline.write(handle, id, InvitationEvent.Kind.DRAFTED, visitor.personId(), null, now);
    }

    private static void checkOpen(InvitationDao dao, PartnerId partner) {
        if (dao.open(partner) >= MOST_OPEN) {
            throw tooManyOpen();
        }
    }

    /** An open invitation to the domain of the form in the same capacity, other than the form's own; the newest. */
    public Optional<Invitation> open(PartnerId partner, Capacity capacity, InvitationForm form, Instant now) {
        String domain = form.domain().isEmpty() ? null : FormErrors.asciiHost(form.domain());
        return domain == null
                ? Optional.empty()
                : database.read(
                        DetailsDao.class,
                        dao -> dao.openToDomain(partner, capacity, domain, UUID.fromString(form.id()), now));
    }

    private static Invitation made(
            Visitor visitor, InvitationForm form, Optional<Joint> joint, UUID addressee, Instant now) {
        return new Invitation(
                new InvitationId(UUID.fromString(form.id())),
                form.chosenKind().orElseThrow(),
                InvitationState.OPEN,
                visitor.home().cloud(),
                blankToNull(form.company()),
                form.domain().isEmpty() ? null : FormErrors.asciiHost(form.domain()),
                blankToNull(FormErrors.asciiEmail(form.email())),
                Language.of(form.language()).orElseThrow(),
                blankToNull(form.note()),
                visitor.personId(),
                now,
                form.withoutEnd() ? 0 : form.validityDays(),
                end(form.withoutEnd() ? 0 : form.validityDays(), visitor.zone(), now),
                null,
                null,
                null,
                null,
                0,
                WonThrough.of(form.wonThrough()).orElse(null),
                0,
                null,
                true,
                0,
                addressee,
                joint.map(with -> with.partnership().id()).orElse(null));
    }

    /** The row shows what the inviter knows of the customer. */
    static Portfolio.Invited invited(
            Invitation invitation, PartnerId partner, Capacity capacity, boolean delegatedAdmin) {
        String name = named(invitation).orElse("—");
        return new Portfolio.Invited(
                partner,
                capacity,
                invitation.id().value(),
                invitation.addresseeId(),
                name,
                invitation.domain(),
                delegatedAdmin,
                invitation.endless() ? null : invitation.expiresAt());
    }

    /**
     * Makes a new link, so that the old one is dead, for as many days as before.
     *
     * @param secret of the new link
     * @return whether it was renewed; not when it was answered, revoked or renewed meanwhile
     * @throws Refusal (403) when it had ended and the organization has 200 open invitations
     */
    boolean renew(Visitor visitor, Invitation invitation, String secret, Instant now) {
        Instant expiresAt = end(invitation.validityDays(), visitor.zone(), now);
        return database.write(handle -> {
            InvitationDao dao = handle.attach(InvitationDao.class);
            if (invitation.storedState() == InvitationState.EXPIRED) {
                checkOpen(dao, new PartnerId(visitor.home().id()));
            }
            boolean ended = invitation.joint() && !Partnerships.touch(handle, invitation.partnershipId());
            if (ended || dao.renew(invitation.id(), invitation.version(), expiresAt) == 0) {
                return false;
            }
            handle.attach(LinkDao.class).killAll(invitation.id(), now);
            Outbox.withdraw(handle, invitation.id().value(), now);
            links.add(handle, invitation.id(), secret, now);
            dao.closeParties(invitation.id(), null);
            setDateInDraft(dao, invitation, expiresAt, visitor.zone(), now);
            for (Party party : dao.parties(invitation.id())) {
                Portfolio.renewed(
                        handle,
                        invited(invitation, party.partner(), party.capacity(), party.delegatedAdmin()),
                        invitation.validityDays() == 0 ? null : expiresAt,
                        now);
                if (invitation.standing()) {
                    Portfolio.accepted(
                            handle,
                            party.partner(),
                            party.capacity(),
                            invitation.id().value(),
                            invitation.acceptances());
                }
            }
            Settlements.renewed(handle, visitor, invitation.id(), now);
            Timeline.write(handle, invitation.id(), InvitationEvent.Kind.RESENT, visitor.personId(), null, now);
            log(handle, Action.INVITATION_RESENT, visitor, invitation, now);
            return true;
        });
    }

    /** The draft says until when the link works; the rest of it stays as edited. */
    private static void setDateInDraft(
            InvitationDao dao, Invitation invitation, Instant expiresAt, ZoneId zone, Instant now) {
        Draft draft = dao.draft(invitation.id());
        Texts texts = Texts.in(draft.language());
        String body =
                draft.body().replace(texts.longDate(invitation.expiresAt(), zone), texts.longDate(expiresAt, zone));
        dao.saveDraft(invitation.id(), Draft.unsaved(draft.language(), draft.subject(), body, now));
    }

    /**
     * Takes an invitation back.
     *
     * @return whether it was taken back; not when it was answered meanwhile
     */
    public boolean revoke(Visitor visitor, Invitation invitation, String reason, Instant now) {
        return database.write(handle -> revoke(handle, visitor, invitation, reason, now));
    }

    /**
     * Takes an invitation that the visitor's organization made back, in the transaction of what makes it pointless. One
     * that another partner made with it stays.
     */
    public static void revoke(Handle handle, Visitor visitor, UUID invitation, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        InvitationDao dao = handle.attach(InvitationDao.class);
        dao.find(partner, invitation)
                .filter(found -> dao.parties(found.id()).get(0).partner().equals(partner))
                .ifPresent(found -> revoke(handle, visitor, found, "", now));
    }

    private static boolean revoke(Handle handle, Visitor visitor, Invitation invitation, String reason, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        if (dao.revoke(invitation.id(), blankToNull(reason), now) == 0) {
            return false;
        }
        dao.closeParties(invitation.id(), now);
        UUID id = invitation.id().value();
        Outbox.withdraw(handle, id, now);
        for (Party party : dao.parties(invitation.id())) {
            Portfolio.withdrawn(handle, party.partner(), party.capacity(), id);
            Activity.of(Action.INVITATION_REVOKED, visitor.personId(), null, nameOf(invitation))
                    .changing(null, party.inviter() ? blankToNull(reason) : null)
                    .log(handle, party.partnerId(), now);
        }
        InvitationEvent.Kind kind = InvitationEvent.Kind.REVOKED;
        Timeline.write(handle, invitation.id(), kind, visitor.personId(), blankToNull(reason), now);
        return true;
    }

    /** Says of invitations whose time is over that they have expired; a job calls it. */
    public void expireOverdue(Instant now) {
        for (Invitation invitation : database.read(InvitationDao.class, dao -> dao.overdue(now))) {
            database.write(handle -> {
                InvitationDao dao = handle.attach(InvitationDao.class);
                if (dao.expire(invitation.id(), now) == 1) {
                    expired(handle, invitation, now);
                }
                return null;
            });
        }
    }

    private static void expired(Handle handle, Invitation invitation, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        dao.closeParties(invitation.id(), now);
        Timeline.write(handle, invitation.id(), InvitationEvent.Kind.EXPIRED, null, null, now);
        for (Party party : dao.parties(invitation.id())) {
            Portfolio.needsAttention(
                    handle, party.partner(), party.capacity(), invitation.id().value(), Attention.EXPIRED);
            Activity.of(Action.INVITATION_EXPIRED, null, null, nameOf(invitation))
                    .log(handle, party.partnerId(), now);
        }
    }

    /** How the log names an invitation. */
    static String nameOf(Invitation invitation) {
        return named(invitation).orElse(invitation.id().toString());
    }

    /** How a page names an invitation: as the log does, but in its reader's language. */
    static String nameOf(Invitation invitation, Texts reader) {
        return invitation.standing() ? reader.text("invitations.kind.standing") : nameOf(invitation);
    }

    /** Whom it was made for; a standing link, which is for anybody, goes by its kind in the draft's language. */
    private static Optional<String> named(Invitation invitation) {
        if (invitation.standing()) {
            return Optional.of(Texts.in(invitation.language()).text("invitations.kind.standing"));
        }
        return Optional.ofNullable(invitation.company())
                .or(() -> Optional.ofNullable(invitation.domain()))
                .or(() -> Optional.ofNullable(invitation.email()));
    }

    static void log(Handle handle, Action action, Visitor visitor, Invitation invitation, Instant now) {
        Activity.of(action, visitor.personId(), null, nameOf(invitation))
                .log(handle, visitor.home().id(), now);
    }

    /** End of the last day in the inviter's zone; 0 days mean no end. */
    static Instant end(int days, ZoneId zone, Instant now) {
        if (days == 0) {
            return Invitation.ENDLESS;
        }
        LocalDate last = LocalDate.ofInstant(now, zone).plusDays(days);
        return last.atTime(LocalTime.MAX)
                .truncatedTo(ChronoUnit.MICROS)
                .atZone(zone)
                .toInstant();
    }

    static String blankToNull(String value) {
        return value == null || value.isEmpty() ? null : value;
    }
}
