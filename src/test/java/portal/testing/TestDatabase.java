package portal.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import portal.demo.EmbeddedDatabase;

/**
 * One real MariaDB for all tests of a run, or with {@code -Dtest.galera=true} a cluster of two; every test application
 * gets a schema of its own.
 */
public final class TestDatabase {
    private static final GaleraCluster CLUSTER =
            Boolean.getBoolean("test.galera") ? GaleraCluster.start(Path.of("target", "test-galera"), 2) : null;
    private static final EmbeddedDatabase SERVER = CLUSTER == null ? start() : null;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    private static String jdbcUrl(String schema) {
        return CLUSTER == null ? SERVER.jdbcUrl(schema) : CLUSTER.jdbcUrl(schema);
    }

    /** The same schema by the other node of the cluster; the same URL where there is only one server. */
    static String otherNode(String url) {
        return CLUSTER == null ? url : CLUSTER.next(url);
    }

    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.startFast(
                Path.of("target", "test-database-" + System.getProperty("test.fork", "0")), List.of("portal"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** URL of a new, empty schema. */
    public static String newSchema() {
        String name = "test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(jdbcUrl("portal"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name + " character set utf8mb4 collate utf8mb4_uca1400_ai_ci");
            return jdbcUrl(name);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
