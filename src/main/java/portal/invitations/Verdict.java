package portal.invitations;

import portal.platform.database.Coded;

/**
 * What the one who follows a link gets to see; each has its texts {@code invitations.verdict.<code>} and a status.
 */
public enum Verdict implements Coded {
    /** Open, and nobody is signed in. */
    SUMMARY(200),
    /** Open, and the visitor may answer. */
    DECIDE(200),
    /** Open, and the visitor's organization must describe itself first. */
    COMPANY(200),
    WRONG_ACCOUNT(403),
    NOT_GLOBAL_ADMIN(403),
    PARTNER_TENANT(403),
    /** Open, but a partner that asks is suspended: nothing can begin until it is resumed. */
    PARTNER_SUSPENDED(403),
    OUTSIDE_REGION(403),
    OTHER_CLOUD(403),
    NOTHING_NEW(200),
    ACCEPTED_BY_YOU(200),
    DECLINED_BY_YOU(200),
    USED(410),
    EXPIRED(410),
    REVOKED(410),
    /** A joint invitation whose parties are partners no more. */
    PARTNERSHIP_ENDED(410),
    /** Ended in some way, and nobody is signed in. */
    CLOSED(410),
    UNKNOWN(404);

    private final int status;

    Verdict(int status) {
        this.status = status;
    }

    /** Whether one who gets this may say no: a Global admin it is meant for, even before or against any relationship. */
    public boolean declinable() {
        return this == DECIDE
                || this == COMPANY
                || this == PARTNER_SUSPENDED
                || this == OUTSIDE_REGION
                || this == OTHER_CLOUD
                || this == NOTHING_NEW;
    }

    /** Whether the visitor belongs to the organization that is asked, so that the inviter may know of the visit. */
    public boolean addressed() {
        return declinable() || this == NOT_GLOBAL_ADMIN;
    }

    /** HTTP status of the page. */
    public int status() {
        return status;
    }
}
