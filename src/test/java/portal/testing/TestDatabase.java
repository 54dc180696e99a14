package portal.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import portal.demo.EmbeddedDatabase;

/** One real MariaDB for all tests of a run; every test application gets a schema of its own. */
public final class TestDatabase {
    private static final EmbeddedDatabase SERVER = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.startFast(Path.of("target", "test-database"), List.of("portal"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** URL of a new, empty schema. */
    public static String newSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(SERVER.jdbcUrl("portal"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_uca1400_ai_ci");
            return SERVER.jdbcUrl(name);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
