package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.testing.TestDatabase;

class LedgerQueryTest {
    private static final int PAGE = 50;

    private static Database database;
    private static PartnerId few;
    private static PartnerId many;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        few = partner("Malý partner", 2_500);
        many = partner("Velký partner", 20_000);
    }

    private static PartnerId partner(String name, int invitations) {
        PartnerId partner = new ManyRows(database).partner(name, 0);
        database.write(handle -> handle.execute(
                """
                insert into person (id, issuer, subject, tenant_id, name, roles, created_at, last_signed_in_at)
                values (?, 'issuer', ?, ?, 'Somebody', 'admin-agent', utc_timestamp(6), utc_timestamp(6))
                """,
                Ids.next(),
                name.replaceAll("[^a-zA-Z]", ""),
                partner.value()));
        ManyInvitations.add(database, partner.value(), invitations);
        return partner;
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void everyPageReadsTheSameHoweverManyInvitationsThereAre() {
        for (Optional<InvitationState> state :
                List.of(Optional.<InvitationState>empty(), Optional.of(InvitationState.REVOKED))) {
            for (boolean oldest : List.of(false, true)) {
                long small = reads(() -> query(few, state, "", oldest).first(PAGE));
                assertTrue(small <= 6 * (PAGE + 1), "first page reads " + small);
                assertEquals(small, reads(() -> query(many, state, "", oldest).first(PAGE)));
                UUID deep = middle(many);
                assertEquals(small, reads(() -> query(many, state, "", oldest).after(deep, PAGE)));
                assertEquals(small, reads(() -> query(many, state, "", oldest).before(deep, PAGE)));
            }
        }
    }

    @Test
    void searchReadsTheSameHoweverManyInvitationsThereAre() {
        long small = reads(() -> query(few, Optional.empty(), "nobody", false).first(PAGE));
        assertTrue(small <= 6L * LedgerQuery.WINDOW, "search reads " + small);
        assertEquals(small, reads(() -> query(many, Optional.empty(), "nobody", false)
                .first(PAGE)));
        assertTrue(
                reads(() -> query(many, Optional.empty(), "firma 19999", false).first(PAGE)) <= small + 10);
    }

    @Test
    void duplicateIsFoundByOneRow() {
        long reads = reads(() -> database.read(
                DetailsDao.class,
                dao -> dao.openToDomain(many, Capacity.DIRECT_BILL, "firma19999.example", Ids.next(), Instant.now())));
        assertTrue(reads <= 4, "reads " + reads);
    }

    private static LedgerQuery query(
            PartnerId partner, Optional<InvitationState> state, String search, boolean oldestFirst) {
        return new LedgerQuery(database, new LedgerFilter(partner, state, search, oldestFirst));
    }

    private static UUID middle(PartnerId partner) {
        return database.read(handle -> handle.createQuery(
                        """
                        select i.id from invitation i join invitation_party p on p.invitation_id = i.id
                        where p.partner_id = :partner and i.domain = 'firma10000.example'
                        """)
                .bind("partner", partner)
                .mapTo(UUID.class)
                .one());
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
