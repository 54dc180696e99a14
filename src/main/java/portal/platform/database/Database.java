package portal.platform.database;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** The one way to the database: a pool, reads on a borrowed connection, writes in one retried transaction. */
public final class Database implements AutoCloseable {
    private static final int ATTEMPTS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(60);

    /** For commands, whose statements may go over whole tables. */
    private static final Duration LONGEST_COMMAND = Duration.ofHours(1);

    /**
     * On a node of a Galera cluster each transaction first waits for what other nodes have committed: reads (1), but
     * also updates and deletes (2) and inserts (4), which begin transactions too and look at rows to decide. Given to the
     * driver and not to the pool, because the driver goes on by itself with another node's connection; it takes no blocks.
     * A transaction whose portal the server has lost sight of does not hold its rows for long.
     */
    private static final String EACH_CONNECTION =
            """
            set @wsrep = (select count(*) from information_schema.system_variables
              where variable_name = 'wsrep_on' and global_value = 'ON');
            execute immediate concat('set session innodb_lock_wait_timeout = 5, idle_transaction_timeout = 10',
               if(@wsrep, ', wsrep_sync_wait = 7', ''))
            """;

    private final Pulse pulse;
    private final Pool pool;
    private final Jdbi jdbi;
    private final long patience;
    private volatile boolean watched;

    /**
     * Opens a pool for a command, whose statements may take long.
     *
     * @param url JDBC URL with user and password
     * @param connections at most so many at once
     */
    public Database(String url, int connections) {
        this(url, connections, LONGEST_COMMAND);
    }

    /**
     * Opens a pool; connections are made when first needed, so the server may be away.
     *
     * @param url JDBC URL with user and password; what it sets of the options below counts
     * @param connections at most so many at once
     * @param longestSilence after which a server that does not answer is taken for lost
     */
    public Database(String url, int connections, Duration longestSilence) {
        patience = longestSilence.multipliedBy(2).toNanos();
        Lines lines = new Lines(url, EACH_CONNECTION, longestSilence);
        pulse = new Pulse(lines);
        pool = new Pool(lines, pulse, connections);
        jdbi = Jdbi.create(pool).installPlugin(new SqlObjectPlugin()).installPlugin(new ColumnTypes());
        // what is bound may be a name or an address, and exceptions go to the log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.installPlugin(new AttachedOnce());
    }

    /**
     * Lets somebody watch it; once.
     *
     * @param slow from when on a statement is reported as slow
     */
    public void measure(MeterRegistry meters, Duration slow) {
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        jdbi.setSqlLogger(new SlowStatements(meters, slow, pulse::heard));
    }

    /**
     * Asks the server all the time whether it is there; once. From then on nobody waits for a server that is away, however
     * it is away.
     */
    public void watch() {
        watched = true;
        pulse.start();
    }

    /** Runs statements that change nothing, each on its own; again when the connection was lost. */
    public <T> T read(Function<Handle, T> work) {
        return repeating(() -> jdbi.withHandle(work::apply));
    }

    /** Calls an SQL object that only reads. */
    public <T, D> T read(Class<D> dao, Function<D, T> work) {
        return read(handle -> work.apply(handle.attach(dao)));
    }

    /**
     * Runs the work in one transaction and commits it. When another transaction won, or the connection was lost before
     * COMMIT was sent, all of it runs again, so the work must have no effect outside the database.
     *
     * @throws OutcomeUnknownException when the connection was lost after COMMIT was sent
     */
    public <T> T write(Function<Handle, T> work) {
        return repeating(() -> once(work));
    }

    /** Once more after a long silence, because another server may answer; not again and again. */
    private <T> T repeating(Supplier<T> work) {
        long latest = System.nanoTime() + patience;
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!mayPassNextTime(failure) || attempt == ATTEMPTS || System.nanoTime() > latest) {
                    throw failure;
                }
                pause(attempt);
            }
        }
    }

    /** A lost connection can be replaced at once; where none can be had, the server is away. */
    private static boolean mayPassNextTime(RuntimeException failure) {
        return switch (Failure.of(failure)) {
            case LOST_RACE -> true;
            case UNAVAILABLE -> !(failure instanceof OutcomeUnknownException || failure instanceof ConnectionException);
            case DUPLICATE, OTHER -> false;
        };
    }

    private <T> T once(Function<Handle, T> work) {
        boolean committing = false;
        try (Handle handle = jdbi.open()) {
            handle.begin();
            try {
                T result = work.apply(handle);
                committing = true;
                handle.commit();
                return result;
            } catch (RuntimeException failure) {
                rollBack(handle, failure);
                throw failure;
            }
        } catch (RuntimeException failure) {
            if (committing && Failure.of(failure) == Failure.UNAVAILABLE) {
                throw new OutcomeUnknownException(failure);
            }
            throw failure;
        }
    }

    private static void rollBack(Handle handle, RuntimeException failure) {
        try {
            handle.rollback();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 1L << attempt);
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(longest)));
    }

    /** The pool, for libraries that bring their own statements. */
    public DataSource dataSource() {
        return pool;
    }

    /** Whether the server answers; that all connections are in use does not mean that it is away. */
    public boolean ready() {
        if (watched) {
            return pulse.well();
        }
        try {
            return jdbi.withHandle(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
        } catch (RuntimeException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pulse.close();
        pool.close();
    }
}
