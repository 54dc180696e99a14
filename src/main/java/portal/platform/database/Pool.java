package portal.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;
import org.mariadb.jdbc.MariaDbDataSource;

/** The pool's connections. Who asks for one waits while all are in use, and is told at once that the server is away. */
final class Pool extends HikariDataSource {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(3);

    /** The shortest the pool knows: after each it is looked anew whether the server is away. */
    private static final long WAIT = 250;

    private final Pulse pulse;

    /**
     * Opens a pool; connections are made when first needed, so the server may be away.
     *
     * @param connections at most so many at once
     */
    Pool(Lines lines, Pulse pulse, int connections) {
        super(config(lines, pulse, connections));
        this.pulse = pulse;
    }

    private static HikariConfig config(Lines lines, Pulse pulse, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new Source(lines, pulse));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.setConnectionTimeout(WAIT);
        config.setValidationTimeout(WAIT);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /** Where the pool gets new connections from: while the server is away it waits, so it has them when that is back. */
    private static final class Source extends MariaDbDataSource {
        private final Lines lines;
        private final Pulse pulse;

        Source(Lines lines, Pulse pulse) {
            this.lines = lines;
            this.pulse = pulse;
        }

        @Override
        public Connection getConnection() throws SQLException {
            pulse.await();
            return lines.open();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        long latest = System.nanoTime() + LONGEST_WAIT;
        while (true) {
            pulse.check();
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException none) {
                if (System.nanoTime() > latest) {
                    throw none;
                }
            }
        }
    }
}
