package portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

/** What people choose for themselves. */
class PreferenceRoutesTest {
    private static final String PATH = "/settings/preferences";
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void nobodyWhoIsNotSignedInChoosesAnythingHere() {
        assertEquals(303, app.nobody().get(PATH).status());
    }

    @Test
    void everybodyWhoIsSignedInChooses() {
        for (String person : List.of(
                "customer-a-user", "direct-helpdesk", "norole", "operator", "customer-c-global", "newcomer-admin")) {
            Client client = app.as(person);
            assertEquals(200, client.get(PATH).status(), person);
            Answer saved = client.submit(PATH, Map.of("language", "pl", "time-zone", "Asia/Tokyo", "theme", "dark"));
            assertEquals(Texts.in(Language.PL).text("signin.preferences.title"), saved.heading(), person);
            assertEquals("dark", saved.page().selectFirst("html").attr("data-theme"));
            assertEquals(
                    "Asia/Tokyo",
                    saved.page().select("#time-zone option[selected]").val());
        }
        assertTrue(app.as("direct-helpdesk").get("/activity").page().text().contains("Asia/Tokyo"));
    }

    @Test
    void emptyChoicesGoByTheBrowserAndTheOrganization() {
        Client client = app.as("customer-b-global");
        client.post(PATH, Map.of("language", "cs", "time-zone", "UTC", "theme", "light"));
        Answer page = client.submit(PATH, Map.of("language", "", "time-zone", "", "theme", "system"));
        assertEquals("Your preferences", page.heading());
        assertTrue(page.page().select("#time-zone option[value='']").text().contains("Europe/Warsaw"));
        Map<String, Object> row =
                Rows.of(app).row("select language, time_zone, theme from person where name = 'Żaneta Gąsior'");
        assertNull(row.get("language"));
        assertNull(row.get("time_zone"));
        assertEquals("system", row.get("theme"));
    }

    @Test
    void oddChoicesAreSaidAtTheField() {
        Client client = app.as("direct-admin");
        client.get(PATH);
        Answer answer = client.post(PATH, Map.of("language", "xx", "time-zone", "Mars/Base", "theme", "pink"));
        assertEquals(422, answer.status());
        assertEquals(List.of("language", "time-zone", "theme"), answer.wrongFields());
        assertEquals(
                422,
                client.post(PATH, Map.of("theme", "dark", "time-zone", "x".repeat(5_000)))
                        .status());
    }
}
