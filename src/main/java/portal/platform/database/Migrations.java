package portal.platform.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema's versions, in {@code db/migrations}. They only go forward. */
public final class Migrations {
    private final Flyway flyway;

    /** Migrations of the database behind the pool. */
    public Migrations(DataSource pool) {
        flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migrations")
                .placeholderReplacement(false)
                .load();
    }

    /** Brings the schema to this release's version. */
    public void migrate() {
        flyway.migrate();
    }

    /** Whether the schema is exactly this release's version. */
    public boolean current() {
        return flyway.info().pending().length == 0;
    }
}
