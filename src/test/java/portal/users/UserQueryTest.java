package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoSeed;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.Vault;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.testing.TestDatabase;

/** What reading users costs, counted in rows and statements: the same however many there are. */
class UserQueryTest {
    private static final CustomerId FEW = customer(21);
    private static final CustomerId MANY = customer(22);
    private static final UUID PRODUCT = Ids.next();
    private static final List<String> NAMES = List.of("Čeněk", "Łucja", "Őrs", "Anna", "Žofie", "Ewa", "Béla");

    private static Database database;

    private static CustomerId customer(int number) {
        return new CustomerId(UUID.fromString("7e4a47c0-0000-4000-8000-0000000000" + number));
    }

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        database.write(handle -> {
            DemoSeed.companies(handle);
            handle.execute("insert into product (id, sku, name, kind) values (?, 'P', 'Product', 'licence')", PRODUCT);
            for (CustomerId customer : List.of(FEW, MANY)) {
                handle.execute(
                        "insert into seat_pool (customer_id, product_id, seats) values (?, ?, 100000)",
                        customer.value(),
                        PRODUCT);
            }
            return null;
        });
        add(FEW, 1_000);
        add(MANY, 20_000);
    }

    private static void add(CustomerId customer, int count) {
        Newcomers newcomers = new Newcomers(new Changes(new Vault(List.of(new byte[32])), false));
        Mandate mandate = new Mandate(new PartnerId(Ids.next()), Capacity.DIRECT_BILL, customer, null);
        Instant now = Instant.parse("2026-11-20T09:00:00Z");
        for (int from = 0; from < count; from += 500) {
            List<NewUser> users = new ArrayList<>();
            for (int i = from; i < from + 500; i++) {
                String first = NAMES.get(i % NAMES.size());
                String last = Integer.toString(i * 7919 % 46_656, 36);
                Set<UUID> licences = i % 10 == 0 ? Set.of(PRODUCT) : Set.of();
                users.add(new NewUser(
                        Ids.next(), "user" + i + "@firma.example", first, last, first + " " + last, "CZ", licences));
            }
            database.write(handle -> newcomers.add(handle, mandate, users, Optional.empty(), now));
        }
        database.write(handle -> {
            handle.execute(
                    "update customer_user set state = 'disabled' where customer_id = ? and sign_in_name like '%7@%'",
                    customer.value());
            return handle.execute(
                    "update customer_user set state = 'deleted' where customer_id = ? and sign_in_name like '%9@%'",
                    customer.value());
        });
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static List<UserFilter> filters(CustomerId customer) {
        return List.of(
                new UserFilter(customer, Optional.empty(), Optional.empty()),
                new UserFilter(customer, Optional.of(UserState.ACTIVE), Optional.empty()),
                new UserFilter(customer, Optional.of(UserState.DISABLED), Optional.empty()),
                new UserFilter(customer, Optional.of(UserState.DELETED), Optional.empty()),
                new UserFilter(customer, Optional.empty(), Optional.of(PRODUCT)),
                new UserFilter(customer, Optional.of(UserState.ACTIVE), Optional.of(PRODUCT)));
    }

    @Test
    void everyPageReadsTheSameRowsHoweverManyThereAre() {
        for (int i = 0; i < filters(FEW).size(); i++) {
            List<Long> costs = new ArrayList<>();
            for (CustomerId customer : List.of(FEW, MANY)) {
                UserFilter filter = filters(customer).get(i);
                List<UserRow> all = all(filter);
                assertTrue(all.size() >= 90, filter.toString());
                UserPosition middle = all.get(all.size() / 2).position();
                UserPosition last = all.get(all.size() - 1).position();
                costs.add(reads(handle -> page(handle, filter, null, null)));
                costs.add(reads(handle -> page(handle, filter, middle, null)));
                costs.add(reads(handle -> page(handle, filter, null, middle)));
                costs.add(reads(handle -> page(handle, filter, null, last)));
            }
            assertTrue(Collections.max(costs) <= 320, filters(FEW).get(i) + ": " + costs);
        }
    }

    @Test
    void pagesShowEachUserOnceInBothDirections() {
        UserFilter filter = filters(FEW).get(0);
        List<UserRow> forwards = all(filter);
        assertEquals(900, new HashSet<>(ids(forwards)).size());
        assertTrue(forwards.get(0).displayName().startsWith("Anna"));
        List<UUID> backwards = new ArrayList<>();
        UserQuery.Part page = database.read(handle ->
                page(handle, filter, null, forwards.get(forwards.size() - 1).position()));
        while (page != null) {
            List<UUID> upwards = new ArrayList<>(ids(page.rows()));
            Collections.reverse(upwards);
            backwards.addAll(upwards);
            UserPosition previous = page.previous();
            page = previous == null ? null : database.read(handle -> page(handle, filter, null, previous));
        }
        Collections.reverse(backwards);
        assertEquals(ids(forwards).subList(0, 899), backwards);
    }

    @Test
    void searchFindsBeginningsOfNames() {
        UserFilter filter = filters(MANY).get(0);
        assertEquals(1, found(filter, "user12345@firma.example").size());
        assertEquals(1, found(filter, "user12345").size());
        assertEquals(0, found(filter, "user12349").size(), "deleted");
        assertTrue(found(filter, "cenek 1a").stream()
                .allMatch(row -> row.displayName().startsWith("Čeněk 1a")));
        assertEquals(200, found(filter, "user").size());
        assertEquals(List.of(), found(filter, "%_\\ 😀"));
        assertEquals(
                Set.of("Product"),
                new HashSet<>(found(filters(MANY).get(4), "user1").stream()
                        .map(UserRow::licences)
                        .toList()));
    }

    @Test
    void searchCostsAsMuchAsItsLimitAtMost() {
        for (String text : List.of("user", "anna", "user12345", "anna user", "user@firma", "user1@")) {
            long cost = reads(handle -> new UserQuery(filters(MANY).get(0)).search(handle, text));
            assertTrue(cost <= 60_000, text + " " + cost);
        }
    }

    @Test
    void pageTakesOneStatement() {
        UserFilter filter = filters(FEW).get(0);
        assertEquals(1, counted("Com_select", handle -> page(handle, filter, null, null)));
        assertEquals(1, counted("Com_select", handle -> new UserQuery(filter).search(handle, "anna")));
    }

    private static List<UserRow> found(UserFilter filter, String text) {
        return database.read(handle -> new UserQuery(filter).search(handle, text))
                .rows();
    }

    private static UserQuery.Part page(Handle handle, UserFilter filter, UserPosition after, UserPosition before) {
        return new UserQuery(filter).page(handle, Optional.ofNullable(after), Optional.ofNullable(before), 50);
    }

    private static List<UserRow> all(UserFilter filter) {
        List<UserRow> rows = new ArrayList<>();
        new UserQuery(filter).each(database, rows::add);
        return rows;
    }

    private static List<UUID> ids(List<UserRow> rows) {
        return rows.stream().map(UserRow::id).toList();
    }

    private static long reads(Consumer<Handle> call) {
        return counted("Handler_read%", call);
    }

    /** What a call adds to the connection's counters. */
    private static long counted(String counters, Consumer<Handle> call) {
        return database.read(handle -> {
            long before = counters(handle, counters);
            long ofCounting = counters(handle, counters) - before;
            call.accept(handle);
            return counters(handle, counters) - before - 2 * ofCounting;
        });
    }

    private static long counters(Handle handle, String pattern) {
        return handle
                .createQuery("show session status like '" + pattern + "'")
                .map((row, context) -> row.getLong("Value"))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
