package portal.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoSeed;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.testing.Supporting;
import portal.testing.TestDatabase;

/** Whom a look-up finds costs the same however many people the customers have. */
class LookUpQueryTest {
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");
    private static final String EVERYBODY = "seq_1_to_20000";

    private static Database database;
    private static PartnerId partner;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        database.write(handle -> {
            DemoSeed.companies(handle);
            return null;
        });
        partner = new ManyRows(database).partner("Partner", 0);
        Supporting.in(database).relationship(partner.value(), Capacity.DIRECT_BILL, CUSTOMER, true);
        database.write(handle -> {
            handle.execute(
                    """
                    insert into customer_user
                      (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key, country, state, created_at)
                    select uuid(), ?, concat('user', seq, '@customer.example'), 'Jan', 'Novák', 'Jan Novák', '1', 'CZ', 'active',
                      utc_timestamp(6)
                    from %s
                    """
                            .formatted(EVERYBODY),
                    CUSTOMER);
            return handle.execute(
                    """
                    insert into person
                      (id, issuer, subject, tenant_id, name, email, roles, created_at, last_signed_in_at)
                    select uuid(), 'test', seq, ?, 'Jan Novák', concat('user', seq, '@customer.example'), '', utc_timestamp(6),
                      utc_timestamp(6)
                    from %s
                    """
                            .formatted(EVERYBODY),
                    CUSTOMER);
        });
        database.write(handle -> handle.execute("analyze table customer_user, person, delegated_admin_grant"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aUserIsFoundWithoutReadingTheOthers() {
        assertFound(() -> database.read(
                LookUpDao.class, dao -> dao.users(partner, List.of(CUSTOMER), "user12345@customer.example")));
    }

    @Test
    void somebodyWhoSignedInIsFoundWithoutReadingTheOthers() {
        assertFound(() -> database.read(
                LookUpDao.class, dao -> dao.people(partner, List.of(CUSTOMER), "user12345@customer.example")));
    }

    private static void assertFound(Supplier<List<Somebody>> search) {
        long before = reads();
        long ofCounting = reads() - before;
        assertEquals(1, search.get().size());
        long read = reads() - before - 2 * ofCounting;
        assertTrue(read <= 6, "reads " + read);
    }

    private static long reads() {
        return database.read(
                handle -> handle
                        .createQuery("show session status like 'Handler_read%'")
                        .map((row, context) -> row.getLong("Value"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
