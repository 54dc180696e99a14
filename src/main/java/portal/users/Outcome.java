package portal.users;

import portal.platform.database.Coded;

/** What became of one user of a change; told by the text {@code users.outcome.<code>}. */
public enum Outcome implements Coded {
    ADDED(false),
    /** Added, but no seat was free for some of the licences. */
    ADDED_WITHOUT(false),
    ASSIGNED(false),
    REMOVED(false),
    HAS_IT_ALREADY(false),
    DOES_NOT_HAVE_IT(false),
    NO_SEAT(true),
    TAKEN(true),
    GONE(true);

    private final boolean failed;

    Outcome(boolean failed) {
        this.failed = failed;
    }

    /** Whether it is not as it was meant to be. */
    public boolean failed() {
        return failed;
    }
}
