package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Activity;
import portal.platform.Vault;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.web.Refusal;
import portal.portfolio.Portfolio;

/**
 * What those who hold a link say beside the answer. A note goes to the inviting side only; nothing is ever sent to an address that was typed at the link.
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
                Ids.next(),
                invitation.id(),
                kind,
                written.note(),
                written.email(),
                written.visitor().map(Message::verifiedEmail).orElse(null),
                person,
                tenant,
                written.ip(),
                now);
        Timeline.write(handle, invitation.id(), kind.event(), person, null, now);
        for (Party party : visit.inviting()) {
            Portfolio.needsAttention(
                    handle, party.partner(), party.capacity(), invitation.id().value(), kind.attention());
            Activity.of(kind.action(), person, null, Invitations.nameOf(invitation))
                    .log(handle, party.partnerId(), now);
        }
        if (!told) {
            emails.written(visit, written, now).forEach(email -> outbox.add(handle, email, now));
        }
    }
}
