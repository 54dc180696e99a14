package portal.platform.access;

import portal.platform.database.Coded;

/** A pending partner waits for the operator; a suspended one keeps managing but cannot ask or order anew. */
public enum OrganizationState implements Coded {
    PENDING,
    ACTIVE,
    SUSPENDED
}
