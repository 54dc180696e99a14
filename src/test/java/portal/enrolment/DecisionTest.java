package portal.enrolment;

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
import portal.demo.DemoMailServer;
import portal.demo.DemoPeople;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Enrolling;
import portal.testing.Rows;
import portal.testing.TestApp;

/** The operator decides on partners, on two nodes. */
class DecisionTest {
    private static final UUID DIRECT = DemoPeople.person("direct-global").tenant();
    private static final UUID NEWCOMER = DemoPeople.person("newcomer-global").tenant();
    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Client otherOperator;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        otherOperator = second.as("operator");
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
    }

    private static Client operator() {
        return cast.of("operator");
    }

    private static String state(UUID partner) {
        return rows.text(
                "select concat(e.state, ' ', o.state) from enrolment e join organization o on o.id = e.organization_id where o.id = ?",
                partner);
    }

    @Test
    void nobodyElseDecides() {
        for (String person : List.of("direct-global", "customer-a-global", "newcomer-global")) {
            Client client = cast.of(person);
            for (String noun : List.of("approval", "decline", "suspension", "resumption")) {
                assertEquals(
                        404,
                        client.post("/enrolments/" + DIRECT + "/" + noun, Map.of("version", "0", "reason", "x"))
                                .status());
            }
            assertEquals(404, client.get("/enrolments").status());
            assertEquals(404, client.get("/enrolments/" + DIRECT).status());
        }
        assertEquals("active active", state(DIRECT));
        assertEquals(404, operator().get("/enrolments/" + UUID.randomUUID()).status());
        assertEquals(
                404,
                operator()
                        .get("/enrolments/7e4a47c0-0000-4000-8000-000000000021")
                        .status(),
                "a customer");
        assertEquals(
                404,
                operator()
                        .post("/enrolments/" + UUID.randomUUID() + "/approval", Map.of())
                        .status());
    }

    @Test
    void ofTwoOperatorsOneWinsAndTheOtherIsTold() {
        Enrolling.by(cast.of("newcomer-global")).sent();
        String path = "/enrolments/" + NEWCOMER;
        operator().get(path);
        otherOperator.get(path);
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 4; i++) {
            crowd.with(() -> operator().post(path + "/approval", Map.of("version", "0")));
            crowd.with(
                    () -> otherOperator.post(path + "/decline", Map.of("version", "0", "reason", "No such company.")));
        }
        List<Answer> answers = crowd.go();
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals(
                1, rows.count("enrolment_event", "organization_id = ? and kind in ('approved', 'declined')", NEWCOMER));
        String decided = rows.text(
                "select kind from enrolment_event where organization_id = ? and kind <> 'submitted'", NEWCOMER);
        assertEquals(decided.equals("approved") ? "active active" : "declined pending", state(NEWCOMER));
        assertEquals(1, rows.count("outbox_mail", "recipient = 'urad@krkonossky-cloud.example'"));
        Answer late = operator().submit(path + "/approval", Map.of("version", "0"));
        assertTrue(
                late.page().select(".notice.warn").text().contains("Nothing was decided now"),
                late.page().text());
    }

    @Test
    void decisionOnWhatWasCorrectedMeanwhileIsAskedAgainAndKeepsTheReason() {
        Enrolling.by(cast.of("newcomer-global")).sent();
        String path = "/enrolments/" + NEWCOMER + "/decline";
        operator().get(path);
        Enrolling.by(cast.of("newcomer-global")).with("mpn-id", "999999").sent();
        Answer stale = operator().post(path, Map.of("version", "0", "reason", "Wrong MPN ID"));
        assertEquals(409, stale.status());
        assertEquals("Wrong MPN ID", stale.page().select("#reason").val());
        assertEquals("pending pending", state(NEWCOMER));
        String version = stale.page().select("input[name=version]").val();
        assertEquals(
                303,
                operator()
                        .post(path, Map.of("version", version, "reason", "Wrong MPN ID"))
                        .status());
        assertEquals("declined pending", state(NEWCOMER));
    }

    @Test
    void reasonIsNeededAndHasAnEnd() {
        String path = "/enrolments/" + DIRECT + "/suspension";
        for (String reason : List.of("", "   ", "x".repeat(501), "hidden\u202Etext")) {
            operator().get(path);
            Answer answer = operator().post(path, Map.of("version", "0", "reason", reason));
            assertEquals(422, answer.status());
            assertEquals(List.of("reason"), answer.wrongFields());
        }
        for (String version : List.of("", "-1", "x", "99999999999")) {
            assertEquals(
                    409,
                    operator()
                            .post(path, Map.of("version", version, "reason", "A reason"))
                            .status(),
                    version);
        }
        assertEquals("active active", state(DIRECT));
        assertEquals(303, operator().get("/enrolments/" + DIRECT + "/decline").status(), "nothing to decline");
    }

    @Test
    void suspendedPartnerKeepsManagingAndAsksNobody() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        assertEquals(
                303,
                Enrolling.decide(operator(), DIRECT, "suspension", "Invoices are not paid.")
                        .status());
        assertEquals("suspended suspended", state(DIRECT));
        Client agent = cast.of("direct-admin");
        assertTrue(agent.get("/").page().text().contains("Invoices are not paid."));
        assertTrue(cast.of("direct-helpdesk").get("/").page().text().contains("Invoices are not paid."));
        assertEquals(403, agent.get("/invitations/new").status());
        assertEquals(403, Asking.by(agent).send().status());
        assertEquals(200, agent.get("/customers").status());
        assertEquals(200, agent.get(asked.path()).status());
        assertEquals(200, agent.get("/settings/organization").status());
        assertEquals(
                303,
                agent.post(asked.path() + "/revocation", Map.of("reason", "")).status());
        assertEquals(
                303, Enrolling.decide(operator(), DIRECT, "resumption", null).status());
        assertEquals("active active", state(DIRECT));
        assertEquals(200, agent.get("/invitations/new").status());
        assertFalse(agent.get("/").page().text().contains("Invoices are not paid."));
        assertEquals(
                List.of("partner-suspended", "partner-resumed"),
                rows.texts(
                        "select action from activity_entry where organization_id = ? and action like 'partner%' order by id",
                        DIRECT));
        assertEquals(
                List.of("suspended", "resumed"),
                rows.texts("select kind from enrolment_event where organization_id = ? order by id", DIRECT));
        assertEquals(
                "Invoices are not paid.", rows.text("select reason from enrolment_event where kind = 'suspended'"));
    }

    @Test
    void partnerIsToldOfEachDecisionInTheLanguageOfTheReader() {
        UUID tenant = UUID.randomUUID();
        String person = Enrolling.newcomer(tenant, "madar-felho.example", List.of("GlobalAdmin"));
        Client admin = app.as(person);
        admin.post("/preferences", Map.of("language", "hu", "return", "/"));
        Enrolling enrolment =
                Enrolling.by(admin).with("language", "pl").with("notification-email", "biuro@madar-felho.example");
        enrolment.sent();
        Enrolling.decide(operator(), tenant, "decline", "Proszę o NIP.");
        enrolment.with("enrolment-version", "1").sent();
        Enrolling.decide(operator(), tenant, "approval", null);
        Enrolling.decide(operator(), tenant, "suspension", "Zaległości.");
        Enrolling.decide(operator(), tenant, "resumption", null);
        Map<String, String> toCompany = subjects("biuro@madar-felho.example");
        Map<String, String> toPerson = subjects(person.substring(0, 17) + "@madar-felho.example");
        assertEquals(4, toCompany.size(), toCompany.toString());
        assertEquals(4, toPerson.size(), toPerson.toString());
        assertTrue(
                toCompany.containsKey("Rejestracja firmy Krkonošský Cloud s.r.o. została zatwierdzona"),
                toCompany.keySet().toString());
        assertTrue(
                toPerson.containsKey("Jóváhagyott regisztráció: Krkonošský Cloud s.r.o."),
                toPerson.keySet().toString());
        assertTrue(toCompany
                .get("Rejestracja firmy Krkonošský Cloud s.r.o. wymaga poprawek")
                .contains("Proszę o NIP."));
        assertTrue(toPerson.get("Felfüggesztve: Krkonošský Cloud s.r.o.").contains("Zaległości."));
    }

    private static Map<String, String> subjects(String recipient) {
        Map<String, String> mails = new HashMap<>();
        for (DemoMailServer.Mail mail : app.sentMail()) {
            if (mail.recipients().contains(recipient)) {
                mails.put(mail.subject(), mail.text());
            }
        }
        return mails;
    }

    @Test
    void operatorReadsAllThatWasEnteredAndWhoElseHasTheNumber() {
        Enrolling.by(cast.of("newcomer-global")).with("mpn-id", "2345011").sent();
        Answer page = operator().get("/enrolments/" + NEWCOMER);
        String text = page.page().text();
        for (String said : List.of(
                "Krkonošský Cloud s.r.o.",
                "2345011",
                "Vrchlabí",
                "543 01",
                "krkonossky-cloud.example",
                NEWCOMER.toString(),
                "podpora@krkonossky-cloud.example",
                "urad@krkonossky-cloud.example",
                "Vlasta Šimůnková",
                Terms.in(Texts.in(Language.EN)).fingerprint(),
                "Kék Duna Informatika Zrt.")) {
            assertTrue(text.contains(said), said);
        }
        assertTrue(operator().get("/").page().text().contains("Krkonošský Cloud s.r.o."));
    }
}
