package portal.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import portal.demo.DemoSeed;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Migrations;
import portal.testing.Serving;
import portal.testing.TestDatabase;

/** Who may support a subscription, over everything it rests on; every page must say the same. */
class EligibilityTest {
    private static final UUID PROVIDER = Serving.tenant("provider");
    private static final UUID RESELLER = Serving.tenant("reseller");
    private static final UUID CUSTOMER = Serving.tenant("customer-a");
    private static final UUID OTHER_CUSTOMER = Serving.tenant("customer-b");

    private static Database database;
    private static Serving serving;
    private static UUID subscription;

    @BeforeAll
    static void sell() {
        database = new Database(TestDatabase.newSchema(), 2);
        new Migrations(database.dataSource()).migrate();
        database.write(handle -> {
            DemoSeed.companies(handle);
            return null;
        });
        serving = Serving.in(database);
        serving.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        subscription = serving.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, null);
        designate(subscription, RESELLER);
    }

    private static void designate(UUID of, UUID contact) {
        UUID person = serving.person(PROVIDER);
        database.write(handle -> {
            handle.execute("update subscription set support_contact_id = ? where id = ?", contact, of);
            return handle.execute(
                    """
                    insert into support_designation
                      (id, subscription_id, customer_id, seller_id, contact_id, designated_for, designated_by,
                       designated_at, coverage)
                    select ?, id, customer_id, seller_id, ?, ?, ?, utc_timestamp(6), 'designated'
                    from subscription where id = ?
                    """,
                    Ids.next(),
                    contact,
                    PROVIDER,
                    person,
                    of);
        });
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** What is missing, in every combination. */
    static List<EnumSet<Obstacle>> combinations() {
        List<EnumSet<Obstacle>> all = new ArrayList<>(List.of(EnumSet.noneOf(Obstacle.class)));
        for (Obstacle obstacle : Obstacle.values()) {
            for (EnumSet<Obstacle> without : List.copyOf(all)) {
                EnumSet<Obstacle> with = EnumSet.copyOf(without);
                with.add(obstacle);
                all.add(with);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void onlyWhoMissesNothingSupportsIt(EnumSet<Obstacle> missing) {
        bringAbout(missing);
        Eligibility found = eligibility(RESELLER);

        assertEquals(List.copyOf(missing), found.obstacles());
        assertEquals(missing.isEmpty(), found.holds());
        Coverage coverage = missing.isEmpty()
                ? Coverage.DESIGNATED
                : missing.contains(Obstacle.SUSPENDED) ? Coverage.SUSPENDED : Coverage.LOST;
        UUID acting = missing.isEmpty() ? RESELLER : PROVIDER;
        assertEquals(found, chooser().eligibility());
        Supported row = board();
        assertEquals(found, row.eligibility());
        assertEquals(coverage, row.coverage());
        assertEquals(acting, row.acting().id());
        assertEquals(acting, customersPage().acting().id());
        DesignationDao.Watched watched = watched();
        assertEquals(found, watched.eligibility());
        assertEquals(coverage, watched.found());
        assertEquals(missing.isEmpty(), offered());
    }

    @Test
    void sellerMayAlwaysSupportIt() {
        bringAbout(EnumSet.allOf(Obstacle.class));
        serving.state(PROVIDER, "suspended");
        assertTrue(eligibility(PROVIDER).holds());
        serving.state(PROVIDER, "active");
    }

    @Test
    void whatCountsIsTheRelationshipAsAResellerOfThisCustomer() {
        bringAbout(EnumSet.of(Obstacle.RELATIONSHIP));
        serving.relationship(RESELLER, Capacity.INDIRECT_RESELLER, OTHER_CUSTOMER, true);
        serving.relationship(RESELLER, Capacity.DIRECT_BILL, CUSTOMER, true);
        assertEquals(List.of(Obstacle.RELATIONSHIP), eligibility(RESELLER).obstacles());
        serving.endRelationship(RESELLER, CUSTOMER);
    }

    @Test
    void partnershipWithAnotherProviderDoesNotCount() {
        bringAbout(EnumSet.of(Obstacle.PARTNERSHIP));
        serving.partnership(Serving.tenant("provider2"), RESELLER);
        assertEquals(List.of(Obstacle.PARTNERSHIP), eligibility(RESELLER).obstacles());
    }

    @Test
    void whatWasBoughtElsewhereNeedsNoPartnership() {
        bringAbout(EnumSet.of(Obstacle.PARTNERSHIP));
        UUID elsewhere = serving.subscription(CUSTOMER, null, null, null);
        Eligibility found = database.read(SupportDao.class, dao -> dao.eligibility(elsewhere, RESELLER))
                .orElseThrow();
        assertTrue(found.holds());
        serving.endPrivileges(RESELLER, CUSTOMER);
        assertFalse(database.read(SupportDao.class, dao -> dao.eligibility(elsewhere, RESELLER))
                .orElseThrow()
                .holds());
    }

    private static void bringAbout(Set<Obstacle> missing) {
        serving.endRelationship(RESELLER, CUSTOMER);
        serving.endPrivileges(RESELLER, CUSTOMER);
        serving.endPartnership(PROVIDER, RESELLER);
        serving.state(RESELLER, missing.contains(Obstacle.SUSPENDED) ? "suspended" : "active");
        if (!missing.contains(Obstacle.RELATIONSHIP)) {
            serving.relationship(RESELLER, Capacity.INDIRECT_RESELLER, CUSTOMER, false);
        }
        if (!missing.contains(Obstacle.PARTNERSHIP)) {
            serving.partnership(PROVIDER, RESELLER);
        }
        if (!missing.contains(Obstacle.DELEGATED_ADMIN)) {
            serving.grantPrivileges(RESELLER, CUSTOMER);
        }
    }

    private static Eligibility eligibility(UUID candidate) {
        return database.read(SupportDao.class, dao -> dao.eligibility(subscription, candidate))
                .orElseThrow();
    }

    private static Candidate chooser() {
        return database.read(SupportDao.class, dao -> dao.candidates(subscription, List.of(RESELLER)))
                .get(0);
    }

    private static Supported board() {
        return database.read(handle -> new CoverageQuery(handle, new PartnerId(PROVIDER), CoverageFilter.ALL)
                        .rows(List.of(subscription)))
                .get(0);
    }

    private static SupportedProduct customersPage() {
        return database.read(SupportDao.class, dao -> dao.products(new CustomerId(CUSTOMER), 10)).stream()
                .filter(product -> product.sellerId() != null)
                .findFirst()
                .orElseThrow();
    }

    private static DesignationDao.Watched watched() {
        return database.read(DesignationDao.class, dao -> dao.watchedOf(new CustomerId(CUSTOMER)))
                .get(0);
    }

    /** Whether the change of many offers the reseller. */
    private static boolean offered() {
        UUID change = Ids.next();
        UUID person = serving.person(PROVIDER);
        return database.write(handle -> {
            CoverageChangeDao dao = handle.attach(CoverageChangeDao.class);
            java.time.Instant now = java.time.Instant.now();
            dao.insert(change, new PartnerId(PROVIDER), person, now, now);
            dao.insertRows(change, List.of(new CoverageChangeDao.Chosen(1, subscription, 0, null)));
            return dao.offers(change, new PartnerId(PROVIDER)).stream()
                    .anyMatch(offer -> offer.id().equals(RESELLER));
        });
    }
}
