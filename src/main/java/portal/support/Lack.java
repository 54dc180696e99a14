package portal.support;

import portal.platform.database.Coded;

/**
 * What a partner is missing to support a subscription; told by the texts {@code support.obstacle.<code>}, and the way to
 * it by {@code support.way.<code>}.
 */
public enum Lack implements Coded {
    SUSPENDED,
    RELATIONSHIP,
    PARTNERSHIP,
    DELEGATED_ADMIN
}
