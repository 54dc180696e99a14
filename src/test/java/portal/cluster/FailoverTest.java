package portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.testing.Client;
import portal.testing.GaleraCluster;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Two nodes of the portal on three of MariaDB, one of which is lost while people work. */
class FailoverTest {
    private static final String SCHEMA = "failover";
    private static final int WRITERS = 4;
    private static final Duration WARM = Duration.ofSeconds(4);
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);
    private static final Set<String> ALLOWED = Set.of("GET 200", "POST 303", "GET 503", "POST 503");

    private static GaleraCluster cluster;
    private static TestApp app;
    private static TestApp second;
    private static final List<Load.Writer> WRITING = new ArrayList<>();
    private Load load;

    @BeforeAll
    static void start() throws Exception {
        cluster = GaleraCluster.start(Path.of("target", "test-failover"), 3);
        try (Connection connection = DriverManager.getConnection(cluster.jdbcUrl(0, "portal"));
                var statement = connection.createStatement()) {
            statement.execute("create database " + SCHEMA + " character set utf8mb4");
        }
        app = TestApp.start(Map.of("DB_URL", cluster.sequentialUrl(SCHEMA, 0, 1, 2)));
        second = app.secondNode(Map.of("DB_URL", cluster.sequentialUrl(SCHEMA, 1, 2, 0)));
        for (int i = 0; i < WRITERS; i++) {
            UUID customer = Relating.company(105 + i);
            String account = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, customer, true);
            Client here = app.as("direct-admin");
            WRITING.add(new Load.Writer(List.of(here, here.movedTo(second.address())), account));
        }
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
        cluster.close();
    }

    @BeforeEach
    void begin() {
        Rows.of(app).change("delete from customer_note");
        Rows.of(app).change("delete from activity_entry where action = 'note-written'");
        load = Load.of(WRITING);
        rest(WARM);
        load.measureAfresh();
    }

    @AfterEach
    void end() {
        load.stop();
    }

    /** The node of MariaDB that a node of the portal works with at the moment. */
    private static int inUse() {
        return cluster.nodeAt(second.database()
                .read(handle ->
                        handle.createQuery("select @@port").mapTo(Integer.class).one()));
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void nobodyLosesANoteWhenANodeIsKilled() {
        whileAway("killed", inUse(), cluster::kill, cluster::restart);
    }

    @Test
    void nobodyLosesANoteWhenANodeIsStoppedForMaintenance() {
        whileAway("stopped", inUse(), cluster::stop, cluster::restart);
    }

    @Test
    void nobodyLosesANoteOrReadsAnOldPageWhenANodeIsFrozenAndWakesUp() {
        int inUse = inUse();
        try (Database sleeper = new Database(cluster.jdbcUrl(inUse, SCHEMA), 2, Duration.ofSeconds(10))) {
            assertTrue(Rows.of(sleeper).count("customer_note") > 0, "it is connected before");
            whileAway("frozen", inUse, cluster::freeze, node -> {
                List<UUID> written = load.acknowledged();
                cluster.thaw(node);
                assertEquals(written.size(), countSoon(sleeper, written));
            });
        }
    }

    /** What the node that woke up says first; that it cannot say anything yet is no answer. */
    private static long countSoon(Database sleeper, List<UUID> written) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try {
                return stored(sleeper, written).size();
            } catch (RuntimeException notYet) {
                if (Failure.of(notYet) == Failure.OTHER || System.nanoTime() > end) {
                    throw notYet;
                }
            }
        }
    }

    private static Set<UUID> stored(Database database, List<UUID> ids) {
        List<UUID> all = database.read(handle -> handle.createQuery("select id from customer_note")
                .mapTo(UUID.class)
                .list());
        Set<UUID> stored = new HashSet<>(all);
        stored.retainAll(ids);
        return stored;
    }

    private void whileAway(String how, int node, IntConsumer lose, IntConsumer bringBack) {
        lose.accept(node);
        rest(AWAY);
        Duration outage = load.longestWait();
        load.measureAfresh();
        bringBack.accept(node);
        Waiting.until("it is back", Duration.ofMinutes(1), () -> cluster.synced(node));
        rest(WARM);
        Duration atReturn = load.longestWait();
        load.stop();

        System.out.printf(
                "A node %s: %s; longest wait %d ms, at its return %d ms%n",
                how, load.answers(), outage.toMillis(), atReturn.toMillis());
        assertEquals(List.of(), load.missing(), "what was acknowledged is read on the other node");
        assertTrue(ALLOWED.containsAll(load.answers().keySet()), () -> "only these: " + load.answers());
        assertTrue(outage.compareTo(LONGEST_OUTAGE) < 0 && atReturn.compareTo(LONGEST_OUTAGE) < 0);
        eachIsStoredOnce();
    }

    private void eachIsStoredOnce() {
        List<UUID> written = load.acknowledged();
        assertTrue(written.size() > WRITERS * 10, "they were busy");
        for (int node = 0; node < 3; node++) {
            try (Database database = new Database(cluster.jdbcUrl(node, SCHEMA), 1)) {
                Rows rows = Rows.of(database);
                assertEquals(written.size(), stored(database, written).size());
                assertEquals(written.size(), rows.count("customer_note"), "no note is stored twice");
                assertEquals(
                        written.size(),
                        rows.count("activity_entry", "action = 'note-written'"),
                        "what was done is logged once");
            }
        }
    }
}
