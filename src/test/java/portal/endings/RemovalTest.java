package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.platform.Vault;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class RemovalTest {
    private static final UUID DIRECT = DemoPeople.person("direct-admin").tenant();

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private String path;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        Related.catalogue(rows);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void relate() {
        rows.change("delete from subscription");
        rows.startAgain();
        path = Related.by(cast.of("direct-admin"), cast.of("customer-a-global"), rows, true);
    }

    @Test
    void strangersRemoveNothing() {
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        assertEquals(404, cast.of("reseller-admin").get(path + "/removal").status());
        assertEquals(
                404, cast.of("reseller-admin").post(path + "/removal", fields).status());
        assertEquals(
                404,
                cast.of("customer-a-global").post(path + "/removal", fields).status());
        assertEquals(
                403, cast.of("direct-helpdesk").post(path + "/removal", fields).status());
        assertEquals(1, rows.count("relationship", "still_open = 1"));
        assertTrue(cast.of("direct-helpdesk").get(path).text().contains("Admin agent or Global admin role"));
    }

    @Test
    void pageSaysWhatEndsAndWhatStays() {
        Asking.by(cast.of("direct-admin")).asked();
        Answer page = cast.of("direct-admin").get(path + "/removal");
        assertEquals("Remove reseller relationship", page.heading());
        assertTrue(page.page().select("#ends ~ ul").text().contains("open request"));
        assertTrue(page.page().select("#stays ~ ul").text().contains("privileges stay as they are"));
        assertFalse(page.page().selectFirst("#give-up").hasAttr("checked"));
        assertFalse(page.page().selectFirst("#good-faith").hasAttr("checked"));
    }

    @Test
    void removedCustomerIsGoneButForItsProtocol() {
        Answer protocol = Related.remove(cast.of("direct-admin"), path);
        String removed = path.replace("/customers/", "/removals/");
        assertEquals(removed, protocol.address().getPath());
        for (String page : List.of("", "/removal", "/privileges", "/services", "/users")) {
            assertEquals(404, cast.of("direct-admin").get(path + page).status(), page);
        }
        assertTrue(cast.of("direct-admin")
                .get("/customers")
                .page()
                .select("tbody tr")
                .isEmpty());
        String row = cast.of("direct-helpdesk")
                .get("/customers?state=removed")
                .page()
                .select("tbody tr")
                .text();
        assertTrue(row.contains("Removed") && row.contains("Kovács Gergő"), row);
        assertEquals(200, cast.of("direct-helpdesk").get(removed).status());
        assertEquals(200, cast.of("direct-helpdesk").get(removed + "/notice").status());
        assertEquals(404, cast.of("reseller-admin").get(removed).status());
        assertTrue(cast.of("direct-admin").get("/activity").text().contains("Relationship removed"));
        Map<String, Object> kept = rows.row("select * from removal");
        assertEquals("2026-11", kept.get("statement_version"));
        String digest = rows.text("select hex(statement_digest) from removal");
        byte[] again = Vault.digest(kept.get("statement").toString());
        assertEquals(java.util.HexFormat.of().withUpperCase().formatHex(again), digest);
    }

    @Test
    void privilegesStayUnlessTheyAreGivenUpToo() {
        Related.remove(cast.of("direct-admin"), path);
        assertEquals(1, rows.count("delegated_admin_grant", "still_open = 1"));
        String removed = path.replace("/customers/", "/removals/");
        assertTrue(cast.of("direct-admin").get(removed).text().contains("Access without relationship"));
        assertEquals(1, listed("access-left"));
        assertTrue(cast.of("customer-a-global").get("/partners").text().contains("Access without relationship"));
        Map<String, String> grant = Map.of("grant", Related.grant(rows));
        assertEquals(
                403,
                cast.of("direct-helpdesk")
                        .post(removed + "/privileges/removal", grant)
                        .status());
        Answer ended = cast.of("direct-admin").submit(removed + "/privileges/removal", grant);
        assertFalse(ended.text().contains("Access without relationship"));
        assertEquals("given-up", rows.text("select end_reason from delegated_admin_grant"));
        assertEquals(0, listed("access-left"));
        assertTrue(cast.of("direct-admin")
                .submit(removed + "/privileges/removal", grant)
                .text()
                .contains("have ended already"));
    }

    @Test
    void privilegesGivenUpWithTheRelationshipAreGone() {
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        fields.put("give-up", "yes");
        cast.of("direct-admin").submit(path + "/removal", fields);
        assertEquals(0, rows.count("delegated_admin_grant", "still_open = 1"));
        assertEquals("removed", rows.text("select dap from portfolio_entry"));
        assertEquals(
                1, rows.count("activity_entry", "action = 'delegated-admin-given-up' and organization_id = ?", DIRECT));
        assertFalse(cast.of("customer-a-global").get("/partners").text().contains("Kék Duna"));
    }

    @Test
    void nobodyOutsideIsTold() {
        app.sentMail();
        long before = rows.count("outbox_mail");
        Related.remove(cast.of("direct-admin"), path);
        assertEquals(before, rows.count("outbox_mail"));
    }

    @Test
    void formThatNeedsAnotherLookKeepsWhatWasTyped() {
        Client partner = cast.of("direct-admin");
        Map<String, String> good = Related.confirmed(partner, path);
        for (String typed : List.of("", "kek-duna.example", "x".repeat(300), "\u0000", "😀", "\u202Ejizerske")) {
            Map<String, String> fields = new HashMap<>(good);
            fields.put("typed-domain", typed);
            fields.put("give-up", "yes");
            Answer answer = partner.post(path + "/removal", fields);
            assertEquals(422, answer.status(), typed);
            assertEquals(List.of("typed-domain"), answer.wrongFields());
            assertTrue(answer.page().selectFirst("#give-up").hasAttr("checked"));
        }
        Map<String, String> unticked = new HashMap<>(good);
        unticked.remove("good-faith");
        assertEquals(
                List.of("good-faith"), partner.post(path + "/removal", unticked).wrongFields());
        Map<String, String> tampered = new HashMap<>(good);
        tampered.put("version", "x");
        tampered.put("statement-language", "klingon");
        assertEquals(409, partner.post(path + "/removal", tampered).status());
        Map<String, String> capitals = new HashMap<>(good);
        capitals.put("typed-domain", "JIZERSKE-SKLO.example");
        assertEquals(303, partner.post(path + "/removal", capitals).status());
    }

    @Test
    void subscriptionThatIsSoldComesFirst() {
        UUID sold = Ids.next();
        rows.change(Related.order(), sold, DIRECT);
        Answer page = cast.of("direct-admin").get(path + "/removal");
        assertEquals(
                path + "/subscriptions/" + sold,
                page.page().select(".notice.warn li a").attr("href"));
        assertTrue(page.page().select("button.danger").isEmpty());
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        assertEquals(
                409, cast.of("direct-admin").post(path + "/removal", fields).status());
        rows.change("update subscription set state = 'suspended'");
        assertEquals(
                303, cast.of("direct-admin").post(path + "/removal", fields).status());
    }

    @Test
    void indirectResellerNeedsNothingFirst() {
        rows.startAgain();
        String resold = Related.by(cast.of("reseller-admin"), cast.of("customer-a-global"), rows, true);
        rows.change(
                Related.order(), Ids.next(), DemoPeople.person("reseller-admin").tenant());
        rows.change("update subscription set support_contact_id = seller_id");
        Answer page = cast.of("reseller-admin").get(resold + "/removal");
        assertEquals("Remove customer relationship", page.heading());
        assertTrue(page.text().contains("Fictional Suite"));
        assertEquals(200, Related.remove(cast.of("reseller-admin"), resold).status());
    }

    @Test
    void secondPersonIsToldWhoWasFaster() {
        Map<String, String> fields = Related.confirmed(cast.of("direct-global"), path);
        Related.remove(cast.of("direct-admin"), path);
        Answer second = cast.of("direct-global").submit(path + "/removal", fields);
        assertEquals(200, second.status());
        assertTrue(second.text().contains("Kovács Gergő has removed this relationship already"));
        assertEquals(1, rows.count("removal"));
    }

    @Test
    void somethingThatHappenedMeanwhileIsShownFirst() {
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        rows.change("update relationship set version = version + 1");
        Answer stale = cast.of("direct-admin").post(path + "/removal", fields);
        assertEquals(409, stale.status());
        assertEquals(
                "jizerske-sklo.example", stale.page().select("#typed-domain").val());
        fields.put("version", stale.page().select("input[name=version]").val());
        assertEquals(
                303, cast.of("direct-admin").post(path + "/removal", fields).status());
    }

    @Test
    void openRequestIsTakenBackWithTheRelationship() {
        Asking.Asked open = Asking.by(cast.of("direct-admin")).asked();
        Related.remove(cast.of("direct-admin"), path);
        assertEquals("revoked", rows.text("select state from invitation order by id desc limit 1"));
        assertEquals(410, cast.of("customer-a-global").get(open.link()).status());
    }

    @Test
    void otherPartnerOfTheCustomerIsUntouched() {
        Related.ask(cast.of("reseller-admin"), cast.of("customer-a-global"), true);
        Related.remove(cast.of("direct-admin"), path);
        assertEquals(1, rows.count("relationship", "still_open = 1"));
        assertEquals(2, rows.count("delegated_admin_grant", "still_open = 1"));
        assertEquals(
                1,
                cast.of("reseller-admin")
                        .get("/customers")
                        .page()
                        .select("tbody tr")
                        .size());
    }

    @Test
    void customerComesBackToItsRowWithANewRequest() {
        Related.remove(cast.of("direct-admin"), path);
        Related.ask(cast.of("direct-admin"), cast.of("customer-a-global"), true);
        assertEquals(200, cast.of("direct-admin").get(path).status());
        assertEquals(1, rows.count("portfolio_entry"));
        assertEquals(2, rows.count("relationship"));
        assertEquals(1, rows.count("delegated_admin_grant"));
        assertEquals(0, listed("access-left"));
        assertEquals(1, listed("active"));
        Related.remove(cast.of("direct-admin"), path);
        assertEquals(
                2,
                cast
                        .of("direct-admin")
                        .get(path.replace("/customers/", "/removals/"))
                        .page()
                        .select("section h2")
                        .stream()
                        .filter(heading -> heading.text().startsWith("Protocol of"))
                        .count());
    }

    @Test
    void noticeIsEditedAndSentOnlyWhenSomebodyWants() {
        Client partner = cast.of("direct-admin");
        Related.remove(partner, path);
        String notice = path.replace("/customers/", "/removals/") + "/notice";
        assertTrue(rows.text("select body from termination_notice").startsWith("Dobrý den"));
        Map<String, String> fields = new HashMap<>(
                Map.of("subject", "Konec", "body", "Dobrý den,\n\nkončíme.", "recipient", "", "version", "0"));
        assertEquals(303, partner.post(notice, fields).status());
        assertEquals(409, partner.post(notice, fields).status());
        fields.put("version", "1");
        assertEquals(
                List.of("recipient"),
                partner.post(notice + "/deliveries", fields).wrongFields());
        fields.put("recipient", "nobody");
        assertEquals(422, partner.post(notice, fields).status());
        fields.put("recipient", "vedeni@jizerske-sklo.example");
        assertEquals(
                403,
                cast.of("direct-helpdesk").post(notice + "/deliveries", fields).status());
        assertEquals(
                404,
                cast.of("reseller-admin").post(notice + "/deliveries", fields).status());
        assertEquals(200, partner.submit(notice + "/deliveries", fields).status());
        assertEquals(200, partner.submit(notice + "/deliveries", fields).status());
        assertEquals(1, rows.count("outbox_mail", "kind = 'termination'"));
        assertTrue(app.sentMail().stream()
                .anyMatch(mail -> mail.recipients().contains("vedeni@jizerske-sklo.example")
                        && mail.text().contains("končíme")));
        assertTrue(partner.get(notice).text().contains("končíme"));
    }

    @Test
    void everyLanguageHasThePages() {
        for (String language : List.of("cs", "pl", "hu", "en")) {
            Client partner = cast.of("direct-admin").preferring(language);
            assertEquals(200, partner.get(path + "/removal").status());
            assertEquals(200, partner.get(path + "/privileges").status());
        }
        Related.remove(cast.of("direct-admin"), path);
        for (String language : List.of("cs", "pl", "hu", "en")) {
            Client partner = cast.of("direct-admin").preferring(language);
            assertEquals(
                    200, partner.get(path.replace("/customers/", "/removals/")).status());
        }
    }

    private static int listed(String state) {
        return cast.of("direct-admin")
                .get("/customers?state=" + state)
                .page()
                .select("tbody tr")
                .size();
    }
}
