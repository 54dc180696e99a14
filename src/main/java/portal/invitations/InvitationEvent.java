package portal.invitations;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import portal.platform.database.Coded;

/**
 * Something that happened to an invitation, written when it happened.
 *
 * @param person who did it; null for the portal itself
 * @param detail what the kind's text tells further; null for nothing
 */
public record InvitationEvent(Kind kind, String person, String detail, Instant happenedAt) {
    private static final Set<Kind> FOR_PROVIDER = EnumSet.of(
            Kind.DRAFTED,
            Kind.HANDED_OVER,
            Kind.SENT,
            Kind.SEEN,
            Kind.RESENT,
            Kind.ACCEPTED,
            Kind.DECLINED,
            Kind.REVOKED,
            Kind.EXPIRED);

    /** What a provider may know of what happened to its reseller's invitation: what and when, but not who. */
    static List<InvitationEvent> forProvider(List<InvitationEvent> events) {
        return events.stream()
                .filter(event -> FOR_PROVIDER.contains(event.kind()))
                .map(event -> new InvitationEvent(event.kind(), null, null, event.happenedAt()))
                .toList();
    }

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
