package portal.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.mariadb.jdbc.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether the server answers, by asking it again and again on a connection of its own. Only so is the answer there
 * before somebody has waited for it: a server that is frozen or behind a dead line refuses nothing. While it is away nobody
 * is let wait, and the connections on which somebody already waits are cut.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int EVERY = 100;
    private static final int PATIENCE = 700;

    /** A process that was itself not run for so long knows nothing of the server. */
    private static final int STALL = 300;

    private final Lines lines;
    private final Thread thread = new Thread(this::run, "database-pulse");
    private volatile boolean away;
    private volatile boolean well;
    private volatile boolean stopping;
    private volatile long heardAt = System.nanoTime();
    private Connection own;

    Pulse(Lines lines) {
        this.lines = lines;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Somebody got an answer. */
    void heard() {
        heardAt = System.nanoTime();
    }

    /** Whether it answered when last asked. */
    boolean well() {
        return well;
    }

    /** Throws while the server is away. */
    void check() throws SQLTransientConnectionException {
        if (away) {
            throw new SQLTransientConnectionException("the database is away", "08001");
        }
    }

    /** Waits while the server is away. */
    synchronized void await() throws SQLTransientConnectionException {
        try {
            while (away && !stopping) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            check();
        }
    }

    private void run() {
        while (!stopping) {
            long began = System.nanoTime();
            try {
                beat();
                back();
            } catch (SQLException | RuntimeException | Error failure) {
                // whatever it is, the next beat is tried: nobody else would notice that the server is back
                forgetOwn();
                judge(failure, began);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY);
            } catch (InterruptedException stopped) {
                break;
            }
        }
        forgetOwn();
    }

    private void beat() throws SQLException {
        if (own == null) {
            own = lines.open(PATIENCE);
        }
        String before = where();
        long began = System.nanoTime();
        try (Statement statement = own.createStatement()) {
            statement.execute("do 1");
        }
        boolean late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) >= PATIENCE;
        if (late && !where().equals(before)) {
            // the driver has waited in vain and gone on with another server: so shall the others
            LOG.warn("another database server answers");
            lines.cut();
        }
    }

    /** The server's address, and the connection's number there: the driver may exchange what is behind a connection. */
    private String where() {
        return own.getClient().getHostAddress() + " " + own.getThreadId();
    }

    /** A refusal is an answer too, and so is what somebody else got meanwhile. */
    private void judge(Throwable failure, long began) {
        if (well && !(failure instanceof SQLException)) {
            LOG.error("the database cannot be asked", failure);
        }
        well = false;
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        boolean stalled = took > lines.longest(PATIENCE) + STALL;
        boolean refused = failure instanceof SQLException answer && answer.getErrorCode() > 0;
        boolean answered = refused || heardAt - began > 0;
        if (away || !(stalled || answered)) {
            gone(failure);
        }
    }

    private synchronized void gone(Throwable failure) {
        if (!away) {
            LOG.error("the database does not answer: {}", failure.toString());
        }
        away = true;
        lines.cut();
    }

    private synchronized void back() {
        well = true;
        if (away) {
            away = false;
            notifyAll();
            LOG.warn("the database answers again");
        }
    }

    private void forgetOwn() {
        try {
            if (own != null) {
                own.close();
            }
        } catch (SQLException | RuntimeException lost) {
            // it is as good as closed
        }
        own = null;
    }

    @Override
    public synchronized void close() {
        stopping = true;
        notifyAll();
        thread.interrupt();
    }
}
