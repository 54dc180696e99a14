package portal.platform.access;

import portal.platform.database.Coded;

/** The portals in which customers accept; each has a configurable name and base URL of this application. */
public enum CustomerPortal implements Coded {
    MICROSOFT_365,
    OFFICE
}
