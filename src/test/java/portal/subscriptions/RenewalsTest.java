package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

class RenewalsTest {
    private static TestApp app;
    private static Rows rows;
    private static Selling selling;
    private Client admin;
    private String customer;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        rows = Rows.of(app);
        selling = Selling.at(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void sell() {
        rows.startAgain();
        customer = selling.agreed("customer-a-global")
                .begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        admin = app.as("direct-admin");
    }

    private static Map<String, String> renewal(Client client, String subscription) {
        Map<String, String> fields = new HashMap<>();
        for (Element field : client.get(subscription + "/renewal").page().select("main form input[type=hidden]")) {
            fields.put(field.attr("name"), field.val());
        }
        fields.remove("csrf");
        return fields;
    }

    @Test
    void strangersDoNotTurnRenewalOff() {
        String sold = selling.ordered(admin, customer, "WORK-Y", "3");
        Map<String, String> off = renewal(admin, sold);
        Client other = app.as("reseller-admin");
        other.get("/");
        assertEquals(404, other.get(sold + "/renewal").status());
        assertEquals(404, other.post(sold + "/renewal", off).status());
        Client helpdesk = app.as("direct-helpdesk");
        helpdesk.get("/");
        assertEquals(403, helpdesk.get(sold + "/renewal").status());
        assertEquals(403, helpdesk.post(sold + "/renewal", off).status());
        assertEquals(1, rows.count("subscription", "renews_at is not null and ends_at is null"));
    }

    @Test
    void withoutRenewalItEndsWithItsTermAndItsSeatsGo() {
        String sold = selling.ordered(admin, customer, "WORK-Y", "3");
        String other = selling.ordered(admin, customer, "WORK-M", "4");
        rows.change("update seat_pool set assigned = 6");
        Map<String, String> off = renewal(admin, sold);
        assertEquals("no", off.get("renews"));
        assertEquals(303, admin.post(sold + "/renewal", off).status());
        assertEquals(303, admin.post(sold + "/renewal", off).status(), "pressed twice");
        assertEquals(
                1,
                rows.count(
                        "activity_entry",
                        "action = 'subscription-renewal-off' and organization_id = ("
                                + "select id from organization where legal_name like 'Kék Duna%')"));
        assertTrue(admin.get(sold).text().contains("with its term; renewal is off"));
        assertTrue(admin.get(customer + "/subscriptions")
                .page()
                .select("tbody")
                .text()
                .contains("ends "));
        Instant end = rows.all("select ends_at from subscription where ends_at is not null").stream()
                .map(row -> ((java.sql.Timestamp) row.get("ends_at")).toInstant())
                .findFirst()
                .orElseThrow();

        new Renewals(app.database()).renewDue(end.plusSeconds(60));
        TermEnds ends = new TermEnds(app.database());
        ends.endDue(end.minusSeconds(60));
        assertEquals(0, rows.count("subscription", "state = 'ended'"));
        ends.endDue(end.plusSeconds(60));
        ends.endDue(end.plusSeconds(60));

        assertEquals(1, rows.count("subscription", "state = 'ended' and ended_at is not null and ends_at is null"));
        assertEquals("4", rows.text("select seats from seat_pool"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-ended'"));
        assertTrue(admin.get(sold).page().select("main .badge").text().contains("Ended"));
        assertTrue(admin.get(sold).page().select("main .panel .actions *").isEmpty());
        assertTrue(admin.get(other).text().contains("no seat"));
        assertEquals(303, admin.get(sold + "/renewal").status());
        assertEquals(303, admin.post(sold + "/renewal", off).status());
        String file = admin.get(customer + "/subscriptions.csv").text();
        assertTrue(file.contains("Nimbus Work Standard,,Ended,3,6,1 year"), file);
        file = admin.get(customer + "/subscriptions.csv?state=active").text();
        assertFalse(file.contains("Ended"), file);
    }

    @Test
    void renewalIsTurnedOnAgainInTime() {
        String sold = selling.ordered(admin, customer, "WORK-Y", "3");
        String before = rows.text("select renews_at from subscription");
        Map<String, String> off = renewal(admin, sold);
        admin.post(sold + "/renewal", off);
        Map<String, String> on = renewal(admin, sold);
        assertEquals("yes", on.get("renews"));
        Map<String, String> stale = new HashMap<>(on);
        stale.put("version", off.get("version"));
        assertEquals(409, admin.post(sold + "/renewal", stale).status());
        assertEquals(303, admin.post(sold + "/renewal", on).status());
        assertEquals(before, rows.text("select renews_at from subscription"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-renewal-on'"));
        String usage = selling.ordered(admin, customer, "COMPUTE-USE", "");
        assertEquals(303, admin.get(usage + "/renewal").status());
        for (String language : List.of("cs", "pl", "hu")) {
            Client reader = app.as("direct-admin").preferring(language);
            assertEquals(200, reader.get(sold + "/renewal").status(), language);
            assertEquals(200, reader.get(sold).status(), language);
            assertEquals(200, reader.get(customer + "/subscriptions.csv").status(), language);
        }
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T10:00:00Z");
    }

    @Test
    void termEndsOnTheDayItBegan() {
        assertEquals(at("2026-02-28"), Term.MONTHLY.nextRenewal(at("2026-01-31"), at("2026-01-31")));
        assertEquals(at("2026-03-31"), Term.MONTHLY.nextRenewal(at("2026-01-31"), at("2026-02-28")));
        assertEquals(at("2025-02-28"), Term.ANNUAL.nextRenewal(at("2024-02-29"), at("2024-03-01")));
        assertEquals(at("2028-02-29"), Term.ANNUAL.nextRenewal(at("2024-02-29"), at("2027-03-01")));
        assertNull(Term.NONE.nextRenewal(at("2024-02-29"), at("2027-03-01")));
    }

    @Test
    void renewsByItselfOnceHoweverOftenTheJobRuns() {
        selling.ordered(admin, customer, "WORK-M", "3");
        selling.ordered(admin, customer, "WORK-Y", "3");
        selling.ordered(admin, customer, "COMPUTE-USE", "");
        String rested = selling.ordered(admin, customer, "MAIL-Y", "5");
        rows.change(
                """
                update subscription set began_at = '2026-01-31 10:00:00', renews_at = case
                  when seats is null then null when offer_id = ? then '2026-02-28 10:00:00' else '2027-01-31 10:00:00' end
                """,
                selling.offer("WORK-M"));
        rows.change(
                "update subscription set state = 'suspended', renews_at = '2026-02-01' where id = ?",
                rested.substring(rested.lastIndexOf('/') + 1));
        Renewals renewals = new Renewals(app.database());
        renewals.renewDue(at("2026-02-27"));
        assertEquals(0, rows.count("activity_entry", "action = 'subscription-renewed'"));
        renewals.renewDue(at("2026-05-02"));
        renewals.renewDue(at("2026-05-02"));

        assertEquals(1, rows.count("subscription", "renews_at = '2026-05-31 10:00:00'"));
        assertEquals(1, rows.count("subscription", "renews_at = '2027-01-31 10:00:00'"));
        assertEquals(1, rows.count("subscription", "renews_at = '2026-02-01'"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-renewed'"));
        assertEquals(4, rows.count("subscription", "version = 0"));
    }
}
