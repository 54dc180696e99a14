package portal.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoSeed;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.relationships.CustomerRecord;
import portal.testing.Supporting;
import portal.testing.TestDatabase;

class CoverageQueryTest {
    private static final int PAGE = 50;
    private static final UUID RESELLER = Supporting.tenant("reseller");
    private static final int EVERY = 5;

    private static Database database;
    private static PartnerId few;
    private static PartnerId many;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        database.write(handle -> {
            DemoSeed.companies(handle);
            return null;
        });
        few = seller("Malý partner", 1_000);
        many = seller("Velký partner", 20_000);
    }

    /** A partner that sells so many; every fifth was designated to a reseller, who may not support it. */
    private static PartnerId seller(String name, int subscriptions) {
        PartnerId seller = new ManyRows(database).partner(name, 0);
        Supporting supporting = Supporting.in(database);
        UUID customer = Supporting.tenant("customer-a");
        supporting.relationship(seller.value(), Capacity.DIRECT_BILL, customer, false);
        UUID person = supporting.person(seller.value());
        UUID first = supporting.subscription(customer, seller.value(), Capacity.DIRECT_BILL, null);
        for (int from = 1; from < subscriptions; from += 1_000) {
            int end = Math.min(subscriptions, from + 1_000);
            int begin = from;
            database.write(handle -> {
                insert(handle, first, begin, end);
                return null;
            });
        }
        database.write(handle -> handle.execute(
                """
                insert into support_designation
                  (id, subscription_id, customer_id, seller_id, contact_id, designated_for, designated_by, designated_at,
                   coverage)
                select uuid(), id, customer_id, seller_id, support_contact_id, seller_id, ?, utc_timestamp(6), 'lost'
                from subscription where seller_id = ? and support_contact_id is not null
                """,
                person,
                seller.value()));
        return seller;
    }

    private static void insert(Handle handle, UUID first, int from, int end) {
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, origin, seats, state, began_at,
                   support_contact_id)
                select :id, customer_id, offer_id, product_id, seller_id, seller_capacity, origin, seats, :state, began_at,
                  :contact
                from subscription where id = :first
                """);
        for (int number = from; number < end; number++) {
            batch.bind("id", Ids.next())
                    .bind("first", first)
                    .bind("state", number % 7 == 0 ? "suspended" : "active")
                    .bind("contact", number % EVERY == 0 ? RESELLER : null)
                    .add();
        }
        batch.execute();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void everyPageReadsTheSameHoweverManySubscriptionsThereAre() {
        for (CoverageFilter filter : List.of(CoverageFilter.ALL, CoverageFilter.SELLER, CoverageFilter.LOST)) {
            for (boolean oldest : List.of(false, true)) {
                long small = cost(few, filter, oldest, Optional.empty(), Optional.empty());
                assertTrue(small <= 20 * (PAGE + 1), filter + " reads " + small);
                assertNear(small, cost(many, filter, oldest, Optional.empty(), Optional.empty()), filter);
                UUID deep = middle(many, filter);
                assertNear(small, cost(many, filter, oldest, Optional.of(deep), Optional.empty()), filter);
                assertNear(small, cost(many, filter, oldest, Optional.empty(), Optional.of(deep)), filter);
            }
        }
    }

    /** Where a page begins differs by which of the merged ranges ends first. */
    private static void assertNear(long expected, long found, CoverageFilter filter) {
        assertTrue(Math.abs(expected - found) <= PAGE + 4, filter + " reads " + found + ", not " + expected);
    }

    @Test
    void theSupportPageOfACustomerReadsTheSameHoweverMuchOthersSellThere() {
        PartnerId stranger = new ManyRows(database).partner("Nový partner", 0);
        assertEquals(List.of(), ofCustomer(stranger, Capacity.DIRECT_BILL));
        assertTrue(reads(stranger, Capacity.DIRECT_BILL) <= 20, "none: " + reads(stranger, Capacity.DIRECT_BILL));
        long small = reads(few, Capacity.DIRECT_BILL);
        assertEquals(PAGE, ofCustomer(few, Capacity.DIRECT_BILL).size());
        assertTrue(small <= 12 * PAGE, "few: " + small);
        assertEquals(small, reads(many, Capacity.DIRECT_BILL));
        PartnerId reseller = new PartnerId(RESELLER);
        assertEquals(PAGE, ofCustomer(reseller, Capacity.INDIRECT_RESELLER).size());
        assertTrue(reads(reseller, Capacity.INDIRECT_RESELLER) <= small + 4, "supported");
    }

    private static List<Supported> ofCustomer(PartnerId partner, Capacity capacity) {
        CustomerId customer = new CustomerId(Supporting.tenant("customer-a"));
        CustomerRecord reader = new CustomerRecord(
                partner.value(),
                partner,
                capacity,
                customer,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false,
                true);
        return database.read(SupportDao.class, dao -> dao.ofCustomer(reader, new UUID(-1, -1), PAGE));
    }

    private static long reads(PartnerId partner, Capacity capacity) {
        return counted("Handler_read%", () -> ofCustomer(partner, capacity));
    }

    @Test
    void boardTakesTwoStatements() {
        assertEquals(2, counted("Com_select", () -> page(many, CoverageFilter.ALL, false, null, null)));
    }

    @Test
    void oneRunOfTheWatchReadsTheSameHoweverManyChoicesThereAre() {
        long run = counted(
                "Handler_read%",
                () -> database.read(DesignationDao.class, dao -> dao.watchedAfter(new UUID(0, 0), 100)));
        assertTrue(run <= 100 * 14, "reads " + run);
    }

    @Test
    void pagesShowEachSubscriptionOnceInBothDirections() {
        for (CoverageFilter filter : List.of(CoverageFilter.ALL, CoverageFilter.LOST)) {
            int total = filter == CoverageFilter.ALL ? 1_000 : 199;
            List<UUID> down = new ArrayList<>();
            CoverageQuery.Part part = page(few, filter, false, null, null);
            CoverageQuery.Part last = part;
            while (part != null) {
                part.rows().forEach(row -> down.add(row.id()));
                last = part;
                part = part.next() == null ? null : page(few, filter, false, part.next(), null);
            }
            assertEquals(total, new HashSet<>(down).size());
            assertEquals(total, down.size());
            int up = 0;
            for (part = last; part != null; ) {
                up += part.rows().size();
                part = part.previous() == null ? null : page(few, filter, false, null, part.previous());
            }
            assertEquals(total, up);
        }
    }

    @Test
    void customerThatIsNotOpenToThePartnerStandsNowhere() {
        PartnerId gone = new ManyRows(database).partner("Bývalý partner", 0);
        Supporting.in(database).subscription(Supporting.tenant("customer-b"), gone.value(), Capacity.DIRECT_BILL, null);
        assertEquals(
                List.of(), page(gone, CoverageFilter.ALL, false, null, null).rows());
    }

    private static CoverageQuery.Part page(
            PartnerId partner, CoverageFilter filter, boolean oldest, UUID after, UUID before) {
        Function<Handle, CoverageQuery.Part> read = handle -> new CoverageQuery(handle, partner, filter)
                .page(Optional.ofNullable(after), Optional.ofNullable(before), oldest, PAGE);
        return database.read(read);
    }

    private static long cost(
            PartnerId partner, CoverageFilter filter, boolean oldest, Optional<UUID> after, Optional<UUID> before) {
        return counted("Handler_read%", () -> page(partner, filter, oldest, after.orElse(null), before.orElse(null)));
    }

    private static UUID middle(PartnerId partner, CoverageFilter filter) {
        List<UUID> ids = database.read(handle -> new CoverageQuery(handle, partner, filter).ids(20_000));
        return ids.get(ids.size() / 2);
    }

    private static long counted(String counters, Runnable call) {
        long before = counters(counters);
        long ofCounting = counters(counters) - before;
        call.run();
        return counters(counters) - before - 2 * ofCounting;
    }

    private static long counters(String pattern) {
        return database.read(
                handle -> handle
                        .createQuery("show session status like '" + pattern + "'")
                        .map((row, context) -> row.getLong("Value"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
