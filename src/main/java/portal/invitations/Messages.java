package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.PartnerId;
import portal.platform.Vault;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.web.Refusal;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;

/**
 * What those who hold a link say beside the answer, and how the inviting side sees to it. A note goes to the inviting
 * side only; nothing is ever sent to an address that was typed at the link.
 */
public final class Messages {
    private static final int MOST_A_DAY = 10;
    private static final Duration DAY = Duration.ofDays(1);

    private final Database database;
    private final Outbox outbox;
    private final MessageEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Messages(Database database, Outbox outbox, MessageEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /**
     * What is said.
     *
     * @param note null for nothing, as is the address to be reached at
     * @param visitor empty when not signed in
     */
    record Written(MessageKind kind, String note, String email, Optional<Visitor> visitor, String ip) {}

    /** What was said at an invitation's link, open messages first. */
    static List<Message> of(Handle handle, InvitationId id) {
        return handle.attach(MessageDao.class).of(id);
    }

    /** A message of an invitation. */
    Optional<Message> find(InvitationId invitation, UUID id) {
        return database.read(MessageDao.class, dao -> dao.find(invitation, id));
    }

    /**
     * Keeps a message and tells the inviting side.
     *
     * @return whether it could be said; not when the invitation has changed meanwhile
     * @throws Refusal (429) when ten messages of this invitation were written within a day
     */
    boolean write(String secret, Written written, Language language, Instant now) {
        byte[] digest = Vault.digest(secret);
        return database.write(handle -> {
            Optional<Visit> visit = handle.attach(InvitationDao.class)
                    .findBySecret(digest)
                    .map(found -> Visit.of(handle, found, written.visitor(), language, now))
                    .filter(found -> written.kind().possible(found, written.visitor(), now));
            boolean open = written.kind() != MessageKind.NEW_LINK;
            if (visit.isEmpty()
                    || handle.attach(MessageDao.class)
                                    .enter(visit.get().invitation().id(), open, now)
                            == 0) {
                return false;
            }
            if (heard(handle, visit.get().invitation().id(), written, now)) {
                keep(handle, visit.get(), written, now);
            }
            return true;
        });
    }

    /**
     * Whether it is worth keeping. A release is asked once per tenant; and who asks for a new link once too often is not
     * told, because only an expired link has such a limit.
     */
    private static boolean heard(Handle handle, InvitationId id, Written written, Instant now) {
        MessageDao dao = handle.attach(MessageDao.class);
        if (written.kind() == MessageKind.RELEASE
                && dao.releasesAsked(id, written.visitor().orElseThrow().tenantId()) > 0) {
            return false;
        }
        boolean room = dao.written(id, now.minus(DAY)) < MOST_A_DAY;
        if (!room && written.kind() != MessageKind.NEW_LINK) {
            throw Refusal.tooMany(DAY.toSeconds());
        }
        return room;
    }

    private void keep(Handle handle, Visit visit, Written written, Instant now) {
        MessageDao dao = handle.attach(MessageDao.class);
        Invitation invitation = visit.invitation();
        MessageKind kind = written.kind();
        boolean told = kind == MessageKind.NEW_LINK && dao.written(invitation.id(), kind, now.minus(DAY)) > 0;
        UUID person = written.visitor().map(Visitor::personId).orElse(null);
        UUID tenant = written.visitor().map(Visitor::tenantId).orElse(null);
        dao.insert(
                Ids.next(), invitation.id(), kind, written.note(), written.email(), person, tenant, written.ip(), now);
        Timeline.write(handle, invitation.id(), kind.event(), person, null, now);
        for (Party party : visit.parties()) {
            Portfolio.needsAttention(
                    handle, party.partner(), party.capacity(), invitation.id().value(), kind.attention());
            Activity.of(kind.action(), person, null, Invitations.nameOf(invitation))
                    .log(handle, party.partnerId(), now);
        }
        if (!told) {
            emails.written(visit, written, now).forEach(email -> outbox.add(handle, email, now));
        }
    }

    /**
     * Somebody of the inviting side has seen to a message.
     *
     * @return whether it was open until now
     */
    boolean settle(Visitor visitor, Invitation invitation, UUID message, Instant now) {
        return database.write(handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            dao.enter(invitation.id());
            if (dao.settle(invitation.id(), message, visitor.personId(), now) == 0) {
                return false;
            }
            InvitationId id = invitation.id();
            Timeline.write(handle, id, InvitationEvent.Kind.MESSAGE_SETTLED, visitor.personId(), null, now);
            Invitations.log(handle, Action.INVITATION_MESSAGE_SETTLED, visitor, invitation, now);
            attend(handle, new PartnerId(visitor.home().id()), id);
            return true;
        });
    }

    /**
     * Lets the tenant of one who asked answer, although it is not of the domain that was typed.
     *
     * @return whether it may answer now; not when the invitation was answered or revoked meanwhile
     */
    boolean release(Visitor visitor, Invitation invitation, Message asked, Instant now) {
        InvitationId id = invitation.id();
        UUID person = visitor.personId();
        String whom = asked.company() == null ? asked.tenantId().toString() : asked.company();
        return database.write(handle -> {
            MessageDao dao = handle.attach(MessageDao.class);
            if (dao.enter(id, true, now) == 0) {
                return false;
            }
            handle.attach(ReleaseDao.class).insert(id, asked.tenantId(), person, now);
            dao.settleAll(id, MessageKind.RELEASE, asked.tenantId(), person, now);
            Timeline.write(handle, id, InvitationEvent.Kind.RELEASED, person, whom, now);
            Activity.of(Action.INVITATION_RELEASED, person, null, Invitations.nameOf(invitation))
                    .changing(null, whom)
                    .log(handle, visitor.home().id(), now);
            attend(handle, new PartnerId(visitor.home().id()), id);
            return true;
        });
    }

    /** A new link was made: whoever asked for one is served. Called in the transaction of the renewal. */
    static void renewed(Handle handle, Visitor visitor, InvitationId id, Instant now) {
        handle.attach(MessageDao.class).settleAll(id, MessageKind.NEW_LINK, null, visitor.personId(), now);
        attend(handle, new PartnerId(visitor.home().id()), id);
    }

    /** The rows say what the newest open message is about; without one, how the invitation ended. */
    private static void attend(Handle handle, PartnerId partner, InvitationId id) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        Attention reason = handle.attach(MessageDao.class)
                .newestOpen(id)
                .map(MessageKind::attention)
                .orElseGet(() -> dao.find(partner, id.value())
                        .map(invitation -> ended(invitation.storedState()))
                        .orElse(null));
        for (Party party : dao.parties(id)) {
            Portfolio.settled(handle, party.partner(), party.capacity(), id.value(), reason);
        }
    }

    private static Attention ended(InvitationState state) {
        return switch (state) {
            case DECLINED -> Attention.DECLINED;
            case EXPIRED -> Attention.EXPIRED;
            case OPEN, ACCEPTED, REVOKED -> null;
        };
    }
}
