package portal.activity;

import portal.platform.database.Coded;

/** What can be done that the log keeps; told by the text {@code activity.action.<code>}. */
public enum Action implements Coded {
    INVITATION_DRAFTED,
    INVITATION_EDITED,
    INVITATION_HANDED_OVER,
    INVITATION_SENT,
    INVITATION_RESENT,
    INVITATION_REVOKED,
    INVITATION_ACCEPTED,
    INVITATION_DECLINED,
    INVITATION_EXPIRED,
    AGREEMENT_ACCEPTED,
    AGREEMENT_ADDED,
    RELATIONSHIP_BEGAN,
    DELEGATED_ADMIN_GRANTED,
    CUSTOMER_REGISTERED
}
