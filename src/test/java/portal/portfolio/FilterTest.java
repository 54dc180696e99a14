package portal.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.testing.Rows;
import portal.testing.TestDatabase;

/** What the list can be narrowed to, at twenty thousand customers. */
class FilterTest {
    private static final int CUSTOMERS = 20_000;
    private static final String FREQUENT = PortfolioFilter.TAG + "frequent";
    private static final String RARE = PortfolioFilter.TAG + "rare";
    private static final String RESELLER = PortfolioFilter.RESELLER + Ids.next();
    private static final String GRANTED = PortfolioFilter.DELEGATED_ADMIN + "granted";
    private static final String NONE = PortfolioFilter.DELEGATED_ADMIN + "none";
    private static final String DECLINED = PortfolioFilter.reason(Attention.DECLINED);

    private static final Map<PortfolioFilter, List<UUID>> ROWS = new HashMap<>();

    private static Database database;
    private static Portfolio portfolio;
    private static PartnerId partner;
    private static PartnerId other;

    @BeforeAll
    static void fill() {
        // one connection, so that its counters tell what a call has read
        database = new Database(TestDatabase.newSchema(), 1);
        new Migrations(database.dataSource()).migrate();
        portfolio = new Portfolio(database);
        ManyRows rows = new ManyRows(database);
        other = rows.partner("Jiný partner", 200);
        rows.label(other, RARE, 1);
        partner = rows.partner("Velký partner", CUSTOMERS);
        rows.label(partner, FREQUENT, 2);
        rows.label(partner, RARE, 701);
        rows.label(partner, RESELLER, 7);
        rows.delegatedAdmin(partner, DelegatedAdminState.GRANTED, 90);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void anotherPartnersLabelsAreNobodyElses() {
        assertEquals(
                28,
                all(filter(partner, RARE, Optional.empty(), PortfolioOrder.NAME))
                        .size());
        assertEquals(
                200,
                all(filter(other, RARE, Optional.empty(), PortfolioOrder.NAME)).size());
        assertTrue(all(filter(other, FREQUENT, Optional.empty(), PortfolioOrder.NAME))
                .isEmpty());
    }

    @Test
    void everyFilterIsAnIndexRangeInEachOrderAtAnyDepth() {
        for (String label : List.of(FREQUENT, RARE, RESELLER, GRANTED, NONE, DECLINED, PortfolioFilter.ATTENTION)) {
            // one read of the row itself for each label
            int most = label.startsWith(PortfolioFilter.DELEGATED_ADMIN) ? 53 : 105;
            for (PortfolioOrder order : PortfolioOrder.values()) {
                for (Optional<PortfolioState> state :
                        List.of(Optional.<PortfolioState>empty(), Optional.of(PortfolioState.ACTIVE))) {
                    PortfolioFilter filter = filter(partner, label, state, order);
                    List<UUID> rows = ROWS.computeIfAbsent(filter, FilterTest::all);
                    assertFalse(rows.isEmpty());
                    assertTrue(reads(() -> first(filter)) <= most, filter + " first");
                    UUID middle = rows.get(rows.size() / 2);
                    assertTrue(reads(() -> after(filter, middle)) <= most + 2, filter + " after");
                    assertTrue(reads(() -> before(filter, middle)) <= most + 2, filter + " before");
                    UUID last = rows.get(rows.size() - 1);
                    assertTrue(reads(() -> before(filter, last)) <= most + 2, filter + " last");
                    assertEquals(1, counted("Com_select", () -> after(filter, middle)));
                }
            }
        }
    }

    @Test
    void pagesOfAFilterShowEachRowOnce() {
        for (String label : List.of(FREQUENT, GRANTED, DECLINED)) {
            PortfolioFilter filter = filter(partner, label, Optional.empty(), PortfolioOrder.SINCE_DOWN);
            List<UUID> shown = new ArrayList<>();
            PortfolioPage page = first(filter);
            while (page.next() != null) {
                page.entries().forEach(entry -> shown.add(entry.id()));
                page = after(filter, page.next());
            }
            page.entries().forEach(entry -> shown.add(entry.id()));
            assertEquals(all(filter), shown);
            assertEquals(shown.size(), new HashSet<>(shown).size());
        }
    }

    @Test
    void labelAndStateTogetherShowRowsThatAreBoth() {
        PortfolioFilter invited = filter(partner, FREQUENT, Optional.of(PortfolioState.INVITED), PortfolioOrder.NAME);
        assertEquals(CUSTOMERS / 10, all(invited).size());
        assertTrue(first(invited).entries().stream().allMatch(entry -> entry.state() == PortfolioState.INVITED));
        assertTrue(all(filter(partner, FREQUENT, Optional.of(PortfolioState.REMOVED), PortfolioOrder.NAME))
                .isEmpty());
        List<PortfolioEntry> without = first(filter(partner, NONE, Optional.empty(), PortfolioOrder.NAME))
                .entries();
        assertTrue(without.stream().allMatch(entry -> entry.state() == PortfolioState.ACTIVE));
    }

    @Test
    void searchStaysInTheFilterAndCostsLittle() {
        for (String label : List.of(FREQUENT, RARE, GRANTED, DECLINED)) {
            PortfolioFilter filter = filter(partner, label, Optional.empty(), PortfolioOrder.NAME);
            List<UUID> inFilter = all(filter);
            PortfolioHits hits = portfolio.search(filter, "firma1");
            assertTrue(hits.entries().stream().allMatch(entry -> inFilter.contains(entry.id())), label);
            assertTrue(reads(() -> portfolio.search(filter, "firma1")) <= 60_000, label);
            assertTrue(reads(() -> portfolio.search(filter, "firma777")) <= 8_000, label);
            assertEquals(2, counted("Com_select", () -> portfolio.search(filter, "firma777")));
        }
    }

    @Test
    void searchIsSortedWhenSomebodyAsksForAnOrder() {
        PortfolioFilter filter = new PortfolioFilter(partner, Optional.empty(), Optional.empty(), PortfolioOrder.NAME);
        List<PortfolioEntry> newest = portfolio
                .search(filter, "firma77", Optional.of(PortfolioOrder.SINCE_DOWN))
                .entries();
        List<PortfolioEntry> sorted = new ArrayList<>(newest);
        sorted.sort((one, next) -> next.since().compareTo(one.since()));
        assertTrue(newest.size() > 100);
        assertEquals(sorted, newest);
    }

    @Test
    void exportHasEveryRowOfFilterAndSearchInOrder() {
        PortfolioFilter filter = filter(partner, FREQUENT, Optional.empty(), PortfolioOrder.SINCE_DOWN);
        List<PortfolioLine> lines = new ArrayList<>();
        portfolio.each(filter, "", lines::add);
        assertEquals(all(filter), lines.stream().map(PortfolioLine::id).toList());
        assertTrue(lines.stream().allMatch(line -> line.tags().startsWith("frequent")));

        List<PortfolioLine> found = new ArrayList<>();
        PortfolioFilter every = new PortfolioFilter(partner, Optional.empty(), Optional.empty(), PortfolioOrder.NAME);
        portfolio.each(every, "firma dobris example", found::add);
        assertEquals(CUSTOMERS / 7, found.size(), "more than a search shows");
        portfolio.each(every, "%", line -> found.clear());
        assertFalse(found.isEmpty(), "no word, no row");
        List<PortfolioLine> one = new ArrayList<>();
        portfolio.each(every, String.valueOf(lines.get(1).customerId()), one::add);
        assertEquals(
                List.of(lines.get(1).id()), one.stream().map(PortfolioLine::id).toList());
    }

    @Test
    void providerFindsCustomersByTheResellerThatServesThem() {
        ManyRows rows = new ManyRows(database);
        PartnerId provider = rows.partner("Poskytovatel", 3);
        PartnerId reseller = rows.partner("Prodejce", 0);
        database.write(handle -> handle.execute(
                "update portfolio_entry set capacity = 'indirect-provider' where partner_id = ?", provider));
        UUID customer = UUID.fromString(Rows.of(database)
                .texts("select customer_id from portfolio_entry where partner_id = ? order by id", provider)
                .get(1));
        PortfolioFilter filter =
                filter(provider, PortfolioFilter.RESELLER + reseller, Optional.empty(), PortfolioOrder.NAME);
        for (int again = 0; again < 2; again++) {
            database.write(handle -> {
                CustomerLabels.servedThrough(handle, provider, new CustomerId(customer), reseller);
                return null;
            });
            assertEquals(1, all(filter).size());
        }
        database.write(handle -> {
            CustomerLabels.notServedThrough(handle, other, new CustomerId(customer), reseller);
            return null;
        });
        assertEquals(1, all(filter).size(), "another partner's verb");
        database.write(handle -> {
            CustomerLabels.notServedThrough(handle, provider, new CustomerId(customer), reseller);
            return null;
        });
        assertTrue(all(filter).isEmpty());
    }

    private static PortfolioFilter filter(
            PartnerId of, String label, Optional<PortfolioState> state, PortfolioOrder order) {
        return new PortfolioFilter(of, state, Optional.of(label), order);
    }

    private static List<UUID> all(PortfolioFilter filter) {
        return portfolio.newest(filter, CUSTOMERS * 2).stream()
                .map(PortfolioEntry::id)
                .toList();
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
