package portal.subscriptions;

import portal.platform.database.Coded;

/** How a product is counted; told by the text {@code subscriptions.kind.<code>}. */
public enum ProductKind implements Coded {
    /** By seats, which people are given as licences. */
    LICENCE,
    /** By use. */
    USAGE
}
