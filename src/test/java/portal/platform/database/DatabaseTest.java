package portal.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.testing.TestDatabase;
import portal.testing.Waiting;
import portal.testing.Wire;

class DatabaseTest {
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final Wire wire = new Wire(TestDatabase.newSchema());
    private Database database;

    @BeforeEach
    void open() {
        database = new Database(wire.url(), 4);
        database.write(handle -> handle.execute("create table account (id int primary key, amount int not null)"));
        database.write(handle -> handle.execute("insert into account values (1, 0), (2, 0)"));
    }

    @AfterEach
    void close() {
        database.close();
        wire.close();
    }

    @Test
    void oneOfTwoWhoBlockEachOtherTriesAgainAndBothAreDone() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> upwards = two.submit(() -> pay(1, 2, bothHoldOne, attempts));
            Future<?> downwards = two.submit(() -> pay(2, 1, bothHoldOne, attempts));
            upwards.get(30, TimeUnit.SECONDS);
            downwards.get(30, TimeUnit.SECONDS);
        } finally {
            two.shutdownNow();
        }

        assertEquals(3, attempts.get(), "one lost and came again");
        assertEquals(2, amount(1));
        assertEquals(2, amount(2));
    }

    @Test
    void serverThatDoesNotAnswerIsTakenForLostAndAskedOnceMore() {
        AtomicInteger attempts = new AtomicInteger();
        try (Database impatient = new Database(wire.url(), 1, Duration.ofSeconds(1))) {
            JdbiException away = assertThrows(
                    JdbiException.class,
                    () -> impatient.read(handle -> {
                        attempts.incrementAndGet();
                        return handle.select("select sleep(5)")
                                .mapTo(Integer.class)
                                .one();
                    }));
            assertEquals(Failure.UNAVAILABLE, Failure.of(away));
            assertEquals(2, attempts.get());
        }
    }

    @Test
    void whatTheUrlSaysCounts() {
        try (Database patient = new Database(wire.url() + "&socketTimeout=10000", 1, Duration.ofMillis(500))) {
            int slept = patient.read(handle ->
                    handle.select("select sleep(1)").mapTo(Integer.class).one());
            assertEquals(0, slept);
        }
    }

    private void pay(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger attempts) {
        AtomicInteger own = new AtomicInteger();
        database.write(handle -> {
            attempts.incrementAndGet();
            add(handle, first);
            if (own.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            return add(handle, second);
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException exception) {
            throw new IllegalStateException(exception);
        }
    }

    @Test
    void oneWhoAlwaysLosesIsToldSoInTheEnd() {
        AtomicInteger attempts = new AtomicInteger();

        JdbiException lost = assertThrows(
                JdbiException.class,
                () -> database.write(handle -> {
                    attempts.incrementAndGet();
                    throw new TransactionException("lost", new SQLException("deadlock", "40001", 1213));
                }));

        assertEquals(Failure.LOST_RACE, Failure.of(lost));
        assertEquals(MOST_ATTEMPTS, attempts.get());
    }

    @Test
    void aMistakeIsNotRepeated() {
        AtomicInteger attempts = new AtomicInteger();

        JdbiException twice = assertThrows(
                JdbiException.class,
                () -> database.write(handle -> {
                    attempts.incrementAndGet();
                    return handle.execute("insert into account values (1, 7)");
                }));

        assertEquals(Failure.DUPLICATE, Failure.of(twice));
        assertEquals(1, attempts.get());
    }

    @Test
    void whatWasBegunBeforeAMistakeIsUndone() {
        assertThrows(
                IllegalStateException.class,
                () -> database.write(handle -> {
                    add(handle, 1);
                    throw new IllegalStateException("after the first row");
                }));

        assertEquals(0, amount(1));
    }

    @Test
    void oneWhoseConnectionIsLostBeforeCommitNoticesNothing() {
        AtomicInteger attempts = new AtomicInteger();

        database.write(handle -> {
            add(handle, 1);
            if (attempts.incrementAndGet() == 1) {
                wire.cut();
                wire.mend();
            }
            return add(handle, 2);
        });

        assertEquals(2, attempts.get());
        assertEquals(1, amount(1));
        assertEquals(1, amount(2));
    }

    @Test
    void oneWhoReadsAfterTheConnectionWasLostNoticesNothing() {
        assertEquals(0, amount(1));
        wire.cut();
        wire.mend();
        assertEquals(0, amount(1));
    }

    @Test
    void namesOfPeopleDoNotGetIntoTheLog() {
        RuntimeException mistake = assertThrows(
                RuntimeException.class,
                () -> database.write(handle -> handle.execute("insert into nowhere values (?)", "Jiří Řezníček")));
        StringWriter log = new StringWriter();
        mistake.printStackTrace(new PrintWriter(log));
        assertFalse(log.toString().contains("Jiří"), log.toString());
    }

    @Test
    void oneWhoWritesWhileTheDatabaseIsAwayIsToldThatNothingWasDone() {
        AtomicInteger attempts = new AtomicInteger();

        RuntimeException away = assertThrows(
                RuntimeException.class,
                () -> database.write(handle -> {
                    attempts.incrementAndGet();
                    wire.cut();
                    return add(handle, 1);
                }));

        assertFalse(away instanceof OutcomeUnknownException);
        assertEquals(Failure.UNAVAILABLE, Failure.of(away));
        assertEquals(1, attempts.get());
        assertFalse(database.ready());
        wire.mend();
        assertTrue(readySoon());
        assertEquals(0, amount(1));
    }

    private boolean readySoon() {
        Instant latest = Instant.now().plus(RECOVERY);
        while (!database.ready() && Instant.now().isBefore(latest)) {
            Thread.onSpinWait();
        }
        return database.ready();
    }

    @Test
    void oneWhoseCommitGotLostIsToldThatNobodyKnows() {
        wire.breakAt(Wire.Break.BEFORE_COMMIT_ARRIVES, "update account");
        assertThrows(OutcomeUnknownException.class, () -> database.write(handle -> add(handle, 1)));
        assertEquals(0, amount(1));
    }

    @Test
    void oneWhoseCommitWasDoneButNotAnsweredIsToldThatNobodyKnows() {
        wire.breakAt(Wire.Break.BEFORE_ITS_ANSWER, "update account");
        assertThrows(OutcomeUnknownException.class, () -> database.write(handle -> add(handle, 1)));
        assertEquals(1, amount(1));
    }

    @Test
    void serverThatFallsSilentIsNoticedSoonWhateverTheUrlSays() {
        String patient = "&socketTimeout=60000&CONNECTTIMEOUT=60000";
        try (Database watched = new Database(wire.url() + patient, 1)) {
            watched.watch();
            Waiting.until("it answers", watched::ready);
            wire.freeze();
            Waiting.until("it is noticed", Duration.ofSeconds(4), () -> isAway(watched));
            assertFalse(watched.ready());
            wire.mend();
            Waiting.until("it answers again", watched::ready);
        }
    }

    @Test
    void serversThatAllFallSilentAreNoticedToo() {
        try (Wire other = new Wire(wire.url())) {
            String first = wire.url().replaceFirst(".*//([^/]+)/.*", "$1");
            String both = other.url().replaceFirst("mariadb://", "mariadb:sequential://" + first + ",");
            try (Database watched = new Database(both, 1)) {
                watched.watch();
                Waiting.until("they answer", watched::ready);
                wire.freeze();
                Waiting.until("it is noticed", Duration.ofSeconds(10), () -> isAway(watched));
                wire.mend();
                Waiting.until("they answer again", watched::ready);
            }
        }
    }

    @Test
    void whatNobodyExpectedIsTakenForAnOutage() {
        try (Database unknown = new Database("jdbc:unknown://nowhere/at-all", 1)) {
            unknown.watch();
            Waiting.until("it is noticed", Duration.ofSeconds(4), () -> isAway(unknown));
            assertFalse(unknown.ready());
        }
    }

    private static boolean isAway(Database watched) {
        try (Connection connection = watched.dataSource().getConnection()) {
            return connection.isClosed();
        } catch (SQLException failure) {
            return "the database is away".equals(failure.getMessage());
        }
    }

    @Test
    void oneWhoHasToWaitForAConnectionDoesNotMeanThatTheDatabaseIsAway() {
        try (Database busy = new Database(wire.url(), 1)) {
            busy.watch();
            Waiting.until("it answers", busy::ready);
            boolean ready = busy.read(handle -> {
                handle.select("select 1").mapTo(Integer.class).one();
                return busy.ready();
            });
            assertTrue(ready);
        }
    }

    private static int add(Handle handle, int id) {
        return handle.execute("update account set amount = amount + 1 where id = ?", id);
    }

    private int amount(int id) {
        return database.read(handle -> handle.createQuery("select amount from account where id = :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .one());
    }
}
