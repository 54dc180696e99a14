package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.testing.TestDatabase;

class MigrationsTest {
    private static final Path PICTURE = Path.of("db", "schema.sql");

    private final String url = TestDatabase.newSchema();
    private Database database;
    private Migrations migrations;

    @BeforeEach
    void open() {
        database = new Database(url, 2);
        migrations = new Migrations(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nobodyIsServedFromAnEmptySchema() {
        assertFalse(migrations.current());
        assertThrows(ConfigException.class, this::serve);
    }

    @Test
    void nobodyIsServedFromTheSchemaOfALaterRelease() {
        migrations.migrate();
        database.write(
                handle -> handle.execute(
                        """
                insert into flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                values (9999, '9999', 'of a later release', 'SQL', 'V9999__of_a_later_release.sql', 'test', 1, true)
                """));

        assertFalse(migrations.current());
        assertThrows(ConfigException.class, this::serve);
    }

    private void serve() {
        try (App app = new App(Config.from(Settings.on(url)), Clock.systemUTC(), null, routes -> {})) {
            app.start();
        }
    }

    @Test
    void migratingTwiceChangesNothing() {
        migrations.migrate();
        String once = picture();
        String rows = history();

        migrations.migrate();

        assertTrue(migrations.current());
        assertEquals(once, picture());
        assertEquals(rows, history());
    }

    @Test
    void peopleReadTheSchemaAsItIs() {
        migrations.migrate();
        String picture = "-- Drawn from the migrations, to be read; nothing runs it. To draw it anew:\n"
                + "--   mvn test -Dtest=MigrationsTest -Dschema.write=true\n\n" + picture();
        if (Boolean.getBoolean("schema.write")) {
            Sources.write(PICTURE, picture);
        }
        assertEquals(
                Sources.read(PICTURE),
                picture,
                "The migrations make another schema than db/schema.sql shows. Draw it anew with"
                        + " mvn test -Dtest=MigrationsTest -Dschema.write=true");
    }

    private String picture() {
        return database.read(handle -> {
            List<String> tables = handle.createQuery(
                            """
                            select table_name from information_schema.tables
                            where table_schema = database() and table_name <> 'flyway_schema_history'
                            order by table_name
                            """)
                    .mapTo(String.class)
                    .list();
            return tables.stream()
                    .map(table -> handle.createQuery("show create table " + table)
                            .map((row, context) -> row.getString(2))
                            .one())
                    .map(table -> table.replaceAll(" AUTO_INCREMENT=\\d+", "") + ";\n")
                    .collect(Collectors.joining("\n"));
        });
    }

    private String history() {
        return database.read(handle -> handle.createQuery(
                        "select version, checksum, installed_on from flyway_schema_history order by installed_rank")
                .mapToMap()
                .list()
                .toString());
    }
}
