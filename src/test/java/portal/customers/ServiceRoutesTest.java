package portal.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;

/** A customer's services: admin portals, and requests opened by phone. */
class ServiceRoutesTest {
    private static final UUID CUSTOMER = Relating.company(111);

    private static TestApp app;
    private static Cast cast;
    private static Client admin;
    private static Client operator;
    private static String granted;
    private static String without;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("SERVICE_PHONE", "+420 555 010 900"));
        cast = new Cast(app);
        admin = cast.of("direct-admin");
        operator = cast.of("operator");
        granted = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, CUSTOMER, true);
        without = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(112), false);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnerOpensNothingAndSeesNoRequest() {
        Client other = cast.of("reseller-admin");
        String theirs = Relating.in(app).begin("reseller-admin", Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        note(granted, "SR-secret", "2026-11-19", "Our secret");
        assertFalse(other.get(theirs + "/services").page().text().contains("SR-secret"));
        assertEquals(404, other.post(opening(granted), Map.of()).status());
        assertEquals(404, other.get(granted + "/services").status());
    }

    @Test
    void openingLeadsToThePortalAndIsLogged() {
        Answer page = admin.get(granted + "/services");
        assertTrue(page.header("Content-Security-Policy").contains("form-action 'self' "));
        assertTrue(page.header("Content-Security-Policy").contains(" https://admin.cloud.example"));
        assertFalse(admin.get(granted).header("Content-Security-Policy").contains("cloud.example"));
        Answer opened = admin.post(opening(granted), Map.of());
        assertEquals(303, opened.status());
        String address = "https://admin.cloud.example/customers/" + CUSTOMER;
        assertEquals(address, opened.location().orElseThrow());
        Map<String, Object> logged = Rows.of(app)
                .row("select * from activity_entry where action = 'service-opened' and customer_id = ?", CUSTOMER);
        assertEquals("Admin center", logged.get("subject"));
        assertEquals(address, logged.get("new_value"));
        assertEquals(
                303, cast.of("direct-helpdesk").post(opening(granted), Map.of()).status());
    }

    @Test
    void withoutPrivilegesThePortalsAreShownWithTheReasonAndThePhone() {
        Answer answer = admin.get(without + "/services");
        Document page = answer.page();
        assertTrue(page.select("form[action$=/opening]").isEmpty());
        assertEquals(
                3,
                page.select("button[disabled][aria-describedby=services-why]").size());
        assertTrue(page.getElementById("services-why").text().contains("delegated admin privileges"));
        assertEquals("tel:+420555010900", page.select("a[href^=tel]").attr("href"));
        assertFalse(answer.header("Content-Security-Policy").contains("cloud.example"));
        Answer refused = admin.post(without + "/services/7e4a47c0-0000-4000-8000-000000000201/opening", Map.of());
        assertEquals(403, refused.status());
        assertTrue(refused.page().text().contains("delegated admin privileges"));
        note(without, "SR-1", "2026-11-20", "Without privileges");
    }

    @Test
    void requestIsNotedOnceAndStandsInTheList() {
        String id = Ids.next().toString();
        Map<String, String> fields =
                Map.of("id", id, "number", "SR-77", "called-on", "2026-11-19", "request-subject", "Mail <b>late</b>");
        for (int i = 0; i < 2; i++) {
            Answer answer = admin.post(granted + "/service-requests", fields);
            assertEquals(granted + "/services#requests", answer.location().orElseThrow());
        }
        Document page = admin.get(granted + "/services").page();
        String row = page.select("#requests tr:contains(SR-77)").text();
        assertEquals("SR-77 19 Nov 2026 Mail <b>late</b> Kovács Gergő", row);
        Map<String, String> other = new HashMap<>(fields);
        other.put("id", Ids.next().toString());
        Answer taken = admin.post(granted + "/service-requests", other);
        assertEquals(422, taken.status());
        assertTrue(taken.page().getElementById("number-error").text().contains("already"));
        assertEquals(
                "Mail <b>late</b>",
                taken.page().getElementById("request-subject").val());
        assertEquals(1, Rows.of(app).count("activity_entry", "action = 'service-request-noted' and subject = 'SR-77'"));
    }

    @Test
    void everyFieldOfARequestSurvivesWhatIsTyped() {
        Map<String, String> good = Map.of("number", "SR-9", "called-on", "2026-11-19", "request-subject", "Something");
        Map<String, List<String>> bad = Map.of(
                "number", List.of("", " ", "x".repeat(41), "a\u0000b", "a\u202eb"),
                "called-on", List.of("", "x", "2026-11-31", "2036-01-01", "0001-01-01", "999999999-01-01"),
                "request-subject", List.of("", "x".repeat(201), "\u200b"));
        bad.forEach((field, values) -> values.forEach(value -> {
            Map<String, String> fields = new HashMap<>(good);
            fields.put("id", Ids.next().toString());
            fields.put(field, value);
            Answer answer = admin.post(granted + "/service-requests", fields);
            assertEquals(422, answer.status(), field + " " + value);
            assertEquals(1, answer.page().select("#" + field + "[aria-invalid]").size(), field + " " + value);
        }));
        assertEquals(400, admin.post(granted + "/service-requests", good).status());
    }

    @Test
    void olderRequestsStandBehind() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(113), false);
        for (int i = 1; i <= 22; i++) {
            note(row, "N-" + i, "2026-11-18", "Number " + i);
        }
        Document page = admin.get(row + "/services").page();
        assertEquals(20, page.select("#requests tbody tr").size());
        Document older =
                admin.get(page.select("#requests a[rel=next]").attr("href")).page();
        assertEquals(List.of("N-2", "N-1"), older.select("#requests tbody th").eachText());
    }

    @Test
    void partnersDoNotKeepThePortals() {
        assertEquals(404, admin.get("/service-links").status());
        assertEquals(404, admin.post("/service-links", Map.of()).status());
        assertEquals(404, operator.get("/service-links/" + UUID.randomUUID()).status());
    }

    @Test
    void operatorAddsOrdersChangesAndRemovesPortals() {
        Map<String, String> fields = link("Backup", "https://backup.example/{domain}?t={tenant}", "5");
        assertEquals(303, operator.post("/service-links", fields).status());
        assertEquals(303, operator.post("/service-links", fields).status(), "the same form twice");
        Document list = operator.get("/service-links").page();
        assertEquals("Backup", list.select("tbody th a").first().text());
        assertEquals(
                "Backup",
                admin.get(granted + "/services")
                        .page()
                        .select("form[action$=/opening] button")
                        .first()
                        .text());

        String path = "/service-links/" + fields.get("id");
        Map<String, String> changed = new HashMap<>(fields);
        changed.put("position", "99");
        changed.put("cloud", "germany");
        assertEquals(303, operator.post(path, changed).status());
        assertFalse(admin.get(granted + "/services").page().text().contains("Backup"), "another cloud");
        Answer stale = operator.post(path, changed);
        assertEquals(409, stale.status());
        assertEquals("99", stale.page().getElementById("position").val());
        for (int i = 0; i < 2; i++) {
            assertEquals(303, operator.post(path + "/removal", Map.of()).status());
        }
        assertEquals(404, operator.get(path).status());
        Rows rows = Rows.of(app);
        for (String action : List.of("service-link-added", "service-link-changed", "service-link-removed")) {
            assertEquals(1, rows.count("activity_entry", "action = ? and subject = 'Backup'", action), action);
        }
    }

    @Test
    void portalOfAProductIsForCustomersWhoHaveIt() {
        Rows rows = Rows.of(app);
        rows.change("insert into product (id, sku, name, kind) values (uuid(), 'test-only', 'Only', 'licence')");
        Map<String, String> fields = link("Only portal", "https://only.example/{tenant}", "50");
        fields.put("product", "test-only");
        assertEquals(303, operator.post("/service-links", fields).status());
        assertFalse(admin.get(granted + "/services").page().text().contains("Only portal"));
        rows.change(
                "insert into offer (id, product_id, code, term, billing) select uuid(), id, 'test-only', 'none', 'usage' from product where sku = 'test-only'");
        for (UUID customer : List.of(CUSTOMER, Relating.company(112))) {
            rows.change(
                    """
                    insert into subscription (id, customer_id, offer_id, product_id, origin, state, began_at)
                    select uuid(), ?, id, product_id, 'elsewhere', 'active', '2026-01-01' from offer where code = 'test-only'
                    """,
                    customer);
        }
        assertTrue(admin.get(granted + "/services").page().text().contains("Only portal"));
        assertFalse(
                admin.get(without + "/services").page().text().contains("Only portal"),
                "what was bought elsewhere is known with privileges only");
        assertEquals(
                303,
                operator.post("/service-links/" + fields.get("id") + "/removal", Map.of())
                        .status());
    }

    @Test
    void addressesThatLeadAstrayAreRefused() {
        for (String url : List.of(
                "",
                "http://portal.example/",
                "https://{tenant}.example/",
                "https://portal.{domain}/",
                "https://{domain}",
                "https://portal.example{domain}/",
                "https://user@portal.example/",
                "https://portal.example:8443/",
                "https://portal.example/{other}",
                "https://portal.example/{{tenant}}",
                "https://portal .example/",
                "https:/portal.example",
                "https://localhost/",
                "javascript:alert(1)",
                "//portal.example/",
                "https://portal.example/\u202e",
                "https://portal.example/" + "x".repeat(500))) {
            Answer answer = operator.post("/service-links", link("Astray", url, "10"));
            assertEquals(422, answer.status(), url);
            assertEquals(1, answer.page().select("#service-url[aria-invalid]").size(), url);
        }
        for (String position : List.of("", "0", "1000", "-1", "1.5", "x")) {
            assertEquals(
                    422,
                    operator.post("/service-links", link("A", "https://a.example/", position))
                            .status());
        }
        Map<String, String> unknown = link("A", "https://a.example/", "1");
        unknown.put("product", "nothing");
        assertEquals(422, operator.post("/service-links", unknown).status());
        unknown.put("product", "");
        unknown.put("cloud", "nothing");
        assertEquals(422, operator.post("/service-links", unknown).status());
    }

    private static Map<String, String> link(String name, String url, String position) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", Ids.next().toString());
        fields.put("service-name", name);
        fields.put("service-url", url);
        fields.put("position", position);
        fields.put("version", "0");
        operator.get("/service-links");
        return fields;
    }

    private static String opening(String path) {
        return admin.get(granted + "/services")
                .page()
                .select("form[action$=/opening]:contains(Admin center)")
                .attr("action")
                .replace(granted, path);
    }

    private static void note(String path, String number, String day, String subject) {
        Map<String, String> fields =
                Map.of("id", Ids.next().toString(), "number", number, "called-on", day, "request-subject", subject);
        assertEquals(303, admin.post(path + "/service-requests", fields).status());
    }
}
