package portal.portfolio;

import portal.platform.database.Coded;

/** Why a row needs attention; told by the text {@code attention.<code>}. */
public enum Attention implements Coded {
    DECLINED,
    EXPIRED,
    QUESTION_OPEN,
    OTHER_ADMINISTRATOR,
    NEW_LINK_ASKED,
    RELEASE_ASKED,
    AGREEMENT_MISSING,
    SUPPORT_CONTACT_LOST;

    /** Whether an invitation that ended, or what was said at its link, is the reason. */
    boolean ofInvitation() {
        return this != AGREEMENT_MISSING && this != SUPPORT_CONTACT_LOST;
    }
}
