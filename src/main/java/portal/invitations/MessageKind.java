package portal.invitations;

import java.time.Instant;
import java.util.Optional;
import portal.activity.Action;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Coded;
import portal.portfolio.Attention;

/**
 * What one who holds a link may say to the inviter, beside the answer; told by the texts {@code invitations.message.<code>},
 * and its mail by {@code emails.<code>}.
 */
public enum MessageKind implements Coded {
    QUESTION(Attention.QUESTION_OPEN, InvitationEvent.Kind.QUESTION_ASKED, Action.INVITATION_QUESTION_ASKED),
    NOT_ADMINISTRATOR(
            Attention.OTHER_ADMINISTRATOR, InvitationEvent.Kind.NOT_ADMINISTRATOR, Action.INVITATION_NOT_ADMINISTRATOR),
    NEW_LINK(Attention.NEW_LINK_ASKED, InvitationEvent.Kind.NEW_LINK_ASKED, Action.INVITATION_NEW_LINK_ASKED),
    RELEASE(Attention.RELEASE_ASKED, InvitationEvent.Kind.RELEASE_ASKED, Action.INVITATION_RELEASE_ASKED);

    private final Attention attention;
    private final InvitationEvent.Kind event;
    private final Action action;

    MessageKind(Attention attention, InvitationEvent.Kind event, Action action) {
        this.attention = attention;
        this.event = event;
        this.action = action;
    }

    /** Why the partner's row needs attention until it is settled. */
    Attention attention() {
        return attention;
    }

    /** How the timeline tells it. */
    InvitationEvent.Kind event() {
        return event;
    }

    /** How the log tells it. */
    Action action() {
        return action;
    }

    /**
     * Whether the page offers it. A closed link offers the same to everybody who is not signed in, so that nobody learns
     * how it was closed.
     */
    boolean offered(Visit visit, Optional<Visitor> visitor, Instant now) {
        return this == NEW_LINK
                ? visit.verdict() == Verdict.EXPIRED || visit.verdict() == Verdict.CLOSED
                : possible(visit, visitor, now);
    }

    /** Whether it is kept and told to the inviter. */
    boolean possible(Visit visit, Optional<Visitor> visitor, Instant now) {
        return switch (this) {
            case QUESTION, NOT_ADMINISTRATOR -> visit.invitation().open(now);
            case NEW_LINK -> visit.invitation().state(now) == InvitationState.EXPIRED;
            case RELEASE ->
                visit.verdict() == Verdict.WRONG_ACCOUNT
                        && visitor.orElseThrow().is(Role.GLOBAL_ADMIN);
        };
    }
}
