package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Cloud;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.relationships.CustomerRecord;
import portal.testing.TestDatabase;

class SubscriptionQueryTest {
    private static final int PAGE = 50;
    private static final UUID PRODUCT = Ids.next();
    private static final UUID OFFER = Ids.next();

    private static Database database;
    private static PartnerId seller;
    private static PartnerId other;
    private static CustomerId few;
    private static CustomerId many;
    private static UUID middle;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        seller = new ManyRows(database).partner("Prodávající", 0);
        other = new ManyRows(database).partner("Jiný prodávající", 0);
        few = new CustomerId(new ManyRows(database).partner("Malý zákazník", 0).value());
        many = new CustomerId(
                new ManyRows(database).partner("Velký zákazník", 0).value());
        database.write(handle -> {
            handle.execute(
                    "insert into product (id, sku, name, kind) values (?, 'WORK', 'Nimbus Work', 'licence')", PRODUCT);
            handle.execute(
                    "insert into offer (id, product_id, code, term, billing) values (?, ?, 'WORK-M', 'monthly', 'monthly')",
                    OFFER,
                    PRODUCT);
            return null;
        });
        add(few, 2_600);
        middle = add(many, 20_000);
    }

    /** Of four, one is sold by the other partner, one was bought elsewhere, and two are the seller's; every tenth is suspended. */
    private static UUID add(CustomerId customer, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int from = 0; from < count; from += 1_000) {
            int first = from;
            database.write(handle -> {
                insert(handle, customer, first, Math.min(count, first + 1_000), ids);
                return null;
            });
        }
        return ids.get(ids.size() / 2);
    }

    private static void insert(Handle handle, CustomerId customer, int from, int end, List<UUID> ids) {
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into subscription (id, customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id,
                  origin, nickname, seats, state, began_at, renews_at)
                values (:id, :customer, :offer, :product, :seller, :capacity, :reseller, 'order', :nickname, 1, :state,
                  utc_timestamp(6), utc_timestamp(6))
                """);
        for (int i = from; i < end; i++) {
            UUID id = Ids.next();
            UUID by = i % 4 == 0 ? other.value() : i % 4 == 1 ? null : seller.value();
            ids.add(id);
            batch.bind("id", id)
                    .bind("customer", customer)
                    .bind("offer", OFFER)
                    .bind("product", PRODUCT)
                    .bind("seller", by)
                    .bind("capacity", by == null ? null : i % 4 == 0 ? "indirect-provider" : "direct-bill")
                    .bind("reseller", i % 4 == 0 ? seller.value() : null)
                    .bind("nickname", "Place " + i)
                    .bind("state", i % 10 < 2 ? "suspended" : "active")
                    .add();
        }
        batch.execute();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static CustomerRecord record(CustomerId customer, Capacity capacity, boolean delegatedAdmin) {
        return new CustomerRecord(
                Ids.next(),
                seller,
                capacity,
                customer,
                Ids.next(),
                "Zákazník",
                null,
                "CZ",
                Cloud.PUBLIC,
                "invitation",
                null,
                null,
                Instant.now(),
                delegatedAdmin ? Instant.now() : null,
                true);
    }

    private static SubscriptionAddress address(
            String search, Optional<SubscriptionState> state, Optional<UUID> after, Optional<UUID> before) {
        return new SubscriptionAddress("/", search, state, after, before);
    }

    private static SubscriptionQuery.Part part(CustomerRecord customer, SubscriptionAddress address) {
        return database.read(handle -> new SubscriptionQuery(handle, customer, address).part(PAGE));
    }

    @Test
    void everyPageReadsTheSameHoweverManySubscriptionsThereAre() {
        for (Capacity capacity : List.of(Capacity.DIRECT_BILL, Capacity.INDIRECT_RESELLER)) {
            for (boolean delegatedAdmin : List.of(false, true)) {
                for (Optional<SubscriptionState> state :
                        List.of(Optional.<SubscriptionState>empty(), Optional.of(SubscriptionState.SUSPENDED))) {
                    assertSame(capacity, delegatedAdmin, state);
                }
            }
        }
    }

    private static void assertSame(Capacity capacity, boolean delegatedAdmin, Optional<SubscriptionState> state) {
        CustomerRecord small = record(few, capacity, delegatedAdmin);
        CustomerRecord large = record(many, capacity, delegatedAdmin);
        Optional<UUID> none = Optional.empty();
        String of = capacity + " " + delegatedAdmin + " " + state;
        assertEquals(PAGE, part(large, address("", state, none, none)).rows().size(), of);
        long first = reads(() -> part(small, address("", state, none, none)));
        assertTrue(first <= 25 * (PAGE + 1), of + " reads " + first);
        assertEquals(first, reads(() -> part(large, address("", state, none, none))), of);
        assertEquals(first, reads(() -> part(large, address("", state, Optional.of(middle), none))), of);
        assertEquals(first, reads(() -> part(large, address("", state, none, Optional.of(middle)))), of);
    }

    @Test
    void searchReadsTheSameHoweverManySubscriptionsThereAre() {
        Optional<UUID> none = Optional.empty();
        SubscriptionAddress nobody = address("nobody", Optional.empty(), none, none);
        long small = reads(() -> part(record(few, Capacity.DIRECT_BILL, true), nobody));
        assertTrue(small <= 25L * SubscriptionQuery.WINDOW, "search reads " + small);
        long large = reads(() -> part(record(many, Capacity.DIRECT_BILL, true), nobody));
        assertTrue(large <= small * 3, "search reads " + large + ", of few " + small);
        assertTrue(large <= 25L * SubscriptionQuery.WINDOW, "search reads " + large);
    }

    @Test
    void searchGoesOnWhereItStopped() {
        CustomerRecord customer = record(many, Capacity.DIRECT_BILL, false);
        Optional<UUID> after = Optional.empty();
        List<String> found = new ArrayList<>();
        int pages = 0;
        do {
            SubscriptionQuery.Part part = part(customer, address("Place 2", Optional.empty(), after, Optional.empty()));
            part.rows().forEach(row -> found.add(row.nickname()));
            after = Optional.ofNullable(part.next());
            pages++;
        } while (after.isPresent() && pages < 1_000);
        assertEquals(found.stream().distinct().count(), found.size());
        assertEquals(expected(), found.size());
    }

    private static long expected() {
        long count = 0;
        for (int i = 0; i < 20_000; i++) {
            count += i % 4 > 1 && ("Place " + i).startsWith("Place 2") ? 1 : 0;
        }
        return count;
    }

    @Test
    void whatKeepsARelationshipIsFoundInOneRange() {
        long reads = reads(
                () -> database.read(handle -> Subscriptions.activeOf(handle, seller, Capacity.DIRECT_BILL, many)));
        assertTrue(reads <= 310, "reads " + reads);
        long next = reads(
                () -> database.read(handle -> Subscriptions.nextRenewal(handle, seller, Capacity.DIRECT_BILL, many)));
        assertTrue(next <= 3, "reads " + next);
        assertEquals(
                1,
                counted(
                        "Com_select",
                        () -> part(
                                record(many, Capacity.DIRECT_BILL, true),
                                address("", Optional.empty(), Optional.empty(), Optional.empty()))));
        assertEquals(
                2,
                counted(
                        "Com_select",
                        () -> part(
                                record(many, Capacity.DIRECT_BILL, true),
                                address("nobody", Optional.empty(), Optional.empty(), Optional.empty()))));
    }

    private static long reads(Runnable call) {
        return counted("Handler_read%", call);
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
