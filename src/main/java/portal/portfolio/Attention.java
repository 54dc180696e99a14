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
    /** The customer took delegated admin privileges back; the partner stays responsible. */
    DAP_REMOVED,
    /** Who was designated to support a subscription may not do so any more; the seller acts. */
    SUPPORT_CONTACT_LOST;

    /** Whether an invitation that ended, or what was said at its link, is the reason. */
    boolean ofInvitation() {
        return this != AGREEMENT_MISSING && this != DAP_REMOVED && this != SUPPORT_CONTACT_LOST;
    }
}
