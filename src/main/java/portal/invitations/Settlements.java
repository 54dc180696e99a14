package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.portfolio.Attention;
import portal.portfolio.Portfolio;

/** How the inviting side sees to what was said at a link; its rows need attention until nothing is open. */
public final class Settlements {
    private final Database database;

    /** Kept in the database. */
    public Settlements(Database database) {
        this.database = database;
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
