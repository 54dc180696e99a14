package portal.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.testing.TestDatabase;

class ActivityQueryTest {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final int MANY = 20_000;
    private static final int PAGE = 50;

    private static final UUID ORGANIZATION = Ids.next();
    private static final UUID STRANGER = Ids.next();
    private static final UUID PERSON = Ids.next();
    private static final UUID CUSTOMER = Ids.next();

    private static Database database;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        for (int batch = 0; batch < MANY; batch += 1000) {
            fill(batch);
        }
    }

    private static void fill(int from) {
        database.write(handle -> {
            PreparedBatch rows = handle.prepareBatch(
                    """
                    insert into activity_entry (id, organization_id, action, person_id, customer_id, subject, happened_at)
                    values (:id, :organization, :action, :person, :customer, :subject, :at)
                    """);
            for (int i = from; i < from + 1000; i++) {
                rows.bind("id", Ids.next())
                        .bind("organization", ORGANIZATION)
                        .bind("action", i % 10 == 0 ? Action.RELATIONSHIP_BEGAN : Action.INVITATION_DRAFTED)
                        .bind("person", i % 20 == 0 ? PERSON : null)
                        .bind("customer", i % 40 == 0 ? CUSTOMER : null)
                        .bind("subject", "deed " + i)
                        // several in one moment
                        .bind("at", FIRST.plus(Duration.ofMinutes(i / 3)))
                        .add();
            }
            return rows.execute();
        });
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anotherOrganizationReadsNothing() {
        ActivityFilter filter = new ActivityFilter(
                STRANGER, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertTrue(new ActivityQuery(database, filter)
                .older(Optional.empty(), PAGE)
                .rows()
                .isEmpty());
    }

    @Test
    void everyPageReadsTheSameRowsAtAnyDepth() {
        for (ActivityFilter filter : List.of(
                filter(null, null, null, null),
                filter(FIRST.plus(Duration.ofDays(1)), null, null, null),
                filter(null, Action.RELATIONSHIP_BEGAN, null, null),
                filter(null, null, PERSON, null),
                filter(FIRST, null, null, CUSTOMER))) {
            ActivityQuery query = new ActivityQuery(database, filter);
            ActivityQuery.Part part = query.older(Optional.empty(), PAGE);
            for (int page = 0; page < 8; page++) {
                Optional<ActivityPosition> from = Optional.ofNullable(part.older());
                long cost = reads(() -> query.older(from, PAGE));
                // the window, the rows of it, and at most two names for each
                assertTrue(cost <= 6 * (PAGE + 2), filter + " page " + page + " read " + cost);
                part = query.older(from, PAGE);
            }
        }
    }

    @Test
    void severalThingsAtOnceCostABoundedWindow() {
        ActivityQuery query = new ActivityQuery(database, filter(null, Action.INVITATION_DRAFTED, PERSON, null));
        assertTrue(reads(() -> query.older(Optional.empty(), PAGE)) <= 5 * ActivityQuery.WINDOW);
        assertEquals(0, all(query));
        assertEquals(500, all(new ActivityQuery(database, filter(null, Action.RELATIONSHIP_BEGAN, PERSON, CUSTOMER))));
    }

    @Test
    void pagesShowEachRowOnceAndLeadBack() {
        ActivityQuery query = new ActivityQuery(database, filter(null, null, PERSON, null));
        Set<UUID> seen = new HashSet<>();
        ActivityQuery.Part part = query.older(Optional.empty(), PAGE);
        ActivityQuery.Part second = null;
        while (part != null) {
            part.rows().forEach(row -> assertTrue(seen.add(row.id())));
            second = second == null && seen.size() > PAGE ? part : second;
            part = part.older() == null ? null : query.older(Optional.of(part.older()), PAGE);
        }
        assertEquals(MANY / 20, seen.size());
        ActivityQuery.Part third = query.older(Optional.of(second.older()), PAGE);
        assertEquals(second.rows(), query.newer(third.newer(), PAGE).rows());
    }

    @Test
    void oldDeedsAreForgottenWhenTheOperatorSaysSo() {
        UUID old = Ids.next();
        database.write(handle -> {
            for (int i = 0; i < 1500; i++) {
                Activity.of(Action.TEMPLATE_SAVED, null, null, "old")
                        .log(handle, old, FIRST.minus(Duration.ofDays(99)));
            }
            Activity.of(Action.TEMPLATE_SAVED, null, null, "new").log(handle, old, FIRST);
            return null;
        });
        new ActivityRetention(database, 0).forget(FIRST);
        assertEquals(1501, count(old));
        new ActivityRetention(database, 30).forget(FIRST);
        assertEquals(1, count(old));
    }

    private static long count(UUID organization) {
        return database.read(
                handle -> handle.select("select count(*) from activity_entry where organization_id = ?", organization)
                        .mapTo(Long.class)
                        .one());
    }

    private static int all(ActivityQuery query) {
        int[] count = {0};
        query.each(row -> count[0]++);
        return count[0];
    }

    private static ActivityFilter filter(Instant from, Action action, UUID person, UUID customer) {
        return new ActivityFilter(
                ORGANIZATION,
                Optional.ofNullable(from),
                Optional.empty(),
                Optional.ofNullable(action),
                Optional.ofNullable(person),
                Optional.ofNullable(customer).map(List::of));
    }

    private static long reads(Runnable call) {
        long before = counters();
        long ofCounting = counters() - before;
        call.run();
        return counters() - before - 2 * ofCounting;
    }

    private static long counters() {
        return database.read(
                handle -> handle
                        .createQuery("show session status like 'Handler_read%'")
                        .map((row, context) -> row.getLong("Value"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
