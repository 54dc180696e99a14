package portal;

import java.io.PrintStream;
import java.net.BindException;
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
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        if (Failure.of(failure) == Failure.UNAVAILABLE) {
            where.println("The database cannot be reached: " + deepest.getMessage());
            return UNAVAILABLE;
        }
        if (deepest instanceof BindException) {
            where.println("The portal cannot listen at its address and port: " + deepest.getMessage());
            return UNAVAILABLE;
        }
        failure.printStackTrace(where);
        return SOFTWARE;
    }
}
