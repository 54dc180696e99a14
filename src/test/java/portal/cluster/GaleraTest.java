package portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.database.Database;
import portal.testing.GaleraCluster;

/** What one node has committed is there on the other, whatever a transaction begins with. */
class GaleraTest {
    private static final int ROUNDS = 400;

    private static GaleraCluster cluster;
    private static Database here;
    private static Database there;

    @BeforeAll
    static void start() {
        cluster = GaleraCluster.start(Path.of("target", "test-galera-2"), 2);
        here = new Database(cluster.jdbcUrl(0, "portal"), 1);
        there = new Database(cluster.jdbcUrl(1, "portal"), 1);
        here.write(handle -> {
            handle.execute("create table parent (id int primary key, seen int not null)");
            return handle.execute("create table child (id int primary key references parent (id))");
        });
    }

    @AfterAll
    static void stop() {
        here.close();
        there.close();
        cluster.close();
    }

    @Test
    void nobodyMissesOnTheOtherNodeWhatWasJustWritten() {
        int read = 0;
        int changed = 0;
        int inserted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            int id = i;
            insert(3 * id);
            read += there.read(handle -> handle.select("select count(*) from parent where id = ?", 3 * id)
                    .mapTo(Integer.class)
                    .one());
            insert(3 * id + 1);
            changed += there.write(handle -> handle.execute("update parent set seen = 1 where id = ?", 3 * id + 1));
            insert(3 * id + 2);
            inserted += there.write(handle -> handle.execute("insert into child values (?)", 3 * id + 2));
        }
        assertEquals(ROUNDS, read);
        assertEquals(ROUNDS, changed);
        assertEquals(ROUNDS, inserted);
    }

    private static void insert(int id) {
        here.write(handle -> handle.execute("insert into parent values (?, 0)", id));
    }
}
