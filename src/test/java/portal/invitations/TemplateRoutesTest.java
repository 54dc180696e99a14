package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class TemplateRoutesTest {
    private static final String PATH = "/settings/templates/cs";
    private static TestApp app;
    private static Client global;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        global = app.as("direct-global");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void portalsTexts() {
        app.database().write(handle -> handle.execute("delete from draft_template"));
    }

    @Test
    void nobodyAndCustomersDoNotSeeTheTemplates() {
        for (String path : List.of("/settings", "/settings/templates", PATH)) {
            assertEquals(303, app.nobody().get(path).status(), path);
            assertEquals(404, app.as("customer-a-global").get(path).status(), path);
        }
        assertEquals(404, global.get("/settings/templates/de").status());
    }

    @Test
    void agentsReadTheTemplatesAndAreToldWhoMayChangeThem() {
        for (String person : List.of("direct-admin", "direct-helpdesk")) {
            Client agent = app.as(person);
            Document page = agent.get(PATH).page();
            assertTrue(page.select("textarea").isEmpty());
            assertTrue(page.text().contains("{customer}"));
            assertEquals("save-why", page.selectFirst("main button[disabled]").attr("aria-describedby"));
            assertTrue(page.getElementById("save-why").text().contains("Global admin role"));
            for (String verb : List.of("/texts", "/preview", "/removal")) {
                assertEquals(403, agent.post(PATH + verb, fields()).status(), person + verb);
            }
        }
    }

    @Test
    void savedTemplateIsWhatNewDraftsStartFrom() {
        Answer saved = global.post(PATH + "/texts", with(Map.of("subject", "{partner} se ptá")));
        assertEquals(303, saved.status());

        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();

        assertTrue(asked.subject().endsWith(" se ptá"), asked.subject());
        assertTrue(asked.body().startsWith("Dlouhá zpráva pro Jizerské sklo a.s. od Kovács Gergő"), asked.body());
        Asking.Asked less =
                Asking.by(app.as("direct-admin")).with("delegated-admin", null).asked();
        assertTrue(less.body().startsWith("Jen vztah"), less.body());
        Asking.Asked english =
                Asking.by(app.as("direct-admin")).with("language", "en").asked();
        assertTrue(english.body().startsWith("Hello"), "another language keeps the portal's text");
        Asking.Asked other = Asking.by(app.as("reseller-admin")).asked();
        assertFalse(other.subject().endsWith(" se ptá"), "another partner keeps the portal's text");
    }

    @Test
    void startingADraftAgainUsesTheOwnTemplateToo() {
        Client agent = app.as("direct-admin");
        Asking.Asked asked = Asking.by(agent).with("language", "en").asked();
        global.post(PATH + "/texts", fields());

        Document draft = agent.submit(asked.path() + "/draft/language", Map.of("language", "cs"))
                .page();

        assertTrue(draft.select("#body").val().startsWith("Dlouhá zpráva"));
    }

    @Test
    void tooLongForAMailProgramTheOwnShortTextIsTaken() {
        global.post(PATH + "/texts", with(Map.of("body", "Zpráva {link} " + "č".repeat(1_000))));
        Client agent = app.as("direct-admin");
        Asking.Asked asked = Asking.by(agent).asked();

        String mailto = agent.get(asked.path() + "/draft")
                .page()
                .selectFirst("a[href^=mailto:]")
                .attr("href");

        assertTrue(mailto.contains("body=Kr%C3%A1tce"), mailto);
    }

    @Test
    void everyPlaceholderTheTemplateMayHoldIsFilledIn() {
        String all = "{person}|{partner}|{city}|{customer}|{until}|{phone}|{email}";
        assertEquals(
                303,
                global.post(PATH + "/texts", with(Map.of("body", all + "\n{link}")))
                        .status());

        String body = Asking.by(app.as("direct-admin")).asked().body();

        assertFalse(body.contains("{"), body);
    }

    @Test
    void unknownPlaceholdersAreNamedAndTheLinkBelongsInEachMessageOnce() {
        Answer answer = global.post(
                PATH + "/texts",
                with(Map.of(
                        "subject", "{link} {partner}",
                        "body", "{name} {customer} { link } {link}",
                        "body-relationship-only", "nothing",
                        "short-body", "{link} {link}")));

        assertEquals(422, answer.status());
        assertEquals(List.of("subject", "body", "body-relationship-only", "short-body"), answer.wrongFields());
        Document page = answer.page();
        assertTrue(page.getElementById("body-error").text().contains("{name}, { link }"));
        assertTrue(page.getElementById("subject-error").text().contains("{link}"));
        assertEquals("{name} {customer} { link } {link}", page.select("#body").val());
        assertEquals(0, rows());
    }

    @Test
    void addressesOfOthersAreRefusedAndThePortalsOwnAreNot() {
        Answer refused = global.post(
                PATH + "/texts",
                with(Map.of("body", "{link} https://evil.example/ www.worse.example", "subject", "www.evil.example")));
        assertEquals(List.of("subject", "body"), refused.wrongFields());
        assertTrue(refused.page().getElementById("body-error").text().contains("evil.example, www.worse.example"));

        Map<String, String> own = with(Map.of("body", "{link} https://admin.microsoft.com/Adminportal"));
        assertEquals(303, global.post(PATH + "/texts", own).status());
    }

    @Test
    void overLongAndEmptyTextsAreRefused() {
        Answer answer = global.post(
                PATH + "/texts",
                with(Map.of(
                        "subject",
                        "s".repeat(121),
                        "body",
                        "{link}" + "x".repeat(6_000),
                        "body-relationship-only",
                        "",
                        "short-body",
                        "{link}" + "x".repeat(1_000))));

        assertEquals(List.of("subject", "body", "body-relationship-only", "short-body"), answer.wrongFields());
    }

    @Test
    void subjectStaysShortEnoughHoweverLongTheNames() {
        global.post(PATH + "/texts", with(Map.of("subject", "{customer} {customer}")));

        Asking.Asked asked = Asking.by(app.as("direct-admin"))
                .with("company", "🏔".repeat(150))
                .asked();

        assertEquals(200, asked.subject().codePointCount(0, asked.subject().length()));
    }

    @Test
    void previewFillsInAnExampleAndSavesNothing() {
        Answer answer = global.post(PATH + "/preview", fields());

        assertEquals(200, answer.status());
        Document page = answer.page();
        assertEquals(3, page.select("#preview pre").size());
        assertTrue(page.selectFirst("#preview pre").text().contains("Dlouhá zpráva pro Example Company od Szabó"));
        assertTrue(page.select("#preview").text().contains("1,800 characters"));
        assertEquals(fields().get("body"), page.select("#body").val());
        assertEquals(0, rows());
        assertEquals(
                422, global.post(PATH + "/preview", with(Map.of("body", ""))).status());
    }

    @Test
    void whoWasSlowerIsToldAndLosesNothing() {
        Client slower = app.as("direct-global");
        Map<String, String> first = with(Map.of("subject", "První"));
        Map<String, String> second = with(Map.of("subject", "Druhý"));
        assertEquals(303, global.post(PATH + "/texts", first).status());
        assertEquals(303, global.post(PATH + "/texts", first).status(), "the same form sent twice is no conflict");

        Answer stale = slower.post(PATH + "/texts", second);

        assertEquals(409, stale.status());
        assertEquals("Druhý", stale.page().select("#subject").val());
        assertTrue(stale.page().select("details").text().contains("První"));
        assertEquals("První", subject());
        Map<String, String> again = new HashMap<>(second);
        again.put(
                "version", stale.page().select("form.panel input[name=version]").val());
        assertEquals(303, slower.post(PATH + "/texts", again).status());
        assertEquals("Druhý", subject());
    }

    @Test
    void aTemplateRemovedMeanwhileIsNotBroughtBackUnasked() {
        global.post(PATH + "/texts", fields());
        Map<String, String> edited = with(Map.of("version", version(), "subject", "Pozdě"));
        assertEquals(
                303,
                global.post(PATH + "/removal", Map.of("version", version())).status());

        assertEquals(409, global.post(PATH + "/texts", edited).status());

        global.post(PATH + "/texts", fields());
        assertEquals(409, global.post(PATH + "/texts", edited).status(), "one made anew is another one");
    }

    @Test
    void thePortalsTextComesBackUnlessSomebodySavedMeanwhile() {
        global.post(PATH + "/texts", fields());
        String version = version();
        global.post(PATH + "/texts", with(Map.of("version", version, "subject", "Jiný")));

        assertEquals(
                PATH,
                global.post(PATH + "/removal", Map.of("version", version))
                        .location()
                        .orElseThrow());
        assertEquals(1, rows());
        assertEquals(
                303,
                global.post(PATH + "/removal", Map.of("version", version())).status());
        assertEquals(0, rows());
        assertTrue(global.get(PATH).page().select("#body").val().contains("{customer}"));
    }

    @Test
    void theLogSaysWhoChangedWhat() {
        global.post(PATH + "/texts", with(Map.of("subject", "Zapsaný předmět")));
        global.post(PATH + "/removal", Map.of("version", version()));

        String log = global.open("/activity").page().select("main").text();

        assertTrue(log.contains("E-mail template changed"), log);
        assertTrue(log.contains("E-mail template set back"), log);
        assertTrue(log.contains("Zapsaný předmět") && log.contains("Čeština"), log);
    }

    @Test
    void theListSaysWhoseTextEachLanguageUses() {
        global.post(PATH + "/texts", fields());

        Document page = global.get("/settings/templates").page();

        assertEquals(4, page.select("tbody tr").size());
        assertEquals(1, page.select("tbody tr:contains(Your text)").size());
        assertTrue(page.select("tr:contains(Čeština)").text().contains("Szabó Katalin"));
        assertEquals(
                1,
                global.get("/settings")
                        .page()
                        .select("main .button[href=/settings/templates]")
                        .size());
    }

    private static Map<String, String> fields() {
        return with(Map.of());
    }

    private static Map<String, String> with(Map<String, String> other) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "version", "-1",
                "subject", "{partner} píše",
                "body", "Dlouhá zpráva pro {customer} od {person}\n\n{link}\n\nDo {until}",
                "body-relationship-only", "Jen vztah pro {customer}\n{link}",
                "short-body", "Krátce: {link}"));
        fields.putAll(other);
        return fields;
    }

    private static int rows() {
        return app.database().read(handle -> handle.createQuery("select count(*) from draft_template")
                .mapTo(Integer.class)
                .one());
    }

    private static String version() {
        return one("version");
    }

    private static String subject() {
        return one("subject");
    }

    private static String one(String column) {
        return app.database().read(handle -> handle.createQuery("select " + column + " from draft_template")
                .mapTo(String.class)
                .one());
    }
}
