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
import portal.testing.Supporting;
import portal.testing.TestDatabase;

/** Who may support a subscription, over everything it rests on; every page must say the same. */
class EligibilityTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID RESELLER = Supporting.tenant("reseller");
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");
    private static final UUID OTHER_CUSTOMER = Supporting.tenant("customer-b");

    private static Database database;
    private static Supporting supporting;
    private static UUID subscription;

    @BeforeAll
    static void sell() {
        database = new Database(TestDatabase.newSchema(), 2);
        new Migrations(database.dataSource()).migrate();
        database.write(handle -> {
            DemoSeed.companies(handle);
            return null;
        });
        supporting = Supporting.in(database);
        supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        subscription = supporting.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, null);
        designate(subscription, RESELLER);
    }

    private static void designate(UUID of, UUID contact) {
        UUID person = supporting.person(PROVIDER);
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
    static List<EnumSet<Lack>> combinations() {
        List<EnumSet<Lack>> all = new ArrayList<>(List.of(EnumSet.noneOf(Lack.class)));
        for (Lack obstacle : Lack.values()) {
            for (EnumSet<Lack> without : List.copyOf(all)) {
                EnumSet<Lack> with = EnumSet.copyOf(without);
                with.add(obstacle);
                all.add(with);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void onlyWhoMissesNothingSupportsIt(EnumSet<Lack> missing) {
        bringAbout(missing);
        Eligibility found = eligibility(RESELLER);

        assertEquals(List.copyOf(missing), found.obstacles());
        assertEquals(missing.isEmpty(), found.holds());
        Coverage coverage = missing.isEmpty()
                ? Coverage.DESIGNATED
                : missing.contains(Lack.SUSPENDED) ? Coverage.SUSPENDED : Coverage.LOST;
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
        bringAbout(EnumSet.allOf(Lack.class));
        supporting.state(PROVIDER, "suspended");
        assertTrue(eligibility(PROVIDER).holds());
        supporting.state(PROVIDER, "active");
    }

    @Test
    void whatCountsIsTheRelationshipAsAResellerOfThisCustomer() {
        bringAbout(EnumSet.of(Lack.RELATIONSHIP));
        supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, OTHER_CUSTOMER, true);
        supporting.relationship(RESELLER, Capacity.DIRECT_BILL, CUSTOMER, true);
        assertEquals(List.of(Lack.RELATIONSHIP), eligibility(RESELLER).obstacles());
        supporting.endRelationship(RESELLER, CUSTOMER);
    }

    @Test
    void partnershipWithAnotherProviderDoesNotCount() {
        bringAbout(EnumSet.of(Lack.PARTNERSHIP));
        supporting.partnership(Supporting.tenant("provider2"), RESELLER);
        assertEquals(List.of(Lack.PARTNERSHIP), eligibility(RESELLER).obstacles());
    }

    @Test
    void whatWasBoughtElsewhereNeedsNoPartnership() {
        bringAbout(EnumSet.of(Lack.PARTNERSHIP));
        UUID elsewhere = supporting.subscription(CUSTOMER, null, null, null);
        Eligibility found = database.read(SupportDao.class, dao -> dao.eligibility(elsewhere, RESELLER))
                .orElseThrow();
        assertTrue(found.holds());
        supporting.endPrivileges(RESELLER, CUSTOMER);
        assertFalse(database.read(SupportDao.class, dao -> dao.eligibility(elsewhere, RESELLER))
                .orElseThrow()
                .holds());
    }

    private static void bringAbout(Set<Lack> missing) {
        supporting.endRelationship(RESELLER, CUSTOMER);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        supporting.endPartnership(PROVIDER, RESELLER);
        supporting.state(RESELLER, missing.contains(Lack.SUSPENDED) ? "suspended" : "active");
        if (!missing.contains(Lack.RELATIONSHIP)) {
            supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, CUSTOMER, false);
        }
        if (!missing.contains(Lack.PARTNERSHIP)) {
            supporting.partnership(PROVIDER, RESELLER);
        }
        if (!missing.contains(Lack.DELEGATED_ADMIN)) {
            supporting.grantPrivileges(RESELLER, CUSTOMER);
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
        UUID person = supporting.person(PROVIDER);
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
