package portal.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.portfolio.ManyRows;
import portal.testing.TestDatabase;

/** What can be chosen on the Customers page, at twenty thousand customers. */
class ListChoicesTest {
    private static Database database;
    private static PartnerId partner;
    private static PartnerId reseller;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        ManyRows rows = new ManyRows(database);
        reseller = rows.partner("Prodejce", 0);
        partner = rows.partner("Velký partner", 20_000);
        rows.label(partner, "reseller:" + reseller, 3);
        for (int tag = 1; tag <= 12; tag++) {
            rows.label(partner, "tag:t" + tag, tag);
        }
        database.write(handle -> handle.execute("analyze table portfolio_label"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anotherPartnersTagsAreNotOffered() {
        assertEquals(List.of(), database.read(SavedViewDao.class, dao -> dao.choicesWithPartners(reseller)));
    }

    @Test
    void tagsAndResellersInUseAreFoundWithoutReadingTheirRows() {
        Supplier<List<SavedViewDao.Choice>> choices =
                () -> database.read(SavedViewDao.class, dao -> dao.choicesWithPartners(partner));
        assertEquals(
                12,
                choices.get().stream().filter(one -> one.kind().equals("tag")).count());
        assertTrue(
                choices.get().contains(new SavedViewDao.Choice("reseller", null, "Prodejce", "reseller:" + reseller)));
        long before = reads();
        long ofCounting = reads() - before;
        assertEquals(13, choices.get().size());
        long cost = reads() - before - 2 * ofCounting;
        assertTrue(cost <= 120, "reads " + cost);
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
