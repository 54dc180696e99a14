package portal.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.testing.TestDatabase;

class PortfolioTest {
    private static final List<Optional<PortfolioState>> STATES =
            List.of(Optional.empty(), Optional.of(PortfolioState.ACTIVE), Optional.of(PortfolioState.INVITED));

    private static final Map<PortfolioFilter, List<PortfolioEntry>> ROWS = new HashMap<>();

    private static Database database;
    private static Portfolio portfolio;
    private static PartnerId few;
    private static PartnerId many;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        portfolio = new Portfolio(database);
        ManyRows rows = new ManyRows(database);
        few = rows.partner("Malý partner", 1000);
        many = rows.partner("Velký partner", 20_000);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void everyPageReadsTheSameRowsHoweverManyThereAre() {
        for (PartnerId partner : List.of(few, many)) {
            for (PortfolioOrder order : PortfolioOrder.values()) {
                for (Optional<PortfolioState> state : STATES) {
                    PortfolioFilter filter = new PortfolioFilter(partner, state, Optional.empty(), order);
                    String name = partner + " " + filter;
                    assertEquals(51, reads(() -> first(filter)), name);
                    // one for the row the page begins at, one to get there
                    assertEquals(53, costAfter(filter, row(filter, 0.01)), name);
                    assertEquals(53, costAfter(filter, row(filter, 0.4)), name);
                    assertEquals(53, costBefore(filter, row(filter, 0.6)), name);
                    assertEquals(53, costBefore(filter, row(filter, 1)), name);
                    assertTrue(costAfter(filter, row(filter, 0.98)) <= 53, name);
                }
            }
        }
    }

    @Test
    void rowsThatNeedAttentionAreAnIndexRangeToo() {
        for (PortfolioOrder order : PortfolioOrder.values()) {
            PortfolioFilter filter = attention(many, order);
            assertEquals(50, first(filter).entries().size());
            assertTrue(reads(() -> first(filter)) <= 104);
            assertTrue(costAfter(filter, row(filter, 0.5)) <= 104);
            assertTrue(costBefore(filter, row(filter, 1)) <= 104);
        }
    }

    @Test
    void pagesShowEachRowOnceInBothDirections() {
        for (PortfolioOrder order : PortfolioOrder.values()) {
            PortfolioFilter filter = all(few, order);
            List<UUID> forwards = new ArrayList<>();
            PortfolioPage page = first(filter);
            PortfolioPage last = page;
            while (page != null) {
                forwards.addAll(ids(page.entries()));
                last = page;
                page = page.next() == null ? null : after(filter, page.next());
            }
            assertEquals(1000, new HashSet<>(forwards).size());
            List<UUID> backwards = new ArrayList<>();
            for (page = last; page != null; page = page.previous() == null ? null : before(filter, page.previous())) {
                List<UUID> upwards = new ArrayList<>(ids(page.entries()));
                Collections.reverse(upwards);
                backwards.addAll(upwards);
            }
            Collections.reverse(backwards);
            assertEquals(forwards, backwards);
        }
    }

    @Test
    void namesStandInTheOrderOfThePartnersLanguage() {
        List<PortfolioEntry> found = first(all(many, PortfolioOrder.NAME)).entries();
        assertTrue(found.get(0).name().startsWith("Čáslav"));
        assertTrue(first(all(many, PortfolioOrder.NAME_DOWN))
                .entries()
                .get(0)
                .name()
                .startsWith("Żory"));
    }

    @Test
    void positionOfAnotherPartnerIsTheFirstPage() {
        PortfolioFilter filter = all(few, PortfolioOrder.NAME);
        UUID foreign = row(all(many, PortfolioOrder.NAME), 0.5);
        assertEquals(ids(first(filter).entries()), ids(after(filter, foreign).entries()));
        assertTrue(portfolio.find(few, foreign).isEmpty());
    }

    @Test
    void searchFindsBeginningsOfWordsWithoutAccents() {
        PortfolioFilter filter = all(many, PortfolioOrder.NAME);
        assertEquals(1, portfolio.search(filter, "FIRMA0.example").entries().size());
        assertEquals(11, portfolio.search(filter, "firma777").entries().size());
        assertTrue(portfolio.search(filter, "caslav 5").entries().stream()
                .allMatch(row -> row.name().startsWith("Čáslav")));
        PortfolioEntry active = portfolio.search(filter, "firma0.").entries().get(0);
        assertEquals(
                List.of(active.id()),
                ids(portfolio.search(filter, active.customerId().toString()).entries()));
        assertTrue(portfolio
                .search(all(few, PortfolioOrder.NAME), active.customerId().toString())
                .entries()
                .isEmpty());
        assertTrue(portfolio.search(filter, "%_\\ 😀").entries().isEmpty());
    }

    @Test
    void searchStaysInTheFilter() {
        PortfolioFilter invited =
                new PortfolioFilter(few, Optional.of(PortfolioState.INVITED), Optional.empty(), PortfolioOrder.NAME);
        PortfolioHits hits = portfolio.search(invited, "example");
        assertEquals(100, hits.entries().size());
        assertFalse(hits.more());
        assertEquals(
                10,
                portfolio
                        .search(attention(few, PortfolioOrder.NAME), "example")
                        .entries()
                        .size());
    }

    @Test
    void searchCostsLittleHoweverManyRowsMatch() {
        PortfolioFilter small = all(few, PortfolioOrder.NAME);
        PortfolioFilter large = all(many, PortfolioOrder.NAME);
        for (String rare : List.of("firma0", "nothing", "firma0 nothing", "caslav firma0")) {
            assertTrue(reads(() -> portfolio.search(small, rare)) <= 8_000, rare);
            assertTrue(reads(() -> portfolio.search(large, rare)) <= 8_000, rare);
        }
        for (String common : List.of("example", "s.r.o.", "firma example", "firma dobris example")) {
            PortfolioHits hits = portfolio.search(large, common);
            assertEquals(200, hits.entries().size(), common);
            assertTrue(hits.more(), common);
            assertTrue(reads(() -> portfolio.search(large, common)) <= 60_000, common);
        }
    }

    @Test
    void pageAndSearchTakeTwoStatementsAtMost() {
        PortfolioFilter filter = all(few, PortfolioOrder.NAME);
        UUID middle = row(filter, 0.5);
        assertEquals(1, counted("Com_select", () -> first(filter)));
        assertEquals(1, counted("Com_select", () -> after(filter, middle)));
        assertEquals(2, counted("Com_select", () -> portfolio.search(filter, "firma dobris example s.r.o.")));
    }

    private static PortfolioFilter all(PartnerId partner, PortfolioOrder order) {
        return new PortfolioFilter(partner, Optional.empty(), Optional.empty(), order);
    }

    private static PortfolioFilter attention(PartnerId partner, PortfolioOrder order) {
        return new PortfolioFilter(partner, Optional.empty(), Optional.of(PortfolioFilter.ATTENTION), order);
    }

    private static PortfolioPage first(PortfolioFilter filter) {
        return portfolio.page(filter, Optional.empty(), Optional.empty());
    }

    private static PortfolioPage after(PortfolioFilter filter, UUID row) {
        return portfolio.page(filter, Optional.of(row), Optional.empty());
    }

    private static PortfolioPage before(PortfolioFilter filter, UUID row) {
        return portfolio.page(filter, Optional.empty(), Optional.of(row));
    }

    private static long costAfter(PortfolioFilter filter, UUID row) {
        return reads(() -> after(filter, row));
    }

    private static long costBefore(PortfolioFilter filter, UUID row) {
        return reads(() -> before(filter, row));
    }

    private static List<UUID> ids(List<PortfolioEntry> entries) {
        return entries.stream().map(PortfolioEntry::id).toList();
    }

    /** The row at a share of the whole list. */
    private static UUID row(PortfolioFilter filter, double share) {
        List<PortfolioEntry> rows =
                ROWS.computeIfAbsent(filter, wanted -> portfolio.newest(wanted, Integer.MAX_VALUE - 1));
        return rows.get((int) (share * (rows.size() - 1))).id();
    }

    /** How many rows and index entries a call makes the server read. */
    private static long reads(Runnable call) {
        return counted("Handler_read%", call);
    }

    /** What a call adds to the connection's counters. */
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
