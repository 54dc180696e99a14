package portal.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.portfolio.ManyRows;
import portal.portfolio.Resorting;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.TestApp;

/** A partner changes what it says of itself. */
class OrganizationSettingsTest {
    private static final String PATH = "/settings/organization";
    private static final UUID DIRECT = DemoPeople.person("direct-global").tenant();
    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    private static Map<String, String> fields(Client client) {
        Map<String, String> fields = new HashMap<>();
        for (Element field : client.get(PATH).page().select("form[action$=/profile] [name]")) {
            boolean choice = field.tagName().equals("select");
            fields.put(
                    field.attr("name"),
                    choice ? field.select("option[selected]").val() : field.val());
        }
        fields.remove("csrf");
        fields.put("support-email", "podpora@kek-duna.example");
        fields.put("notification-email", "iroda@kek-duna.example");
        return fields;
    }

    private static Answer save(Client client, Map<String, String> fields) {
        return client.post(PATH + "/profile", fields);
    }

    @Test
    void agentsReadTheProfileAndAreToldWhoMayChangeIt() {
        Client agent = cast.of("direct-admin");
        Answer page = agent.get(PATH);
        assertEquals(
                "edit-why", page.page().selectFirst("main button[disabled]").attr("aria-describedby"));
        assertTrue(page.page().getElementById("edit-why").text().contains("Global admin"));
        assertTrue(page.page().text().contains("Bem rakpart 9."));
        assertEquals(403, save(agent, Map.of()).status());
        assertEquals(404, save(cast.of("customer-a-global"), Map.of()).status());
    }

    @Test
    void whatAGlobalAdminSavesIsKeptAndLoggedWithWhatWasBefore() {
        Client admin = cast.of("reseller-global");
        Map<String, String> fields = fields(admin);
        fields.put("legal-name", "Modrá Řeka IT a.s.");
        fields.put("support-website", "https://modra-reka.example/podpora");
        fields.put("postal-code", "60200");
        assertEquals(303, save(admin, fields).status());
        Map<String, Object> row = rows.row("select * from organization where legal_name = 'Modrá Řeka IT a.s.'");
        assertEquals("60200", row.get("postal_code"));
        assertEquals("https://modra-reka.example/podpora", row.get("support_website"));
        assertEquals("podpora@kek-duna.example", row.get("support_email"));
        Map<String, Object> entry = rows.row(
                "select * from activity_entry where action = 'organization-edited' and organization_id = ?",
                row.get("id"));
        assertTrue(
                String.valueOf(entry.get("old_value")).contains("Obchodní firma: Modrá Řeka IT s.r.o."),
                entry.toString());
        assertTrue(
                String.valueOf(entry.get("new_value")).contains("Obchodní firma: Modrá Řeka IT a.s."),
                entry.toString());
        assertTrue(cast.of("reseller-admin").get("/").page().text().contains("Modrá Řeka IT a.s."));
        // nothing changed, nothing logged
        assertEquals(303, save(admin, fields(admin)).status());
        assertEquals(
                1,
                rows.count("activity_entry", "action = 'organization-edited' and organization_id = ?", row.get("id")));
    }

    @Test
    void staleEditIsToldAndLosesNothing() {
        Client admin = cast.of("provider-global");
        Map<String, String> slow = fields(admin);
        Map<String, String> quick = new HashMap<>(slow);
        quick.put("city", "Gdańsk");
        assertEquals(303, save(admin, quick).status());
        slow.put("city", "Sopot");
        Answer stale = save(admin, slow);
        assertEquals(409, stale.status());
        assertEquals("Sopot", stale.page().select("#city").val());
        assertTrue(stale.page().select(".notice.warn").text().contains("Gdańsk"));
        assertEquals("Gdańsk", rows.text("select city from organization where domain = 'baltyk-dystrybucja.example'"));
        slow.put("version", stale.page().select("input[name=version]").val());
        assertEquals(303, save(admin, slow).status());
        assertEquals("Sopot", rows.text("select city from organization where domain = 'baltyk-dystrybucja.example'"));
    }

    @Test
    void ofManyEditsOfOneStateOneWins() {
        Client admin = cast.of("gov-global");
        Client elsewhere = second.as("gov-global");
        Map<String, String> fields = fields(admin);
        elsewhere.get(PATH);
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 8; i++) {
            Map<String, String> one = new HashMap<>(fields);
            one.put("address-line2", "Floor " + i);
            Client client = i % 2 == 0 ? admin : elsewhere;
            crowd.with(() -> save(client, one));
        }
        List<Integer> statuses =
                crowd.go().stream().map(Answer::status).sorted().toList();
        assertEquals(1, statuses.stream().filter(status -> status == 303).count(), statuses.toString());
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "legal-name,``",
                "legal-name,LONG",
                "legal-name,HIDDEN",
                "mpn-id,12a",
                "address-line1,LONG",
                "city,``",
                "postal-code,x",
                "phone,x",
                "support-email,x",
                "support-phone,x",
                "support-website,ftp://x.example",
                "notification-email,``",
                "language,xx",
                "time-zone,Mars",
                "time-zone,LONG"
            })
    void whatNeedsAnotherLookIsSaidAtTheField(String field, String value) {
        Client admin = cast.of("direct-global");
        Map<String, String> fields = fields(admin);
        fields.put(field, value.equals("LONG") ? "ě".repeat(301) : value.equals("HIDDEN") ? "a\u202Eb" : value);
        Answer answer = save(admin, fields);
        assertEquals(422, answer.status());
        assertEquals(List.of(field), answer.wrongFields());
    }

    @Test
    void countryStaysWhateverIsSent() {
        Client admin = cast.of("direct-global");
        Map<String, String> fields = fields(admin);
        fields.put("country", "US");
        fields.put("cloud", "germany");
        assertEquals(303, save(admin, fields).status());
        assertEquals(
                "HU public", rows.text("select concat(country, ' ', cloud) from organization where id = ?", DIRECT));
    }

    /** With another language the Customers page has another order, also beyond what one transaction sorts. */
    @Test
    void customersPageFollowsTheLanguageOfTheOrganization() {
        Client admin = cast.of("outside-global");
        PartnerId partner = new PartnerId(DemoPeople.person("outside-global").tenant());
        new ManyRows(app.database()).add(partner, 1_100);
        rows.change(
                "update portfolio_entry set name = 'Chata 1 s.r.o.' where partner_id = ? and name like 'Čáslav 0 %'",
                partner.value());
        Map<String, String> fields = fields(admin);
        fields.put("language", "cs");
        Answer saved = save(admin, fields);
        assertEquals(303, saved.status());
        String keys = "select name from portfolio_entry where partner_id = ? order by name_key, id";
        Resorting resorting = new Resorting(app.database());
        resorting.resortAsked(app.clock().instant());
        assertEquals(1, rows.count("portfolio_resorting"), "not while somebody may still write in the language before");
        resorting.resortAsked(app.clock().instant().plus(Duration.ofSeconds(6)));
        assertEquals(0, rows.count("portfolio_resorting"));
        List<String> czech = rows.texts(keys, partner.value());
        assertEquals(sorted(czech, Language.CS), czech);
        // the labels' rows follow
        assertEquals(
                rows.count("portfolio_label", "partner_id = ?", partner.value()),
                rows.count(
                        "portfolio_label",
                        "partner_id = ? and name_key = (select name_key from portfolio_entry e where e.id = entry_id)",
                        partner.value()));
        fields = fields(admin);
        fields.put("language", "hu");
        assertEquals(303, save(admin, fields).status());
        assertEquals(1_100, resorting.resort(partner));
        List<String> hungarian = rows.texts(keys, partner.value());
        assertEquals(sorted(hungarian, Language.HU), hungarian);
        assertTrue(resorting.resortAll() >= 1_100);
    }

    private static List<String> sorted(List<String> names, Language language) {
        return names.stream()
                .sorted(Texts.in(language).<String>byLabel(name -> name))
                .toList();
    }

    @Test
    void pagesAreReadInEveryLanguage() {
        Client admin = app.as("direct-global");
        for (Language language : Language.values()) {
            admin.post("/preferences", Map.of("language", language.code(), "return", "/"));
            assertEquals(
                    Texts.in(language).text("settings.organization.title"),
                    admin.get(PATH).heading());
            assertEquals(
                    Texts.in(language).text("signin.preferences.title"),
                    admin.get("/settings/preferences").heading());
            assertEquals(
                    Texts.in(language).text("layout.menu.settings"),
                    admin.get("/settings").heading());
        }
        rows.change("update person set language = null");
    }
}
