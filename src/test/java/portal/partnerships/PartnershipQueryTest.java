package portal.partnerships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.testing.TestDatabase;

class PartnershipQueryTest {
    private static final int PAGE = 50;

    private static Database database;
    private static PartnerId few;
    private static PartnerId many;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        ManyRows partners = new ManyRows(database);
        few = partners.partner("Malý poskytovatel", 0);
        many = partners.partner("Velký poskytovatel", 0);
        UUID person = Ids.next();
        database.write(handle -> handle.execute(
                """
                insert into person (id, issuer, subject, tenant_id, name, roles, created_at, last_signed_in_at)
                values (?, 'issuer', 'subject', ?, 'Somebody', 'global-admin', utc_timestamp(6), utc_timestamp(6))
                """,
                person,
                many.value()));
        add(few, person, 2_500, 1);
        add(many, person, 20_000, 2);
        database.write(handle -> handle.execute("analyze table partnership, organization"));
    }

    /** So many resellers, and a partnership with each; every tenth has ended. */
    private static void add(PartnerId provider, UUID person, int count, int block) {
        database.write(handle -> {
            handle.execute(
                    """
                    insert into organization (id, kind, state, legal_name, country, cloud, address_line1, city, language,
                      time_zone, created_at)
                    select concat('00000000-0000-7000-80', lpad(?, 2, '0'), '-', lpad(seq, 12, '0')), 'partner', 'active',
                      concat('Prodejce ', seq), 'CZ', 'public', 'Ulice 1', 'Praha', 'cs', 'Europe/Prague', utc_timestamp(6)
                    from seq_1_to_20000 where seq <= ?
                    """,
                    block,
                    count);
            handle.execute(
                    """
                    insert into partnership (id, provider_id, reseller_id, asked_by, asked_by_person, asked_at, state)
                    select concat('00000000-0000-7000-81', lpad(?, 2, '0'), '-', lpad(seq, 12, '0')), ?,
                      concat('00000000-0000-7000-80', lpad(?, 2, '0'), '-', lpad(seq, 12, '0')), 'provider', ?,
                      utc_timestamp(6), if(seq % 10 = 0, 'ended', 'active')
                    from seq_1_to_20000 where seq <= ?
                    """,
                    block, provider.value(), block, person, count);
            return null;
        });
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void everyPageReadsTheSameHoweverManyPartnersThereAre() {
        for (PartnershipAddress.Which which : PartnershipAddress.Which.values()) {
            for (boolean oldest : new boolean[] {false, true}) {
                UUID deep = UUID.fromString("00000000-0000-7000-8102-000000010000");
                long small = reads(few, address(which, "", oldest, null, null));
                assertTrue(small <= 6 * (PAGE + 1), "first page reads " + small);
                assertEquals(small, reads(many, address(which, "", oldest, null, null)));
                assertEquals(small, reads(many, address(which, "", oldest, deep, null)));
                assertEquals(small, reads(many, address(which, "", oldest, null, deep)));
            }
        }
    }

    @Test
    void aSearchReadsTheSameAndGoesOnWhereItStopped() {
        PartnershipAddress search = address(PartnershipAddress.Which.CURRENT, "nobody", false, null, null);
        long small = reads(few, search);
        assertTrue(small <= 6L * PartnershipQuery.WINDOW, "search reads " + small);
        long large = reads(many, search);
        assertEquals(small, large);
        PartnershipAddress first = address(PartnershipAddress.Which.CURRENT, "Prodejce 12345", false, null, null);
        PartnershipQuery.Part part = new PartnershipQuery(database, many, first).page(PAGE);
        int pages = 1;
        while (part.rows().isEmpty()) {
            assertTrue(part.stopped());
            part = new PartnershipQuery(
                            database,
                            many,
                            address(PartnershipAddress.Which.CURRENT, "Prodejce 12345", false, part.next(), null))
                    .page(PAGE);
            pages++;
        }
        assertEquals("Prodejce 12345", part.rows().get(0).name());
        assertEquals(4, pages);
    }

    private static PartnershipAddress address(
            PartnershipAddress.Which which, String search, boolean oldest, UUID after, UUID before) {
        return new PartnershipAddress(
                Side.PROVIDER, search, which, oldest, Optional.ofNullable(after), Optional.ofNullable(before));
    }

    private static long reads(PartnerId provider, PartnershipAddress address) {
        long before = counters();
        long ofCounting = counters() - before;
        new PartnershipQuery(database, provider, address).page(PAGE);
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
