package portal.users;

import portal.platform.database.Coded;

/** What is done to many users at once. */
public enum BatchKind implements Coded {
    /** Users of a file are added. */
    UPLOAD,
    /** Each gets a licence of one product. */
    ASSIGN,
    /** Each gives a licence of one product back. */
    REMOVE
}
