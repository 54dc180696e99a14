package portal.users;

import portal.platform.database.Coded;

/** How a user stands; told by the text {@code users.state.<code>}. */
public enum UserState implements Coded {
    ACTIVE,
    DISABLED,
    /** Can be restored until it is purged. */
    DELETED
}
