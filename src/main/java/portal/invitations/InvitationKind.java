package portal.invitations;

import portal.platform.database.Coded;

/** Who may use the link: one customer once, or any customer. */
public enum InvitationKind implements Coded {
    ONE,
    STANDING
}
