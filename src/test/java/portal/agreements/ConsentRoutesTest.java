package portal.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.portfolio.Portfolio;
import portal.testing.Accepting;
import portal.testing.AddingAgreement;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class ConsentRoutesTest {
    private TestApp app;
    private String today;

    @BeforeEach
    void aCustomerAcceptedTheFirstVersionAndANewOneIsRequired() {
        app = TestApp.start();
        LocalDate day = LocalDate.ofInstant(app.clock().instant(), ZoneOffset.UTC);
        today = day.toString();
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
        Accepting.accept(app.as("customer-a-global"), asked.link());
        AddingAgreement.by(app.as("operator"))
                .version("2027-01")
                .from(day)
                .with("required-from", today)
                .added();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    private static Map<String, String> fields(Answer page) {
        Map<String, String> fields = new HashMap<>();
        page.page()
                .select("form[action=/agreement/acceptance] input")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.remove("csrf");
        return fields;
    }

    private int count(String sql) {
        return app.database()
                .read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    @Test
    void nobodyElseIsAsked() {
        assertEquals(303, app.nobody().get("/agreement").status());
        assertEquals(404, app.as("direct-global").get("/agreement").status());
        Client user = app.as("customer-a-user");
        assertEquals(403, user.get("/agreement").status());
        assertTrue(user.get("/").page().select("a[href=/agreement]").isEmpty());
        Client newcomer = app.as("customer-b-global");
        assertTrue(newcomer.get("/").page().select("a[href=/agreement]").isEmpty());
        assertEquals(
                "There is no agreement to accept", newcomer.get("/agreement").heading());
    }

    @Test
    void theGlobalAdminIsAskedOnTheHomePageAndAcceptsWithEvidence() {
        Client admin = app.as("customer-a-global");
        assertFalse(admin.get("/").page().select("a[href=/agreement]").isEmpty());
        Answer page = admin.get("/agreement");
        assertFalse(page.page().select("#agrees").hasAttr("checked"));
        Map<String, String> fields = fields(page);
        fields.remove("agrees");
        Answer unticked = admin.post("/agreement/acceptance", fields);
        assertEquals(422, unticked.status());
        assertEquals(List.of("agrees"), unticked.wrongFields());
        assertEquals(1, count("select count(*) from relationship where still_open = 1"));

        fields.put("agrees", "yes");
        Answer done = admin.submit("/agreement/acceptance", fields);
        assertEquals(200, done.status());
        assertTrue(done.page().select("a[href=/agreement]").isEmpty());
        assertEquals(
                1,
                count("select count(*) from agreement_acceptance c join agreement a on a.id = c.agreement_id"
                        + " where a.version = '2027-01' and ip = '127.0.0.1' and user_agent like 'Java%'"
                        + " and request_id <> ''"));
        assertEquals(
                2,
                count("select count(*) from activity_entry where action = 'agreement-accepted'"
                        + " and old_value = '2026-11' and new_value = '2027-01'"));
    }

    @Test
    void whoMissedTheAgreementIsNoLongerToldSoWhenItIsAccepted() {
        Client partner = app.as("direct-helpdesk");
        PartnerId id = new PartnerId(DemoPeople.person("direct-admin").tenant());
        CustomerId customer =
                new CustomerId(DemoPeople.person("customer-a-global").tenant());
        app.database().write(handle -> {
            Portfolio.agreementMissing(handle, id, Capacity.DIRECT_BILL, customer);
            return null;
        });
        assertTrue(partner.get("/customers?state=attention")
                .page()
                .select("tbody")
                .text()
                .contains("Agreement not accepted"));
        Client admin = app.as("customer-a-global");
        Map<String, String> fields = fields(admin.get("/agreement"));
        fields.put("agrees", "yes");
        assertEquals(200, admin.submit("/agreement/acceptance", fields).status());
        assertTrue(partner.get("/customers?state=attention")
                .page()
                .select("tbody tr")
                .isEmpty());
        assertEquals(0, count("select count(*) from portfolio_entry where attention is not null"));
    }

    @Test
    void aTextThatChangedMeanwhileIsShownAnew() {
        Client admin = app.as("customer-a-global");
        Map<String, String> fields = fields(admin.get("/agreement"));
        fields.put("agrees", "yes");
        AddingAgreement.by(app.as("operator"))
                .version("2027-02")
                .from(LocalDate.parse(today))
                .added();
        Answer changed = admin.post("/agreement/acceptance", fields);
        assertEquals(409, changed.status());
        assertTrue(changed.text().contains("2027-02"));
        assertEquals(1, count("select count(*) from agreement_acceptance"));
    }

    @Test
    void ofTwoAdministratorsAtOnceOneIsKeptAndTheOtherIsCalm() {
        List<Client> admins =
                Stream.generate(() -> app.as("customer-a-global")).limit(6).toList();
        List<Map<String, String>> forms = admins.stream()
                .map(admin -> fields(admin.get("/agreement")))
                .peek(form -> form.put("agrees", "yes"))
                .toList();
        List<CompletableFuture<Answer>> pressed = Stream.iterate(0, i -> i < admins.size(), i -> i + 1)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> admins.get(i).submit("/agreement/acceptance", forms.get(i))))
                .toList();
        pressed.forEach(answer -> assertEquals(200, answer.join().status()));
        assertEquals(2, count("select count(*) from agreement_acceptance"));
        assertEquals(
                2,
                count("select count(*) from activity_entry where action = 'agreement-accepted' and"
                        + " new_value = '2027-01'"));
    }
}
