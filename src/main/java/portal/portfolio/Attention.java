package portal.portfolio;

import portal.platform.database.Coded;

/** Why a row needs attention; told by the text {@code attention.<code>}. */
public enum Attention implements Coded {
    DECLINED,
    EXPIRED,
    AGREEMENT_MISSING;

    /** Whether an invitation that ended is the reason. */
    boolean ofInvitation() {
        return this == DECLINED || this == EXPIRED;
    }
}
