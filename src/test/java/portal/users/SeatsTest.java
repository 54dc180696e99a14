package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Seats;
import portal.testing.Serving;
import portal.testing.TestApp;

/** Seats of one pool, taken by many at the same moment, on two nodes and by two partners. */
class SeatsTest {
    private static final UUID TENANT = DemoPeople.person("customer-a-global").tenant();
    private static final int MANY = 100;

    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Client admin;
    private static String customer;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        rows = Rows.of(app);
        admin = cast.of("direct-admin");
        customer = Serving.with(admin, cast.of("customer-a-global"));
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    private static String assignment(String user, String product) {
        return user + "/licences/" + product + "/assignment";
    }

    @Test
    void ofAHundredWhoWantTheLastSeatOneGetsIt() {
        String product = Seats.of(app, TENANT, "Last Seat", 1);
        List<String> users = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            users.add(Adding.added(admin, customer, "crowd" + i));
        }
        Client there = second.as("direct-global");
        there.get("/");
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < MANY; i++) {
            String user = users.get(i % users.size());
            Client client = i % 2 == 0 ? admin : there;
            crowd.with(() -> client.post(assignment(user, product), Map.of()));
        }

        List<Answer> answers = crowd.go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals("1", rows.text("select assigned from seat_pool where product_id = ?", product));
        assertEquals(1, rows.count("licence", "product_id = ? and held", product));
        assertEquals(1, rows.count("activity_entry", "action = 'licence-assigned' and new_value = 'Last Seat'"));
    }

    @Test
    void ofAssignmentsAndRemovalsOfOneUserAtOnceTheCountIsRight() {
        String product = Seats.of(app, TENANT, "Back And Forth", 5);
        String user = Adding.added(admin, customer, "back.and.forth");
        Client there = second.as("direct-admin");
        there.get("/");
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 40; i++) {
            Client client = i % 2 == 0 ? admin : there;
            String verb = i % 4 < 2 ? "/assignment" : "/removal";
            crowd.with(() -> client.post(user + "/licences/" + product + verb, Map.of()));
        }
        crowd.with(() -> there.post(user + "/deletion", Map.of()));
        assertTrue(crowd.go().stream().allMatch(answer -> answer.status() == 303));
        assertEquals(
                rows.text("select count(*) from licence where product_id = ? and held", product),
                rows.text("select assigned from seat_pool where product_id = ?", product));
        assertEquals(0, rows.count("licence", "product_id = ? and held", product));
    }

    @Test
    void nothingIsAssignedOnceTheRelationshipHasEnded() throws Exception {
        Client reseller = cast.of("reseller-admin");
        String path = Serving.with(reseller, cast.of("customer-a-global"));
        String product = Seats.of(app, TENANT, "Removal Race", 5);
        String user = Adding.added(reseller, path, "race");
        UUID partner = DemoPeople.person("reseller-admin").tenant();
        CompletableFuture<Answer> late = app.database().write(handle -> {
            handle.execute(
                    """
                    update relationship set ended_at = now(6), version = version + 1
                    where partner_id = ? and still_open = 1
                    """,
                    partner);
            // sees the open relationship, and waits for us in its transaction
            CompletableFuture<Answer> answer =
                    CompletableFuture.supplyAsync(() -> reseller.post(assignment(user, product), Map.of()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            assertFalse(answer.isDone());
            return answer;
        });
        assertEquals(404, late.get(20, TimeUnit.SECONDS).status());
        assertEquals(0, rows.count("licence", "product_id = ?", product));
        assertEquals("0", rows.text("select assigned from seat_pool where product_id = ?", product));
        rows.change("update relationship set ended_at = null where partner_id = ?", partner);
    }

    @Test
    void nothingIsAssignedOnceThePrivilegesHaveEnded() {
        Client partner = cast.of("provider-admin");
        String path = Serving.with(partner, cast.of("customer-a-global"));
        String product = Seats.of(app, TENANT, "Privileges", 5);
        String user = Adding.added(partner, path, "privileges");
        rows.change(
                "update delegated_admin_grant set ended_at = now(6) where partner_id = ?",
                DemoPeople.person("provider-admin").tenant());
        assertEquals(403, partner.post(assignment(user, product), Map.of()).status());
        assertEquals(0, rows.count("licence", "product_id = ?", product));
    }

    @Test
    void anyPartnerWithPrivilegesAssignsFromThePoolWhoeverSoldTheSeats() {
        String shared = Seats.of(app, TENANT, "Shared Product", 2);
        Client dual = cast.of("provider2-admin");
        String there = Serving.with(dual, cast.of("customer-a-global"));
        String mine = Adding.added(admin, customer, "shared.one");
        String id = mine.substring(mine.lastIndexOf('/'));
        String theirs = Adding.added(dual, there, "shared.two");
        admin.post(assignment(mine, shared), Map.of());
        dual.post(assignment(theirs, shared), Map.of());
        assertEquals("2", rows.text("select assigned from seat_pool where product_id = ?", shared));

        // one list of users: both see both, in their own record of the customer
        String page = dual.get(there + "/users" + id).page().select("main").text();
        assertTrue(page.contains("Shared Product Assigned 0 of 2 free"), page);
        assertFalse(page.contains("Kék Duna"), "who sold the seats stays hidden: " + page);
        dual.post(there + "/users" + id + "/licences/" + shared + "/removal", Map.of());
        assertEquals("1", rows.text("select assigned from seat_pool where product_id = ?", shared));
        assertEquals(404, dual.get(mine).status());
    }
}
