package portal.users;

import portal.platform.database.Coded;

/** What the directory is told; told to people by the text {@code users.change.<code>}. */
public enum ChangeKind implements Coded {
    CREATE,
    UPDATE,
    DISABLE,
    ENABLE,
    DELETE,
    RESTORE,
    PASSWORD,
    /** The user is gone for good. */
    PURGE
}
