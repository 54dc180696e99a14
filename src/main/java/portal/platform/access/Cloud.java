package portal.platform.access;

import portal.platform.database.Coded;

/** In which of Microsoft's clouds an organization is. */
public enum Cloud implements Coded {
    PUBLIC,
    US_GOVERNMENT,
    GERMANY;

    /** In a national cloud delegated admin privileges are always asked for (seeds 000, 002, 003, note). */
    public boolean national() {
        return this != PUBLIC;
    }

    /** Where its customers accept: national clouds share one portal (seeds 000, 002, 003, table). */
    public CustomerPortal portal() {
        return national() ? CustomerPortal.OFFICE : CustomerPortal.MICROSOFT_365;
    }
}
