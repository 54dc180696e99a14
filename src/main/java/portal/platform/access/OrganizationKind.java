package portal.platform.access;

import portal.platform.database.Coded;

/** A tenant is a partner or a customer, never both. */
public enum OrganizationKind implements Coded {
    PARTNER,
    CUSTOMER
}
