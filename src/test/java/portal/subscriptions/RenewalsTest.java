package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

class RenewalsTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
    }

    @AfterAll
    static void stop() {
        app.close();
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
        Selling selling = Selling.at(app).agreed("customer-a-global");
        String customer = selling.begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        Client admin = app.as("direct-admin");
        selling.ordered(admin, customer, "WORK-M", "3");
        selling.ordered(admin, customer, "WORK-Y", "3");
        selling.ordered(admin, customer, "COMPUTE-USE", "");
        String rested = selling.ordered(admin, customer, "MAIL-Y", "5");
        Rows rows = Rows.of(app);
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
