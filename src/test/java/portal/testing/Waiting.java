package portal.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private Waiting() {}

    /** Until it is so, for at most fifteen seconds. */
    public static void until(String what, BooleanSupplier so) {
        until(what, LONGEST, so);
    }

    /** Until it is so, for at most so long. */
    public static void until(String what, Duration longest, BooleanSupplier so) {
        long end = System.nanoTime() + longest.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
