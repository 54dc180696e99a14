package portal.invitations;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.database.Ids;

/** Writes what happens to an invitation, in the transaction in which it happens. */
public final class Timeline {
    private static final int LONGEST_DETAIL = 500;

    private Timeline() {}

    static void write(
            Handle handle, InvitationId id, InvitationEvent.Kind kind, UUID person, String detail, Instant now) {
        boolean fits = detail == null || detail.codePointCount(0, detail.length()) <= LONGEST_DETAIL;
        String shortened = fits ? detail : detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL));
        handle.attach(InvitationDao.class).insertEvent(Ids.next(), id, kind, person, shortened, now);
    }

    /** A mail of an invitation left, or was refused for good. */
    public static void delivered(Handle handle, UUID invitation, String recipient, String refusal, Instant now) {
        InvitationEvent.Kind kind = refusal == null ? InvitationEvent.Kind.DELIVERED : InvitationEvent.Kind.REFUSED;
        String detail = refusal == null ? recipient : recipient + ": " + refusal;
        write(handle, new InvitationId(invitation), kind, null, detail, now);
    }
}
