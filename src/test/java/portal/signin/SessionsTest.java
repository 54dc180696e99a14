package portal.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class SessionsTest {
    private static final String STRANGER = "direct-helpdesk";
    private static final String PERSON = "direct-admin";

    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.start();
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void aStrangerEndsNobodysSession() {
        Client here = app.as(PERSON);
        app.as(PERSON);
        String ending = other(here);
        assertEquals(404, app.as(STRANGER).post(ending, Map.of()).status());
        assertEquals(2, listed(here).size());
    }

    @Test
    void somebodySeesTheirSessionsAndSignsOutElsewhere() {
        Client here = app.as(PERSON);
        Client there = app.as(PERSON);
        Client elsewhere = app.as(PERSON);
        assertEquals(3, listed(here).size());

        assertEquals(303, here.post(other(here), Map.of()).status());
        assertEquals(2, listed(here).size());
        here.post("/sessions/endings", Map.of());

        assertEquals(1, listed(here).size());
        assertEquals(303, there.get("/customers").status());
        assertEquals(303, elsewhere.get("/customers").status());
        assertEquals(200, here.get("/customers").status());
    }

    @Test
    void everybodyReadsThePageInTheirLanguage() {
        for (Language language : Language.values()) {
            Client client = app.as(PERSON).preferring(language.code());
            assertEquals(
                    Texts.in(language).text("signin.sessions.title"),
                    client.get("/sessions").heading());
        }
    }

    @Test
    void strangersCannotEndSessionsInTheProvidersName() {
        Client here = app.as(PERSON);
        String client = app.settings().get("OIDC_CLIENT_ID");
        for (String token : List.of(
                "",
                "no.token.atall",
                TestApp.provider().logoutToken("another-client", subject(), null),
                TestApp.provider().logoutToken(client, subject(), null) + "x")) {
            assertEquals(400, tell(token).status(), token);
        }
        assertEquals(200, here.get("/customers").status());
    }

    @Test
    void theProviderEndsOneSessionOrAllOfAPerson() {
        Client here = app.as(PERSON);
        Client there = app.as(PERSON);
        Client stranger = app.as(STRANGER);
        String client = app.settings().get("OIDC_CLIENT_ID");
        String session = app.database().read(handle -> handle.createQuery(
                        "select provider_session from session s join person p on p.id = s.person_id "
                                + "where p.subject = :subject order by s.created_at limit 1")
                .bind("subject", subject())
                .mapTo(String.class)
                .one());

        assertEquals(
                200, tell(TestApp.provider().logoutToken(client, null, session)).status());
        assertEquals(303, here.get("/customers").status());
        assertEquals(200, there.get("/customers").status());
        assertEquals(
                200,
                tell(TestApp.provider().logoutToken(client, subject(), null)).status());
        assertEquals(303, there.get("/customers").status());
        assertEquals(200, stranger.get("/customers").status());
        assertEquals(1, Rows.of(app).count("session"));
    }

    private Answer tell(String token) {
        return app.nobody().postRaw("/sign-out/back-channel", "logout_token=" + token);
    }

    private String subject() {
        return portal.demo.DemoPeople.people().stream()
                .filter(person -> person.value().equals(PERSON))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private static List<String> listed(Client client) {
        Answer page = client.get("/sessions");
        assertEquals(200, page.status());
        return page.page().select("tbody tr").eachText();
    }

    private static String other(Client client) {
        String action = client.get("/sessions").page().selectFirst("tbody form").attr("action");
        assertTrue(UUID.fromString(action.split("/")[2]).version() > 0);
        return action;
    }
}
