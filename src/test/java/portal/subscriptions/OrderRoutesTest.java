package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

class OrderRoutesTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Selling selling;
    private static Client admin;
    private String customer;
    private String list;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        rows = Rows.of(app);
        selling = Selling.at(app);
        admin = cast.of("direct-admin");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        customer = selling.agreed("customer-a-global")
                .begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        list = customer + "/subscriptions";
    }

    private static void assertShownDisabled(Answer page, String reason) {
        Element button = page.page().selectFirst("main button[disabled][aria-describedby=order-why]");
        assertTrue(button != null, page.page().select("main").text());
        assertTrue(
                page.page().select("#order-why").text().contains(reason),
                page.page().select("#order-why").text());
        assertTrue(page.page().select("main a[href$=/subscriptions/new]").isEmpty());
    }

    @Test
    void strangersCannotOrderAndAreToldWhy() {
        Map<String, String> order = selling.order("WORK-Y", "5");
        Client other = cast.of("reseller-admin");
        assertEquals(404, other.get(list).status());
        assertEquals(404, other.get(list + "/new").status());
        assertEquals(404, other.post(list, order).status());
        Client helpdesk = cast.of("direct-helpdesk");
        assertShownDisabled(helpdesk.get(list), "Admin agent");
        assertEquals(403, helpdesk.get(list + "/new").status());
        assertEquals(403, helpdesk.post(list, order).status());
        assertEquals(0, rows.count("subscription"));
    }

    @Test
    void indirectResellerIsToldToAskAProvider() {
        String own = selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        Client reseller = cast.of("reseller-admin");
        assertShownDisabled(reseller.get(own + "/subscriptions"), "Ask the provider");
        assertEquals(403, reseller.get(own + "/subscriptions/new").status());
        assertEquals(
                403,
                reseller.post(own + "/subscriptions", selling.order("WORK-Y", "5"))
                        .status());
    }

    @Test
    void nothingIsOrderedBeforeTheCustomerHasAcceptedTheAgreement() {
        rows.change("delete from agreement_acceptance");
        assertShownDisabled(admin.get(list), "has not accepted the customer agreement");
        assertEquals(403, admin.post(list, selling.order("WORK-Y", "5")).status());
        assertEquals(0, rows.count("subscription"));
    }

    @Test
    void suspendedPartnerCannotOrder() {
        rows.change("update organization set state = 'suspended' where id = ?", Selling.tenant("direct-admin"));
        assertShownDisabled(admin.get(list), "suspended");
        assertEquals(403, admin.post(list, selling.order("WORK-Y", "5")).status());
    }

    @Test
    void sellerChoosesFillsInLooksOverAndOrders() {
        Answer products = admin.open(list + "/new");
        assertTrue(products.page().select("tbody th a").eachText().contains("Nimbus Work Standard"));
        assertFalse(products.text().contains("Nimbus Old"));
        Answer order = admin.get(
                products.page().selectFirst("tbody a:contains(Work Standard)").attr("href"));
        assertEquals("Order Nimbus Work Standard", order.heading());
        assertEquals(2, order.page().select("input[type=radio][name=offer]").size());
        Map<String, String> fields = selling.order("WORK-Y", "25");
        fields.put("nickname", "Turnov, sklárna 😀");

        Answer review = admin.post(list + "/review", fields);
        assertEquals(200, review.status());
        assertTrue(review.text().contains("25 seats") && review.text().contains("Nothing is ordered yet"));
        assertEquals(0, rows.count("subscription"));
        Map<String, String> again = new HashMap<>(fields);
        again.put("again", "yes");
        Answer changed = admin.post(list + "/review", again);
        assertEquals("25", changed.page().select("#seats").val());
        assertEquals("Turnov, sklárna 😀", changed.page().select("#nickname").val());

        Answer placed = admin.post(list, fields);
        assertEquals(303, placed.status());
        Answer page = admin.open(placed.location().orElseThrow());
        assertEquals("Nimbus Work Standard", page.heading());
        String text = page.page().select("main").text();
        for (String told : List.of(
                "Ordered: Nimbus",
                "Turnov",
                "25 seats",
                "0 of 25",
                "1 year, billed monthly",
                "Kék Duna Informatika Zrt.",
                "Ordered in this portal",
                "Subscription ordered",
                "Kovács Gergő")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
        assertEquals("25", rows.text("select seats from seat_pool"));
        assertEquals(1, rows.count("relationship", "version > 0"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-ordered' and subject_id is not null"));
        assertEquals(
                "25 licenc, 1 év",
                rows.text(
                        "select new_value from activity_entry where action = 'subscription-ordered' and organization_id = ?",
                        Selling.tenant("direct-admin")));
    }

    @Test
    void pressingTwiceOrdersOnce() {
        Map<String, String> fields = selling.order("WORK-Y", "25");
        String first = admin.post(list, fields).location().orElseThrow();
        assertEquals(first, admin.post(list, fields).location().orElseThrow());
        rows.change("update offer set available = false where code = 'WORK-Y'");
        assertEquals(first, admin.post(list, fields).location().orElseThrow());
        rows.change("update offer set available = true where code = 'WORK-Y'");
        fields.put("seats", "30");
        assertTrue(admin.submit(list, fields).text().contains("This order was placed before"));
        assertEquals(1, rows.count("subscription"));
        assertEquals("25", rows.text("select seats from seat_pool"));
        String second = selling.begin("gov-global", Capacity.DIRECT_BILL, "customer-a-global", false);
        assertEquals(
                400,
                cast.of("gov-global").post(second + "/subscriptions", fields).status());
        assertEquals(1, rows.count("subscription"));
    }

    @Test
    void whatNeedsAnotherLookIsToldAtItsField() {
        assertWrong("seats", "seats", "");
        for (String seats : List.of("0", "301", "-1", "1.5", "abc", "99999999999", "\u202E5", "٣", "5 5")) {
            assertWrong("seats", "seats", seats);
        }
        assertWrong("offer", "offer", "");
        assertWrong("offer", "offer", UUID.randomUUID().toString());
        assertWrong("offer", "offer", selling.offer("MAIL-Y"));
        assertWrong("nickname", "nickname", "x".repeat(101));
        assertWrong("nickname", "nickname", "a\u202Eb");
        for (Map.Entry<String, String> bad :
                Map.of("number", "1", "product", "nothing").entrySet()) {
            Map<String, String> fields = selling.order("WORK-Y", "5");
            fields.put(bad.getKey(), bad.getValue());
            assertEquals(400, admin.post(list, fields).status(), bad.getKey());
        }
        Map<String, String> elsewhere = selling.order("WORK-Y", "5");
        elsewhere.put("product", UUID.randomUUID().toString());
        assertEquals(404, admin.post(list, elsewhere).status());
        Map<String, String> reseller = selling.order("WORK-Y", "5");
        reseller.put("reseller", Selling.tenant("reseller-admin").toString());
        assertEquals(422, admin.post(list, reseller).status());
        assertEquals(0, rows.count("subscription"));
        assertEquals(404, admin.get(list + "/new/" + UUID.randomUUID()).status());
        assertEquals(303, admin.get(list + "/new/" + selling.product("OLD-M")).status());
    }

    private void assertWrong(String expected, String field, String value) {
        Map<String, String> fields = selling.order("WORK-Y", "5");
        fields.put(field, value);
        for (String path : List.of(list + "/review", list)) {
            Answer answer = admin.post(path, fields);
            assertEquals(422, answer.status(), field + " " + value);
            assertEquals(List.of(expected), answer.wrongFields(), field + " " + value);
        }
    }

    @Test
    void whatIsBilledByUseHasNoSeats() {
        String path = selling.ordered(admin, customer, "COMPUTE-USE", "ignored");
        assertTrue(admin.get(path).page().select("main").text().contains("By use"));
        assertEquals(0, rows.count("seat_pool"));
        assertEquals(303, admin.get(path + "/seats").status());
        assertEquals(
                303,
                admin.post(path + "/seats", Map.of("seats", "5", "version", "0"))
                        .status());
        assertEquals("0", rows.text("select version from subscription"));
    }

    @Test
    void orderAfterTheRelationshipHasEndedIsToldSo() {
        Map<String, String> fields = selling.order("WORK-Y", "5");
        admin.get(list);
        rows.change("update relationship set ended_at = utc_timestamp(6), version = version + 1");
        Answer late = admin.post(list, fields);
        assertEquals(409, late.status());
        assertTrue(late.text().contains("has ended meanwhile"));
        assertEquals(404, admin.get(list).status());
        assertEquals(Orders.Outcome.GONE, verb(fields));
        assertEquals(0, rows.count("subscription"));
    }

    private Orders.Outcome verb(Map<String, String> fields) {
        selling.begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        var record = selling.customer("direct-admin", customer);
        rows.change("update relationship set ended_at = utc_timestamp(6) where ended_at is null");
        OrderForm form = new OrderForm(
                fields.get("number"), fields.get("product"), fields.get("offer"), fields.get("seats"), "", "");
        Offer offer =
                app.database().read(handle -> Catalogue.offer(handle, "WORK-Y")).orElseThrow();
        return app.app()
                .orders()
                .place(visitor(), record, form, offer, app.clock().instant());
    }

    private static portal.platform.access.Visitor visitor() {
        return VisitorOf.person(app, "direct-admin");
    }

    @Test
    void providerNamesTheResellerOfRecordWhichIsTold() {
        String own = selling.begin("provider-admin", Capacity.INDIRECT_PROVIDER, "customer-a-global", false);
        String resellers = selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", false);
        rows.change(
                "update organization set email = 'objednavky@modra-reka.example' where id = ?",
                Selling.tenant("reseller-admin"));
        PartnerId reseller = new PartnerId(Selling.tenant("reseller-admin"));
        Offer offer =
                app.database().read(handle -> Catalogue.offer(handle, "WORK-Y")).orElseThrow();
        new Partnering(cast).active("provider", "reseller");
        rows.change("delete from outbox_mail");
        Orders orders = app.app().orders();
        UUID id = orders.placed(
                VisitorOf.person(app, "provider-admin"),
                selling.customer("provider-admin", own),
                offer,
                12,
                null,
                reseller,
                app.clock().instant());

        Answer page = cast.of("reseller-admin").get(resellers + "/subscriptions/" + id);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("Bałtyk Dystrybucja S.A. sold this and can change it"));
        assertTrue(page.page().select("main a.button").isEmpty());
        assertEquals(
                403,
                cast.of("reseller-admin")
                        .get(resellers + "/subscriptions/" + id + "/seats")
                        .status());
        assertEquals(404, admin.get(list + "/" + id).status());
        assertTrue(app.sentMail().stream()
                .anyMatch(mail -> mail.recipients().equals(List.of("objednavky@modra-reka.example"))
                        && mail.subject().contains("Objednáno pro vašeho zákazníka")));
        assertEquals(3, rows.count("activity_entry", "action = 'subscription-ordered'"));
        assertEquals(2, rows.count("relationship", "version > 0"));
        var candidates =
                app.database().read(handle -> orders.resellers(handle, selling.customer("provider-admin", own)));
        assertEquals(1, candidates.size());
        assertEquals(
                List.of(),
                app.database().read(handle -> orders.resellers(handle, selling.customer("direct-admin", customer))));
    }

    @Test
    void everyPageOfAnOrderIsReadInEveryLanguage() {
        Map<String, String> fields = selling.order("MAIL-Y", "5");
        fields.put("number", Ids.next().toString());
        for (String language : List.of("en", "cs", "pl", "hu")) {
            rows.change("update person set language = ?", language);
            assertEquals(200, admin.get(list).status(), language);
            assertEquals(200, admin.get(list + "/new").status(), language);
            assertEquals(
                    200, admin.get(list + "/new/" + selling.product("MAIL-Y")).status(), language);
            assertEquals(200, admin.post(list + "/review", fields).status(), language);
        }
        rows.change("update person set language = null");
    }
}
