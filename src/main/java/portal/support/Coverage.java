package portal.support;

import portal.platform.database.Coded;

/** How a subscription is supported; told by the text {@code support.coverage.<code>}. */
public enum Coverage implements Coded {
    /** Nobody else was designated. */
    SELLER,
    /** The designated support contact acts. */
    DESIGNATED,
    /** The one designated misses something, so the seller acts. */
    LOST,
    /** The one designated is suspended, so the seller acts. */
    SUSPENDED;

    /** Whether the seller acts although another was designated. */
    public boolean fallsBack() {
        return this == LOST || this == SUSPENDED;
    }
}
