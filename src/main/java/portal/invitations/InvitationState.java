package portal.invitations;

import portal.platform.database.Coded;

/** How an invitation stands. */
public enum InvitationState implements Coded {
    OPEN,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED
}
