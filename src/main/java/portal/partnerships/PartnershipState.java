package portal.partnerships;

import portal.platform.database.Coded;

/** How a partnership stands; told by the text {@code partnerships.state.<code>}. */
public enum PartnershipState implements Coded {
    ASKED,
    ACTIVE,
    DECLINED,
    WITHDRAWN,
    ENDED;

    /** The badge's tone; null for a plain one. */
    public String tone() {
        return switch (this) {
            case ACTIVE -> "good";
            case ASKED -> "info";
            case DECLINED, WITHDRAWN, ENDED -> null;
        };
    }
}
