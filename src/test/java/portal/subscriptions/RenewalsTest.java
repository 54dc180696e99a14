package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.relationships.CustomerRecord;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Partnering;
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
        TermEnds ends = app.app().termEnds();
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
        String day = end.atZone(ZoneId.of("Europe/Budapest")).toLocalDate().toString();
        assertTrue(file.contains("Nimbus Work Standard,,Ended,3,1 year,," + day + ","), file);
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

    private static Instant date(String column) {
        return ((java.sql.Timestamp) rows.row("select " + column + " as at from subscription")
                        .get("at"))
                .toInstant();
    }

    private SubscriptionChanges.Change change(String path, Instant now) {
        CustomerRecord record = selling.customer("direct-admin", customer);
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Subscription read = app.database()
                .read(handle -> Subscriptions.find(handle, record, id))
                .orElseThrow();
        return new SubscriptionChanges.Change(VisitorOf.person(app, "direct-admin"), record, read, now);
    }

    @Test
    void nobodyDecidesOnATermThatIsOverBeforeTheJobHasRun() {
        String sold = selling.ordered(admin, customer, "WORK-Y", "3");
        SubscriptionChanges changes = app.app().subscriptionChanges();
        Instant end = date("renews_at");
        Instant after = end.plusSeconds(60);
        assertEquals(SubscriptionChanges.Outcome.STALE, changes.renewal(change(sold, after), false));
        assertEquals(SubscriptionChanges.Outcome.STALE, changes.renewal(change(sold, end), false));
        assertEquals(SubscriptionChanges.Outcome.DONE, changes.renewal(change(sold, end.minusSeconds(60)), false));
        assertEquals(SubscriptionChanges.Outcome.STALE, changes.renewal(change(sold, after), true));
        assertEquals(SubscriptionChanges.Outcome.DONE, changes.suspend(change(sold, end.minusSeconds(60)), 0));
        assertEquals(SubscriptionChanges.Outcome.STALE, changes.resume(change(sold, after)));
        assertEquals(end, date("ends_at"));

        Map<String, String> resumption = new HashMap<>();
        resumption.put(
                "version",
                admin.get(sold + "/resumption")
                        .page()
                        .select("main input[name=version]")
                        .val());
        rows.change("update subscription set ends_at = utc_timestamp(6) - interval 1 minute");
        assertEquals(303, admin.get(sold + "/resumption").status());
        assertEquals(303, admin.post(sold + "/resumption", resumption).status());
        assertEquals(1, rows.count("subscription", "state = 'suspended'"));
        rows.change("update subscription set state = 'active'");
        assertEquals(303, admin.get(sold + "/renewal").status());
        Map<String, String> on =
                Map.of("version", resumption.get("version"), "renews", "yes", "until", String.valueOf(date("ends_at")));
        assertEquals(303, admin.post(sold + "/renewal", on).status());
        assertEquals(1, rows.count("subscription", "renews_at is null and ends_at is not null"));
    }

    @Test
    void formDrawnBeforeARenewalEndsNothingAYearLater() {
        String sold = selling.ordered(admin, customer, "WORK-M", "3");
        Map<String, String> drawn = renewal(admin, sold);
        Instant end = date("renews_at");
        SubscriptionChanges.Change read = change(sold, app.clock().instant());
        new Renewals(app.database()).renewDue(end.plusSeconds(1));
        assertTrue(date("renews_at").isAfter(end));
        var late = admin.post(sold + "/renewal", drawn);
        assertEquals(409, late.status());
        assertEquals(
                date("renews_at").toString(),
                late.page().select("main input[name=until]").val());
        assertEquals(
                SubscriptionChanges.Outcome.STALE,
                app.app().subscriptionChanges().renewal(read, false),
                "read before and written after");
        drawn.remove("until");
        assertEquals(409, admin.post(sold + "/renewal", drawn).status());
        assertEquals(1, rows.count("subscription", "ends_at is null"));
        assertEquals(303, admin.post(sold + "/renewal", renewal(admin, sold)).status());
    }

    @Test
    void suspendedWithoutRenewalItCanBeResumedUntilItEnds() {
        String sold = selling.ordered(admin, customer, "WORK-Y", "3");
        assertTrue(admin.get(sold + "/suspension").text().contains("You can resume it at any time"));
        admin.post(sold + "/renewal", renewal(admin, sold));
        String text = admin.get(sold + "/suspension").text();
        assertFalse(text.contains("at any time"), text);
        assertTrue(text.contains("You can resume it until "), text);
    }

    @Test
    void whatAnOlderReleaseResumedEndsAllTheSame() {
        selling.ordered(admin, customer, "WORK-Y", "3");
        rows.change("update subscription set ends_at = '2026-01-31', renews_at = '2026-02-28'");
        new Renewals(app.database()).renewDue(at("2026-05-02"));
        assertEquals(0, rows.count("activity_entry", "action = 'subscription-renewed'"));
        app.app().termEnds().endDue(at("2026-05-02"));
        assertEquals(1, rows.count("subscription", "state = 'ended' and renews_at is null"));
        List<String> jobs = rows.texts("select task_name from scheduled_tasks where task_name like '%-subscriptions'");
        assertTrue(jobs.containsAll(List.of("renew-subscriptions", "end-subscriptions")), "one each: " + jobs);
    }

    @Test
    void sellerAndResellerOfRecordAreToldOfTheEndAndTheResellerOfWhatLeadsToIt() {
        rows.change("update organization set email = null where id = ?", Selling.tenant("provider-admin"));
        rows.change(
                "update organization set email = 'objednavky@modra-reka.example' where id = ?",
                Selling.tenant("reseller-admin"));
        String own = selling.begin("provider-admin", Capacity.INDIRECT_PROVIDER, "customer-a-global", false);
        selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", false);
        new Partnering(new Cast(app)).active("provider", "reseller");
        Offer offer =
                app.database().read(handle -> Catalogue.offer(handle, "WORK-Y")).orElseThrow();
        UUID id = app.app()
                .orders()
                .placed(
                        VisitorOf.person(app, "provider-admin"),
                        selling.customer("provider-admin", own),
                        offer,
                        12,
                        null,
                        new PartnerId(Selling.tenant("reseller-admin")),
                        app.clock().instant());
        rows.change("delete from outbox_mail");
        Client provider = app.as("provider-admin");
        String sold = own + "/subscriptions/" + id;
        assertEquals(
                303, provider.post(sold + "/renewal", renewal(provider, sold)).status());
        assertEquals(
                303, provider.post(sold + "/renewal", renewal(provider, sold)).status());
        assertEquals(
                303, provider.post(sold + "/renewal", renewal(provider, sold)).status());
        rows.change("update subscription set ends_at = utc_timestamp(6) - interval 1 minute");
        app.app().termEnds().endDue(app.clock().instant());
        app.app().termEnds().endDue(app.clock().instant());

        List<String> subjects = List.of(
                "Prodlužování vypnuto: Nimbus Work Standard",
                "Prodlužování zapnuto: Nimbus Work Standard",
                "Skončilo: Nimbus Work Standard");
        var toReseller = app.sentMail().stream()
                .filter(mail -> mail.recipients().equals(List.of("objednavky@modra-reka.example")))
                .filter(mail -> subjects.contains(mail.subject()))
                .toList();
        assertEquals(4, toReseller.size(), "off, on, off, ended");
        assertTrue(toReseller.stream().allMatch(mail -> mail.text().contains("/subscriptions/" + id)));
        List<String> admins = app.sentMail().stream()
                .filter(mail -> mail.text().contains("/subscriptions/" + id))
                .flatMap(mail -> mail.recipients().stream())
                .filter(address -> !address.equals("objednavky@modra-reka.example"))
                .toList();
        assertEquals(List.of(DemoPeople.person("provider-global").email()), admins, "its Global admin, once");
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
