package portal.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portal.demo.DemoPeople;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Enrolling;
import portal.testing.Rows;
import portal.testing.TestApp;

class EnrolmentRoutesTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final UUID TENANT = DemoPeople.person("newcomer-global").tenant();
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        rows.change("update person set language = null");
    }

    @Test
    void nobodyElseEnrols() {
        assertEquals(303, app.nobody().get("/enrolment").status());
        for (String person : List.of("direct-global", "customer-a-global", "norole", "operator")) {
            assertEquals(404, cast.of(person).get("/enrolment").status(), person);
            assertEquals(404, cast.of(person).post("/enrolment", Map.of()).status(), person);
        }
    }

    @Test
    void agentsAreToldThatAGlobalAdminEnrols() {
        Client agent = cast.of("newcomer-admin");
        Answer home = agent.get("/");
        assertEquals(
                "enrol-why", home.page().selectFirst("main button[disabled]").attr("aria-describedby"));
        assertTrue(home.page().getElementById("enrol-why").text().contains("Global admin"));
        assertEquals(403, agent.get("/enrolment").status());
        assertEquals(403, agent.post("/enrolment", Map.of()).status());
        assertEquals(0, rows.count("enrolment", "organization_id = ?", TENANT));
    }

    /** As a new user of each kind: enrol, wait, be approved, ask a customer, and be accepted. */
    @ParameterizedTest
    @CsvSource({
        "direct-bill,              direct-bill,",
        "indirect-provider,        indirect-provider,",
        "indirect-reseller,        indirect-reseller,",
        "direct-bill-and-reseller, indirect-reseller, direct-bill"
    })
    void newPartnerOfEachKindEnrolsAndAsksACustomer(String choice, String capacity, String other) {
        UUID tenant = UUID.randomUUID();
        Client admin = app.as(Enrolling.newcomer(tenant, "novy-partner.example", List.of("GlobalAdmin")));
        assertEquals(TEXTS.text("home.unknown.title"), admin.get("/").heading());
        assertTrue(admin.get("/").page().select("main a[href=/enrolment]").size() == 1);
        Enrolling.by(admin)
                .with("capacity", choice)
                .with("legal-name", "Nový " + choice)
                .sent();
        Answer waiting = admin.get("/");
        assertEquals(TEXTS.text("home.waiting.title"), waiting.heading());
        assertEquals(403, admin.get("/invitations/new").status());
        assertEquals(
                303,
                Enrolling.decide(cast.of("operator"), tenant, "approval", null).status());
        assertEquals(TEXTS.text("home.partner.title"), admin.get("/").heading());
        for (String one : other == null ? List.of(capacity) : List.of(capacity, other)) {
            Asking.Asked asked = Asking.by(admin).with("capacity", one).asked();
            assertEquals(
                    200,
                    Accepting.accept(cast.of("customer-a-global"), asked.link()).status());
            assertEquals(1, rows.count("relationship", "partner_id = ? and capacity = ?", tenant, one));
        }
        assertEquals(other == null ? 1 : 2, rows.count("organization_capacity", "organization_id = ?", tenant));
    }

    @Test
    void whatWasEnteredIsKeptWithTheTermsThatWereAccepted() {
        Enrolling.by(cast.of("newcomer-global"))
                .with("support-phone", "+420 499 555 110")
                .with("support-website", "https://krkonossky-cloud.example/podpora")
                .sent();

        Map<String, Object> row = rows.row("select * from organization where id = ?", TENANT);
        assertEquals("pending", row.get("state"));
        assertEquals("krkonossky-cloud.example", row.get("domain"));
        assertEquals(true, row.get("domain_verified"));
        assertEquals("podpora@krkonossky-cloud.example", row.get("support_email"));
        assertEquals("https://krkonossky-cloud.example/podpora", row.get("support_website"));
        assertEquals("urad@krkonossky-cloud.example", row.get("email"));
        Terms terms = Terms.in(TEXTS);
        assertEquals(
                HexFormat.of().formatHex(Vault.digest(terms.body())),
                rows.text("select lower(hex(digest)) from terms_acceptance where organization_id = ?", TENANT));
        assertEquals(
                terms.body(),
                rows.text("select body from terms_text t join terms_acceptance a on a.digest = t.digest"));
        assertEquals(
                "Vlasta Šimůnková",
                rows.text(
                        "select p.name from terms_acceptance a join person p on p.id = a.person_id where a.organization_id = ?",
                        TENANT));
        assertEquals(
                List.of("enrolment-submitted"),
                rows.texts("select action from activity_entry where organization_id = ?", TENANT));
    }

    @Test
    void enrolmentWithoutTheTermsOrWithOtherTermsIsNotTaken() {
        Client admin = cast.of("newcomer-global");
        Answer unticked = Enrolling.by(admin).with("agrees", null).send();
        assertEquals(422, unticked.status());
        assertEquals(List.of("agrees"), unticked.wrongFields());
        Answer others = Enrolling.by(admin).with("terms", "0".repeat(64)).send();
        assertEquals(422, others.status());
        assertTrue(others.page().getElementById("agrees-error").text().contains("changed"));
        assertEquals(
                "Krkonošský Cloud s.r.o.", others.page().select("#legal-name").val());
        assertEquals(0, rows.count("terms_acceptance"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "capacity,``",
                "capacity,operator",
                "legal-name,`   `",
                "legal-name,OVERLONG",
                "legal-name,CONTROL",
                "mpn-id,``",
                "mpn-id,abc",
                "mpn-id,1234567890123",
                "country,``",
                "country,XX",
                "cloud,moon",
                "address-line1,``",
                "address-line2,OVERLONG",
                "city,``",
                "city,CONTROL",
                "state-or-province,OVERLONG",
                "postal-code,54301x",
                "postal-code,``",
                "phone,call me",
                "support-email,``",
                "support-email,nobody",
                "support-phone,call me",
                "support-website,javascript:alert(1)",
                "support-website,company.example",
                "support-website,https://user@company.example/",
                "support-website,`https://exa mple`",
                "notification-email,``",
                "notification-email,a@b",
                "language,de",
                "time-zone,Europe/Nowhere"
            })
    void whatNeedsAnotherLookIsSaidAtTheField(String field, String value) {
        String sent = value.equals("OVERLONG") ? "x".repeat(301) : value.equals("CONTROL") ? "A\u202Ecme" : value;
        Answer answer =
                Enrolling.by(cast.of("newcomer-global")).with(field, sent).send();
        assertEquals(422, answer.status(), field + " " + value);
        assertTrue(
                answer.wrongFields().contains(field)
                        || answer.page()
                                        .select("#errors a[href=#" + field + "]")
                                        .size()
                                == 1,
                field + " " + value + answer.wrongFields());
        assertEquals(
                "Krkonošská 1",
                field.equals("address-line1")
                        ? "Krkonošská 1"
                        : answer.page().select("#address-line1").val());
        assertEquals(0, rows.count("enrolment", "organization_id = ?", TENANT));
    }

    @Test
    void namesOfAllScriptsAreTaken() {
        Enrolling.by(cast.of("newcomer-global"))
                .with("legal-name", "Žluťoučký 🏔 كلاود & <b>Söhne</b>")
                .sent();
        assertEquals(
                "Žluťoučký 🏔 كلاود & <b>Söhne</b>",
                rows.text("select legal_name from organization where id = ?", TENANT));
        assertTrue(cast.of("newcomer-global").get("/").page().text().contains("<b>Söhne</b>"));
    }

    @Test
    void partnerIsApprovedDeclinedAndCorrected() {
        Client admin = cast.of("newcomer-global");
        long before = told("emails.enrolment.corrected.subject", TENANT);
        Enrolling.by(admin).with("mpn-id", "1111").sent();
        assertEquals(
                303,
                Enrolling.decide(cast.of("operator"), TENANT, "decline", "The MPN ID belongs to somebody else.")
                        .status());
        Answer declined = admin.get("/");
        assertEquals(TEXTS.text("home.waiting.declined"), declined.heading());
        assertTrue(declined.page().text().contains("The MPN ID belongs to somebody else."));
        Answer form = admin.get("/enrolment");
        assertEquals("1111", form.page().select("#mpn-id").val());
        assertEquals(
                "Krkonošský Cloud s.r.o.", form.page().select("#legal-name").val());
        assertTrue(form.page().text().contains("The MPN ID belongs to somebody else."));
        Enrolling.by(admin)
                .with("capacity", "indirect-provider")
                .with("mpn-id", "2345020")
                .sent();
        assertEquals(TEXTS.text("home.waiting.title"), admin.get("/").heading());
        assertEquals("2345020", rows.text("select mpn_id from organization where id = ?", TENANT));
        assertEquals(
                List.of("indirect-provider"),
                rows.texts("select capacity from organization_capacity where organization_id = ?", TENANT));
        assertEquals(2, rows.count("terms_acceptance", "organization_id = ?", TENANT));
        assertEquals(
                List.of("submitted", "declined", "corrected"),
                rows.texts("select kind from enrolment_event where organization_id = ? order by id", TENANT));
        String log = rows.text(
                "select concat(old_value, ' -> ', new_value) from activity_entry where action = 'enrolment-corrected'");
        assertTrue(log.contains("1111") && log.contains("2345020"), log);
        assertEquals(
                1,
                told("emails.enrolment.corrected.subject", TENANT) - before,
                "the operator is told that it waits again");
    }

    /** How many such mails the operator got. */
    private static long told(String key, UUID tenant) {
        String subject = TEXTS.text(key, "Krkonošský Cloud s.r.o.");
        return app.sentMail().stream()
                .filter(mail -> mail.recipients().contains("podpora@stredoevropsky-portal.example"))
                .filter(mail -> mail.subject().equals(subject) && mail.text().contains("/enrolments/" + tenant))
                .count();
    }

    @Test
    void correctionOfAnOlderStateIsShownAgainAndLosesNothing() {
        Client admin = cast.of("newcomer-global");
        Enrolling.by(admin).sent();
        Enrolling slow = Enrolling.by(admin).with("enrolment-version", "0").with("city", "Trutnov");
        Enrolling.by(admin).with("city", "Náchod").sent();
        Answer stale = slow.send();
        assertEquals(409, stale.status());
        assertEquals("Trutnov", stale.page().select("#city").val());
        assertEquals("Náchod", rows.text("select city from organization where id = ?", TENANT));
    }

    @Test
    void twoAdminsWhoEnrolAtOnceEnrolOnce() {
        UUID tenant = UUID.randomUUID();
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 3; i++) {
            Client admin = app.as(Enrolling.newcomer(tenant, "novy-partner.example", List.of("GlobalAdmin")));
            crowd.with(() -> Enrolling.by(admin).send());
        }
        assertTrue(crowd.go().stream().allMatch(answer -> List.of(303, 422, 409).contains(answer.status())));
        assertEquals(1, rows.count("enrolment", "organization_id = ?", tenant));
        assertEquals(1, rows.count("enrolment_event", "organization_id = ? and kind = 'submitted'", tenant));
        assertEquals(1, told("emails.enrolment.submitted.subject", tenant), "the operator is told once");
    }

    @Test
    void formIsReadInEveryLanguage() {
        Client admin = app.as("newcomer-global");
        for (Language language : Language.values()) {
            admin.post("/preferences", Map.of("language", language.code(), "return", "/"));
            Answer form = admin.get("/enrolment");
            assertEquals(200, form.status());
            assertEquals(Texts.in(language).text("enrolment.new.title"), form.heading());
            assertTrue(form.page().text().contains(Texts.in(language).country("HU")));
            assertEquals(
                    Terms.in(Texts.in(language)).fingerprint(),
                    form.page().select("input[name=terms]").val());
            assertFalse(form.body().length > 30_000, "the form has " + form.body().length + " bytes");
        }
    }
}
