package portal.platform.database;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;

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
        return Stream.of(flyway.info().all()).allMatch(migration -> migration.getState() == MigrationState.SUCCESS);
    }
}
