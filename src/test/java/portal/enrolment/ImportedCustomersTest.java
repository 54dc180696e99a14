package portal.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Importing;
import portal.testing.Rows;
import portal.testing.TestApp;

class ImportedCustomersTest {
    private static final UUID RESELLER = DemoPeople.person("reseller-admin").tenant();
    private static final UUID RESELLER2 = DemoPeople.person("reseller2-admin").tenant();
    private static final UUID PROVIDER = DemoPeople.person("provider-admin").tenant();
    private static final UUID NEWCOMER = DemoPeople.person("customer-c-global").tenant();
    private static final UUID CUSTOMER = DemoPeople.person("customer-b-global").tenant();

    private static TestApp app;
    private static TestApp other;
    private static Cast cast;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        other = app.secondNode();
        cast = new Cast(app);
    }

    @AfterAll
    static void stop() {
        other.close();
        app.close();
    }

    @BeforeEach
    void startAgain() {
        Rows.of(app).startAgain();
    }

    private static Importing operator() {
        return Importing.by(cast.of("operator"));
    }

    private static String newcomer(UUID partner, String dap) {
        return Importing.row(partner, NEWCOMER, "Balatoni Vitorlás", "balatoni-vitorlas.example", "HU", dap);
    }

    private static Element row(Client partner, String name) {
        return partner.get("/customers").page().selectFirst("tr:has(th:contains(" + name + "))");
    }

    private static Document account(Client partner, String name) {
        return partner.get(row(partner, name).select("th a:not(.twisty)").attr("href"))
                .page();
    }

    @Test
    void customersOfAnotherPartnerOrOfNoPortalNeverAppear() {
        operator().imported(newcomer(RESELLER2, "yes"), newcomer(PROVIDER, "yes"));
        app.app().imports().applyTo(new PartnerId(PROVIDER));
        app.app().imports().applyTo(new PartnerId(UUID.randomUUID()));
        assertFalse(cast.of("reseller2-admin")
                .get("/customers")
                .page()
                .select("tr:contains(Balatoni)")
                .isEmpty());
        assertTrue(cast.of("reseller-admin")
                .get("/customers")
                .page()
                .select("tr:contains(Balatoni)")
                .isEmpty());
        assertTrue(cast.of("provider-admin")
                .get("/customers")
                .page()
                .select("tr:contains(Balatoni)")
                .isEmpty());
        assertEquals(1, Rows.of(app).count("imported_customer", "waiting = 1"));
    }

    @Test
    void customerStandsInTheListAtOnceWithItsOriginAndNothingCanBeOrdered() {
        operator().imported(newcomer(RESELLER, "yes"));
        Client partner = cast.of("reseller-admin");
        Element row = row(partner, "Balatoni");
        assertTrue(row.text().contains("Agreement not accepted"), row.text());
        String opened = partner.get("/customers?open=" + row.select(".twisty").attr("value"))
                .page()
                .select("tr.detail")
                .text();
        assertTrue(opened.contains("Served in Azure portal"), opened);
        assertTrue(opened.contains("Request to accept the agreement"), opened);
        String account = account(partner, "Balatoni").select("main").text();
        assertTrue(account.contains("Served in Azure portal"), account);
        assertTrue(account.contains("DAP granted"), account);
        assertTrue(account.contains("Not accepted yet"), account);
        assertFalse(partner.get("/customers?state=attention")
                .page()
                .select("tr:contains(Balatoni)")
                .isEmpty());
        String log = partner.get("/activity").page().select("main").text();
        assertTrue(log.contains("Customer of another portal listed"), log);
        Document helpdesk = account(cast.of("reseller-helpdesk"), "Balatoni");
        Element button = helpdesk.selectFirst("main button[disabled][aria-describedby=agreement-why]");
        assertFalse(
                helpdesk.getElementById(button.attr("aria-describedby")).text().isEmpty());
    }

    @Test
    void customersWaitUntilThePartnerIsActiveAndComeOnce() {
        Rows.of(app).change("update organization set state = 'pending' where id = ?", RESELLER);
        String[] rows = IntStream.range(0, 200)
                .mapToObj(i -> Importing.row(RESELLER, UUID.randomUUID(), "Firm " + i, "", "CZ", "no"))
                .toArray(String[]::new);
        operator().imported(rows);
        app.app().imports().applyTo(new PartnerId(RESELLER));
        assertEquals(0, Rows.of(app).count("portfolio_entry"));
        Rows.of(app).change("update organization set state = 'active' where id = ?", RESELLER);
        Crowd<Integer> crowd = new Crowd<>();
        for (TestApp node : List.of(app, other, app, other)) {
            crowd.with(() -> {
                node.app().imports().applyTo(new PartnerId(RESELLER));
                return 0;
            });
        }
        crowd.go();
        assertEquals(200, Rows.of(app).count("portfolio_entry", "state = 'active' and dap = 'none'"));
        assertEquals(200, Rows.of(app).count("relationship"));
        assertEquals(200, Rows.of(app).count("activity_entry", "organization_id = ?", RESELLER));
        assertEquals(0, Rows.of(app).count("delegated_admin_grant"));
    }

    @Test
    void laterImportsAddAndChangeNothingThatIsThere() {
        Rows rows = Rows.of(app);
        String name = rows.text("select legal_name from organization where id = ?", CUSTOMER);
        operator().imported(Importing.row(RESELLER, CUSTOMER, "Other name", "other.example", "PL", "yes"));
        assertEquals(name, rows.text("select legal_name from organization where id = ?", CUSTOMER));
        assertEquals(name, rows.text("select name from portfolio_entry"));
        rows.change("update delegated_admin_grant set ended_at = granted_at");
        rows.change("update relationship set ended_at = began_at");
        operator().imported(Importing.row(RESELLER, CUSTOMER, "Other", "", "PL", "yes"), newcomer(RESELLER, "no"));
        assertEquals(2, rows.count("relationship"));
        assertEquals(1, rows.count("relationship", "still_open = 1"));
        assertEquals(0, rows.count("delegated_admin_grant", "still_open = 1"));
    }

    @Test
    void whatStillWaitsFollowsTheLatestFileAndMistakesShowWhenThePartnerComes() {
        UUID partner = UUID.randomUUID();
        Answer first = operator()
                .imported(
                        newcomer(partner, "no"),
                        Importing.row(partner, CUSTOMER, "Became a partner", "", "PL", "yes"),
                        Importing.row(partner, UUID.randomUUID(), "Far away", "", "US", "yes"));
        operator().imported(newcomer(partner, "yes"));
        Rows rows = Rows.of(app);
        assertEquals(1, rows.count("imported_customer", "customer_id = ? and delegated_admin = 1", NEWCOMER));
        rows.change("update imported_customer set partner_id = ?", RESELLER);
        rows.change("update import_row set partner_id = ?", RESELLER);
        rows.change("update organization set kind = 'partner' where id = ?", CUSTOMER);
        app.app().imports().applyTo(new PartnerId(RESELLER));
        rows.change("update organization set kind = 'customer' where id = ?", CUSTOMER);
        assertEquals(1, rows.count("portfolio_entry"));
        assertEquals(
                List.of("other-region", "partner-tenant"),
                rows.texts("select problem from imported_customer where problem is not null order by problem"));
        String file = first.address().getPath();
        Document bad = cast.of("operator").get(file + "?show=bad").page();
        assertEquals(2, bad.select("tbody tr").size());
        assertTrue(bad.select("tbody").text().contains("US is in another region than the partner"), bad.text());
        assertTrue(bad.select("tbody").text().contains(CUSTOMER + " is a partner"), bad.text());
        assertEquals(1, rows.count("import", "bad_rows = 2 and waiting_rows = 1"));
    }

    @Test
    void oneClickAsksTheCustomerWhichDescribesItselfAndAcceptsOnlyTheAgreement() {
        operator().imported(newcomer(RESELLER, "no"), newcomer(RESELLER2, "no"));
        Client partner = cast.of("reseller-admin");
        String request = account(partner, "Balatoni")
                .select("a:contains(Request to accept)")
                .attr("href");
        Answer form = partner.get(request);
        assertTrue(form.text().contains("is your customer already"));
        assertEquals("Balatoni Vitorlás", form.page().select("#company").val());
        assertEquals("balatoni-vitorlas.example", form.page().select("#domain").val());
        assertEquals("hu", form.page().select("#language option[selected]").val());
        assertFalse(form.page().select("#delegated-admin").hasAttr("checked"));
        assertEquals(404, cast.of("reseller2-admin").get(request).status());
        Asking.Asked asked = Asking.by(partner)
                .with("customer", form.page().select("input[name=customer]").val())
                .with("delegated-admin", null)
                .with("company", "Balatoni Vitorlás")
                .with("domain", null)
                .with("email", null)
                .with("language", "hu")
                .asked();
        assertTrue(asked.subject().contains("ügyfélszerződés"), asked.subject());
        assertTrue(account(partner, "Balatoni").text().contains("An invitation to it is open"));
        assertEquals(403, cast.of("customer-b-global").get(asked.link()).status());
        Answer summary = app.nobody().get(asked.link());
        assertTrue(summary.text().contains("serves you already"));
        Client customer = app.as("customer-c-global");
        Answer company = customer.get(asked.link());
        assertEquals("Balatoni Vitorlás", company.page().select("#company").val());
        assertEquals("HU", company.page().select("#country option[selected]").val());
        Map<String, String> fields = new HashMap<>(
                Map.of("company", "Balatoni Vitorlás Kft.", "country", "HU", "address-line1", "Kikötő 1."));
        fields.put("city", "Füred");
        Answer decide = customer.submit(asked.link() + "/company", fields);
        assertTrue(decide.heading().contains("asks you to accept the customer agreement"), decide.heading());
        assertTrue(decide.text().contains("Accepting records the customer agreement only"), decide.text());
        assertEquals(1, decide.page().select("ins").size());
        assertEquals(200, Accepting.accept(customer, asked.link()).status());
        Rows rows = Rows.of(app);
        assertEquals(2, rows.count("relationship"));
        assertEquals(1, rows.count("agreement_acceptance"));
        assertEquals(0, rows.count("portfolio_entry", "attention is not null or agreement_missing"));
        assertEquals(0, rows.count("portfolio_label"));
        assertEquals(2, rows.count("portfolio_entry"));
        String account = account(partner, "Balatoni").select("main").text();
        assertFalse(account.contains("Request to accept"), account);
        assertTrue(account.contains("Füred"), account);
        assertTrue(app.sentMail().stream().anyMatch(mail -> mail.subject().contains("přijal smlouvu se zákazníkem")));
    }

    @Test
    void declinedRequestLeavesTheAgreementMissing() {
        operator().imported(Importing.row(RESELLER, CUSTOMER, "Łąki", "laki-mazurskie.example", "PL", "no"));
        Client partner = cast.of("reseller-admin");
        String path = row(partner, "Łąki").select("th a:not(.twisty)").attr("href");
        Asking.Asked asked = Asking.by(partner)
                .with("customer", path.substring(path.lastIndexOf('/') + 1))
                .with("domain", null)
                .asked();
        Client customer = cast.of("customer-b-global");
        customer.get(asked.link());
        assertEquals(
                303,
                customer.post(asked.link() + "/decline", Map.of("reason", "")).status());
        assertTrue(row(partner, "Łąki").text().contains("Invitation declined"));
        partner.get("/customers");
        assertEquals(303, partner.post(asked.path() + "/revocation", Map.of()).status());
        app.clock();
        Asking.Asked again = Asking.by(partner)
                .with("customer", path.substring(path.lastIndexOf('/') + 1))
                .with("domain", null)
                .asked();
        assertTrue(
                row(partner, "Łąki").text().contains("Agreement not accepted"),
                row(partner, "Łąki").text());
        assertEquals(303, partner.post(again.path() + "/revocation", Map.of()).status());
        assertTrue(row(partner, "Łąki").text().contains("Agreement not accepted"));
        assertEquals(1, Rows.of(app).count("portfolio_entry"));
    }
}
