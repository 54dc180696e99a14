package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class PrivilegesTest {
    private static final UUID DIRECT = DemoPeople.person("direct-admin").tenant();
    private static final String PARTNER = "/partners/" + DIRECT;

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private String path;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("SERVICE_PHONE", "+420 555 010 100")).withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void relate() {
        rows.startAgain();
        path = Related.by(cast.of("direct-admin"), cast.of("customer-a-global"), rows, true);
    }

    @Test
    void strangersDecideNothing() {
        Map<String, String> fields = Map.of("grant", Related.grant(rows), "global-admin", "yes");
        for (String address : List.of(PARTNER + "/privileges", PARTNER + "/privileges/removal")) {
            assertEquals(404, cast.of("customer-b-global").post(address, fields).status());
            assertEquals(403, cast.of("customer-a-user").post(address, fields).status());
            assertEquals(404, cast.of("direct-global").post(address, fields).status());
        }
        assertEquals(404, cast.of("customer-b-global").get(PARTNER).status());
        assertEquals(
                404,
                cast.of("customer-a-global")
                        .get("/partners/" + UUID.randomUUID())
                        .status());
        assertEquals(404, cast.of("customer-a-global").get("/partners/x").status());
        assertEquals(1, rows.count("delegated_admin_grant"));
        assertEquals(404, cast.of("reseller-admin").get(path + "/privileges").status());
        assertEquals(
                403,
                cast.of("direct-helpdesk")
                        .post(path + "/privileges/removal", fields)
                        .status());
        assertEquals(
                403,
                cast.of("direct-helpdesk")
                        .post(path + "/renegotiations", fields)
                        .status());
    }

    @Test
    void customerSeesItsPartnersAndWhatEachCan() {
        Answer page = cast.of("customer-a-global").get("/partners");
        String row = page.page().select("tbody tr").text();
        assertTrue(row.contains("Kék Duna") && row.contains("Direct bill partner") && row.contains("Sell to you"), row);
        assertTrue(cast.of("customer-a-global")
                        .get("/")
                        .page()
                        .select("a[href=/partners]")
                        .size()
                > 0);
        assertTrue(cast.of("customer-b-global")
                .get("/partners")
                .page()
                .select("tbody tr")
                .isEmpty());
        Answer one = cast.of("customer-a-global").get(PARTNER);
        assertTrue(one.text().contains("Only the partner can end the relationship itself"));
    }

    @Test
    void partnerWithoutPrivilegesStaysResponsibleAndIsTold() {
        app.sentMail();
        Answer page = Related.takeBack(cast.of("customer-a-global"), rows, DIRECT);
        assertTrue(page.text().contains("taken back from Kék Duna"));
        assertEquals("removed", rows.text("select end_reason from delegated_admin_grant"));
        assertEquals(1, rows.count("relationship", "still_open = 1"));
        String list = cast.of("direct-admin")
                .get("/customers?state=attention")
                .page()
                .select("tbody tr")
                .text();
        assertTrue(list.contains("Needs attention DAP removed"), list);
        assertEquals(
                1,
                cast.of("direct-admin")
                        .get("/customers?state=no-access")
                        .page()
                        .select("tbody tr")
                        .size());
        Answer record = cast.of("direct-admin").get(path + "/privileges");
        assertTrue(record.text().contains("Responsible, no access"));
        assertTrue(record.text().contains("+420 555 010 100"));
        String mail = app.sentMail().stream()
                .filter(one -> one.subject().contains("took the delegated admin privileges back")
                        || one.subject().contains("delegált rendszergazdai jogosultságokat"))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(mail.contains(path + "/privileges"), mail);
        assertTrue(cast.of("direct-admin").get("/activity").text().contains("removed by the customer"));
        Answer again = Related.takeBackAgain(cast.of("customer-a-global"), rows, DIRECT);
        assertTrue(again.text().contains("have ended already"));
    }

    @Test
    void askingAgainRestoresThePrivilegesAsAnotherGrant() {
        Related.takeBack(cast.of("customer-a-global"), rows, DIRECT);
        Client partner = cast.of("direct-admin");
        String ask = partner.get(path + "/privileges")
                .page()
                .select(".ways a.primary")
                .attr("href");
        Answer form = partner.get(ask);
        assertEquals("jizerske-sklo.example", form.page().select("#domain").val());
        assertEquals("Jizerské sklo a.s.", form.page().select("#company").val());
        Answer accepted = Accepting.accept(
                cast.of("customer-a-global"), Asking.by(partner).asked().link());
        assertEquals(200, accepted.status());
        assertEquals(1, rows.count("relationship"));
        assertEquals(2, rows.count("delegated_admin_grant"));
        assertEquals(0, rows.count("portfolio_entry", "attention is not null"));
        assertEquals("granted", rows.text("select dap from portfolio_entry"));
        assertEquals(0, rows.count("portfolio_label"));
        assertEquals(
                2, partner.get(path + "/privileges").page().select("tbody tr").size());
    }

    @Test
    void renegotiatedAgreementNeedsNoAttention() {
        Related.takeBack(cast.of("customer-a-global"), rows, DIRECT);
        Client partner = cast.of("direct-admin");
        for (String day : List.of("", "yesterday", "2999-01-01", "1990-01-01", "2026-02-30", "😀")) {
            Answer wrong = partner.post(path + "/renegotiations", Map.of("agreed-on", day));
            assertEquals(List.of("agreed-on"), wrong.wrongFields(), day);
        }
        String note = "x".repeat(501);
        assertEquals(
                List.of("renegotiation-note"),
                partner.post(path + "/renegotiations", Map.of("agreed-on", "2026-01-31", "renegotiation-note", note))
                        .wrongFields());
        Answer noted = partner.submit(
                path + "/renegotiations", Map.of("agreed-on", "2026-01-31", "renegotiation-note", "By e-mail."));
        assertTrue(noted.text().contains("By e-mail."));
        assertFalse(noted.text().contains("Responsible, no access"));
        assertEquals(0, rows.count("portfolio_entry", "attention is not null"));
        assertEquals(0, rows.count("portfolio_label"));
        assertEquals("removed", rows.text("select dap from portfolio_entry"));
    }

    @Test
    void declinedRequestLeavesTheOlderReasonToAttendTo() {
        Related.takeBack(cast.of("customer-a-global"), rows, DIRECT);
        Client partner = cast.of("direct-admin");
        Asking.Asked declined = Asking.by(partner).asked();
        cast.of("customer-a-global").get(declined.link());
        cast.of("customer-a-global").post(declined.link() + "/decline", Map.of("reason", ""));
        assertEquals("declined", rows.text("select attention from portfolio_entry"));
        partner.get("/");
        Asking.by(partner).asked();
        assertEquals("dap-removed", rows.text("select attention from portfolio_entry"));
        assertEquals(1, rows.count("portfolio_label", "label = 'attention'"));
    }

    @Test
    void partnerGivesUpWithoutAttention() {
        Answer page =
                cast.of("direct-admin").submit(path + "/privileges/removal", Map.of("grant", Related.grant(rows)));
        assertTrue(page.text().contains("are given up"));
        assertFalse(page.text().contains("Responsible, no access"));
        assertEquals(0, rows.count("portfolio_entry", "attention is not null"));
        assertEquals("removed", rows.text("select dap from portfolio_entry"));
        assertEquals(200, cast.of("direct-admin").get(path).status());
    }

    @Test
    void reassignedRolesAreAnotherRow() {
        Client customer = cast.of("customer-a-global");
        String grant = Related.grant(rows);
        Answer none = customer.post(PARTNER + "/privileges", Map.of("grant", grant));
        assertEquals(List.of("global-admin"), none.wrongFields());
        Answer same = customer.submit(
                PARTNER + "/privileges", Map.of("grant", grant, "global-admin", "yes", "helpdesk-admin", "yes"));
        assertEquals(200, same.status());
        assertEquals(1, rows.count("delegated_admin_grant"));
        Answer done = customer.submit(PARTNER + "/privileges", Map.of("grant", grant, "helpdesk-admin", "yes"));
        assertTrue(done.text().contains("The roles are saved"));
        assertEquals(2, rows.count("delegated_admin_grant"));
        assertEquals("reassigned", rows.text("select end_reason from delegated_admin_grant where still_open is null"));
        assertEquals(1, rows.count("delegated_admin_grant", "still_open = 1 and not global_admin and helpdesk_admin"));
        Answer stale = customer.submit(PARTNER + "/privileges", Map.of("grant", grant, "global-admin", "yes"));
        assertTrue(stale.text().contains("have changed meanwhile"));
        assertEquals("granted", rows.text("select dap from portfolio_entry"));
        assertTrue(
                cast.of("direct-admin").get("/activity").text().contains("Helpdesk agents as Helpdesk administrators"));
    }

    @Test
    void accessWithoutRelationshipIsTakenBackToo() {
        Related.remove(cast.of("direct-admin"), path);
        Client customer = cast.of("customer-a-global");
        assertTrue(customer.get(PARTNER).text().contains("Access without relationship"));
        Answer removed = Related.takeBack(customer, rows, DIRECT);
        assertEquals(200, removed.status());
        assertEquals(0, rows.count("portfolio_label"));
        assertEquals(0, rows.count("portfolio_entry", "attention is not null"));
        assertFalse(cast.of("direct-admin")
                .get(path.replace("/customers/", "/removals/"))
                .text()
                .contains("Access without relationship"));
    }

    @Test
    void everyLanguageHasThePages() {
        for (String language : List.of("cs", "pl", "hu", "en")) {
            Client customer = cast.of("customer-a-global").preferring(language);
            for (String page : List.of("/partners", PARTNER, PARTNER + "/privileges/removal")) {
                assertEquals(200, customer.get(page).status());
            }
        }
    }
}
