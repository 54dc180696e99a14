package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

/** At the same moment, on two nodes. */
class OrderConcurrencyTest {
    private static TestApp first;
    private static TestApp second;
    private static Client admin;
    private static Client elsewhere;
    private static Rows rows;
    private static Selling selling;
    private String customer;

    @BeforeAll
    static void start() {
        first = TestApp.start().withoutJobs();
        second = first.secondNode();
        admin = first.as("direct-admin");
        elsewhere = second.as("direct-admin");
        rows = Rows.of(first);
        selling = Selling.at(first);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        customer = selling.agreed("customer-a-global")
                .begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        admin.get(customer);
        elsewhere.get(customer);
    }

    /** As a removal does: the relationship's row first, then whether something is active, in one transaction. */
    private static boolean end(TestApp node) {
        PartnerId seller = new PartnerId(Selling.tenant("direct-admin"));
        CustomerId company = new CustomerId(Selling.tenant("customer-a-global"));
        try {
            return node.database().write(handle -> {
                int ended = handle.execute(
                        """
                        update relationship set ended_at = utc_timestamp(6), version = version + 1
                        where partner_id = ? and ended_at is null
                        """,
                        seller.value());
                boolean free = Subscriptions.activeOf(handle, seller, Capacity.DIRECT_BILL, company)
                        .isEmpty();
                if (!free) {
                    throw new IllegalStateException("something is active");
                }
                return ended == 1;
            });
        } catch (IllegalStateException active) {
            return false;
        }
    }

    @RepeatedTest(20)
    void orderAndEndingNeverBothHappen() {
        Map<String, String> order = selling.order("WORK-Y", "5");
        List<Object> results = new Crowd<Object>()
                .with(() -> admin.post(customer + "/subscriptions", order).status())
                .with(() -> end(second))
                .go();

        boolean ordered = results.get(0).equals(303);
        assertNotEquals(ordered, results.get(1), results.toString());
        assertTrue(ordered || results.get(0).equals(409), results.toString());
        assertEquals(ordered ? 1 : 0, rows.count("subscription"));
        assertEquals(ordered ? 1 : 0, rows.count("relationship", "ended_at is null"));
    }

    @Test
    void oneOrderSentManyTimesIsPlacedOnce() {
        Map<String, String> order = selling.order("WORK-Y", "5");
        Crowd<Integer> crowd = new Crowd<>();
        for (int i = 0; i < 20; i++) {
            Client client = i % 2 == 0 ? admin : elsewhere;
            crowd.with(() -> client.post(customer + "/subscriptions", order).status());
        }
        assertTrue(crowd.go().stream().allMatch(status -> status == 303));
        assertEquals(1, rows.count("subscription"));
        assertEquals("5", rows.text("select seats from seat_pool"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-ordered'"));
    }

    @RepeatedTest(5)
    void seatsAreNeverFewerThanThoseAssigned() {
        String path = selling.ordered(admin, customer, "WORK-Y", "40");
        CustomerId company = new CustomerId(Selling.tenant("customer-a-global"));
        UUID product = UUID.fromString(selling.product("WORK-Y"));
        String version = admin.get(path + "/seats")
                .page()
                .select("main input[name=version]")
                .val();
        Crowd<Boolean> crowd = new Crowd<>();
        for (int i = 0; i < 30; i++) {
            TestApp node = i % 2 == 0 ? first : second;
            crowd.with(() -> node.database().write(handle -> SeatPools.take(handle, company, product)));
        }
        for (int seats : List.of(10, 20)) {
            crowd.with(() -> elsewhere
                            .post(path + "/seats", Map.of("version", version, "seats", String.valueOf(seats)))
                            .status()
                    == 303);
        }
        List<Boolean> results = crowd.go();

        long taken = results.subList(0, 30).stream().filter(one -> one).count();
        assertEquals(String.valueOf(taken), rows.text("select assigned from seat_pool"));
        assertEquals(1, rows.count("seat_pool", "assigned <= seats"));
        assertEquals(rows.text("select seats from subscription"), rows.text("select seats from seat_pool"));
        assertTrue(results.subList(30, 32).stream().filter(one -> one).count() <= 1);
    }
}
