package portal.portfolio;

import portal.platform.database.Coded;

/** Delegated admin privileges as a row of the Customers page shows them. */
public enum DelegatedAdminState implements Coded {
    GRANTED,
    NONE,
    ASKED,
    REMOVED
}
