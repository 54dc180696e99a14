package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
    private static final Path DIRECTORY = Path.of("target", "demo-database");
    private static final List<String> SCHEMAS = List.of("portal", "portal_test");

    @Test
    void rowsAreKeptOverARestart() throws SQLException {
        long firstPid;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DIRECTORY, SCHEMAS)) {
            firstPid = database.pid();
            run(
                    database,
                    "DROP TABLE IF EXISTS kept",
                    "CREATE TABLE kept (name TEXT)",
                    "INSERT kept VALUES ('Łąki ř')");
        }
        assertFalse(ProcessHandle.of(firstPid).filter(ProcessHandle::isAlive).isPresent());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DIRECTORY, SCHEMAS)) {
            assertNotEquals(firstPid, database.pid());
            assertEquals("Łąki ř", read(database, "SELECT name FROM kept"));
        }
    }

    @Test
    void serverIsSetUpAsThePortalNeedsIt() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.startFast(DIRECTORY, SCHEMAS)) {
            assertEquals("READ-COMMITTED", read(database, "SELECT @@tx_isolation"));
            assertEquals("utf8mb4_uca1400_ai_ci", read(database, "SELECT @@collation_database"));
            assertEquals("127.0.0.1", read(database, "SELECT @@bind_address"));
            assertEquals("200", read(database, "SELECT @@max_connections"));
            assertEquals("0", read(database, "SELECT @@innodb_flush_log_at_trx_commit"));
            run(database, "CREATE DATABASE further", "DROP DATABASE further");
        }
    }

    @Test
    void serverLeftOverFromAKilledProcessIsReplaced() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeftoverProcess.class.getName(),
                        DIRECTORY.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long leftover;
        try (BufferedReader output = process.inputReader()) {
            leftover = Long.parseLong(output.lines()
                    .filter(line -> line.startsWith("pid "))
                    .findFirst()
                    .orElseThrow()
                    .substring(4));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertTrue(ProcessHandle.of(leftover).filter(ProcessHandle::isAlive).isPresent());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DIRECTORY, SCHEMAS)) {
            assertNotEquals(leftover, database.pid());
            assertEquals("committed", read(database, "SELECT name FROM left_over"));
        }
    }

    @Test
    void directoryInUseIsRefused() {
        try (EmbeddedDatabase database = EmbeddedDatabase.startFast(DIRECTORY, SCHEMAS)) {
            IllegalStateException refusal =
                    assertThrows(IllegalStateException.class, () -> EmbeddedDatabase.startFast(DIRECTORY, SCHEMAS));
            assertTrue(refusal.getMessage().startsWith("In use already"), refusal.getMessage());
            assertTrue(ProcessHandle.of(database.pid()).isPresent());
        }
    }

    @Test
    void dataBelowTheTemporaryDirectoryIsNeverEmptied() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        String given = DatabaseSettings.neverEmptied(temporary.resolve("x")).getAbsolutePath();
        assertFalse(given.startsWith(temporary.toString()), given);
        assertEquals(temporary.resolve("x"), Path.of(given).normalize());
    }

    @Test
    void systemWithoutAnyServerIsToldAboutDbUrl() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> DatabasePrograms.installedServer(Stream.of(Path.of("target"))));
        assertTrue(failure.getMessage().contains("DB_URL"), failure.getMessage());
    }

    @Test
    void schemaNameThatIsNotPlainIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> EmbeddedDatabase.start(DIRECTORY, List.of("x`; DROP DATABASE y")));
    }

    static void run(EmbeddedDatabase database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("portal"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("portal"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
