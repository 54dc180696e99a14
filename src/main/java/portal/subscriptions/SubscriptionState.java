package portal.subscriptions;

import portal.platform.database.Coded;

/** How a subscription stands; told by the text {@code subscriptions.state.<code>}. */
public enum SubscriptionState implements Coded {
    ACTIVE,
    /** It may be resumed; its seats are not in the pool meanwhile. */
    SUSPENDED,
    ENDED
}
