package portal.enrolment;

import portal.platform.database.Coded;

/** What comes of a row, or what is wrong with it; told by the text {@code imports.outcome.<code>}. */
public enum ImportOutcome implements Coded {
    /** The customer will stand in the partner's list as soon as the import is confirmed. */
    NEW(false),
    /** The partner has not enrolled, or is not active yet. */
    WAITS(false),
    /** The partner is enrolled, but not as an indirect reseller. */
    WAITS_CAPACITY(false),
    /** Nothing new. */
    KNOWN(false),
    REQUIRED(true),
    TOO_LONG(true),
    UNPRINTABLE(true),
    UNREADABLE(true),
    NOT_AN_ID(true),
    NOT_A_DOMAIN(true),
    NOT_A_COUNTRY(true),
    NOT_YES_OR_NO(true),
    TOO_MANY_CELLS(true),
    DUPLICATE(true),
    /** The customer's tenant is a partner's. */
    PARTNER_TENANT(true),
    /** The partner's tenant is a customer's. */
    CUSTOMER_TENANT(true),
    OTHER_REGION(true),
    OTHER_CLOUD(true),
    /** From here on the file could not be read. */
    BROKEN(true);

    private final boolean bad;

    ImportOutcome(boolean bad) {
        this.bad = bad;
    }

    /** Whether the row is left out. */
    public boolean bad() {
        return bad;
    }
}
