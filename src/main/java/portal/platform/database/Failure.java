package portal.platform.database;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** What an exception from the database means for the one who wrote. */
public enum Failure {
    /** Another transaction won; doing the work again may succeed. */
    LOST_RACE,
    /** The server is away, or refuses work because it left its cluster. */
    UNAVAILABLE,
    /** A unique key says that the row is there already. */
    DUPLICATE,
    /** Anything else: a mistake in the program or the data. */
    OTHER;

    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int CHANGED_SINCE_LAST_READ = 1020;
    private static final int NOT_PREPARED = 1047;
    private static final int FAILED_DURING_COMMIT = 1180;
    private static final int CONNECTION_KILLED = 1927;
    private static final int DUPLICATE_KEY = 1062;

    /** Reads the cause chain down to the SQL exception and classifies that. */
    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException exception) {
                return of(exception);
            }
        }
        return OTHER;
    }

    private static Failure of(SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        return switch (exception.getErrorCode()) {
            case DEADLOCK, LOCK_WAIT_TIMEOUT, CHANGED_SINCE_LAST_READ -> LOST_RACE;
            case DUPLICATE_KEY -> DUPLICATE;
            // a node of a cluster says the middle one when it left the cluster meanwhile, any server the last when it
            // stops
            case NOT_PREPARED, FAILED_DURING_COMMIT, CONNECTION_KILLED -> UNAVAILABLE;
            default -> {
                if (state.equals("40001")) {
                    yield LOST_RACE;
                }
                boolean away = state.startsWith("08")
                        || exception instanceof SQLTransientConnectionException
                        || exception instanceof SQLRecoverableException;
                yield away ? UNAVAILABLE : OTHER;
            }
        };
    }
}
