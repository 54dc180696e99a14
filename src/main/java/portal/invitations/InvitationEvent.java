package portal.invitations;

import java.time.Instant;
import portal.platform.database.Coded;

/**
 * Something that happened to an invitation, written when it happened.
 *
 * @param person who did it; null for the portal itself
 * @param detail what the kind's text tells further; null for nothing
 */
public record InvitationEvent(Kind kind, String person, String detail, Instant happenedAt) {
    /** What can happen; told by the text {@code invitations.event.<code>}. */
    public enum Kind implements Coded {
        DRAFTED,
        EDITED,
        DETAILS_EDITED,
        HANDED_OVER,
        SENT,
        DELIVERED,
        REFUSED,
        SEEN,
        QUESTION_ASKED,
        NOT_ADMINISTRATOR,
        NEW_LINK_ASKED,
        RELEASE_ASKED,
        RELEASED,
        MESSAGE_SETTLED,
        HANDED_TO_COLLEAGUE,
        REMINDED,
        EXPIRING,
        RESENT,
        ACCEPTED,
        DECLINED,
        REVOKED,
        EXPIRED
    }
}
