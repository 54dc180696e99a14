package portal.subscriptions;

import portal.platform.database.Coded;

/** How often a subscription is billed; told by the text {@code subscriptions.billing.<code>}. */
public enum Billing implements Coded {
    USAGE,
    MONTHLY,
    ANNUAL
}
