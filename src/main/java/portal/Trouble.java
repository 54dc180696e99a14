package portal;

import java.io.PrintStream;
import java.net.BindException;
import java.sql.SQLException;
import portal.platform.ConfigException;
import portal.platform.database.Failure;

/** Why a command could not be done, as told to the one who runs it: a sentence where that says it all. */
final class Trouble {
    /** Exit statuses of sysexits.h: something that is needed is away, a mistake in the program, set up wrongly. */
    private static final int UNAVAILABLE = 69;

    private static final int SOFTWARE = 70;
    private static final int MISCONFIGURED = 78;

    private Trouble() {}

    /** Tells it, and gives the exit status. */
    static int tell(RuntimeException failure, PrintStream where) {
        if (failure instanceof ConfigException) {
            where.println(failure.getMessage());
            return MISCONFIGURED;
        }
        if (Failure.of(failure) == Failure.UNAVAILABLE) {
            // the driver says with which server
            where.println("The database cannot be reached: "
                    + deepest(failure, SQLException.class).getMessage());
            return UNAVAILABLE;
        }
        Throwable deepest = deepest(failure, Throwable.class);
        if (deepest instanceof BindException) {
            where.println("The portal cannot listen at its address and port: " + deepest.getMessage());
            return UNAVAILABLE;
        }
        failure.printStackTrace(where);
        return SOFTWARE;
    }

    /** The cause of a kind furthest down; the failure itself where there is none. */
    private static Throwable deepest(Throwable failure, Class<? extends Throwable> kind) {
        Throwable deepest = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            deepest = kind.isInstance(cause) ? cause : deepest;
        }
        return deepest;
    }
}
