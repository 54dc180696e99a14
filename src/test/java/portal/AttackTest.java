package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import portal.demo.DemoPeople;
import portal.platform.Logging;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

/** What somebody could try who wants in, or wants more than is theirs. */
class AttackTest {
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
    void nobodyOfAnotherTenantIsOperatorWhateverRolesItsAdminGaveOut() {
        try (TestApp elsewhere = TestApp.start(Map.of("OPERATOR_TENANT", "7e4a47c0-0000-4000-8000-000000000099"))) {
            Client helena = elsewhere.as("operator");
            for (String page : new String[] {"/people", "/mail", "/enrolments", "/agreements"}) {
                assertEquals(404, helena.get(page).status(), page);
            }
            assertEquals(0, Rows.of(elsewhere).count("session", "roles like '%operator%'"));
        }
        try (TestApp nowhere = TestApp.start(Map.of("OPERATOR_TENANT", ""))) {
            assertEquals(404, nowhere.as("operator").get("/people").status());
        }
        assertEquals(200, app.as("operator").get("/people").status());
    }

    @Test
    void aLogoutTokenEndsNoSessionThatBeganAfterIt() {
        app.as("reseller-admin");
        String subject = DemoPeople.person("reseller-admin").subject();
        String token = TestApp.provider().logoutToken(app.settings().get("OIDC_CLIENT_ID"), subject, null);
        assertEquals(200, tell(token).status());
        Client again = app.as("reseller-admin");
        Rows.of(app).change("update session set created_at = created_at + interval 1 minute");

        assertEquals(200, tell(token).status());

        assertEquals(200, again.get("/customers").status());
    }

    @Test
    void aLogoutTokenOfAnotherClientOrProviderOrWithoutASignatureIsRefused() {
        Client person = app.as("provider-admin");
        String subject = DemoPeople.person("provider-admin").subject();
        String ours = app.settings().get("OIDC_CLIENT_ID");
        String good = TestApp.provider().logoutToken(ours, subject, null);
        String[] parts = good.split("\\.");
        String none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        for (String token : new String[] {
            TestApp.provider().logoutToken("another-client", subject, null),
            none,
            parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 6) + "AAAAAA",
            "",
            "x.y.z"
        }) {
            assertEquals(400, tell(token).status(), token);
        }
        assertEquals(200, person.get("/customers").status());
    }

    private static Answer tell(String token) {
        return app.nobody().postRaw("/sign-out/back-channel", "logout_token=" + token);
    }

    @Test
    void strangersCannotFillTheDiskByUploads() {
        Client stranger = app.nobody();
        Answer answer = stranger.upload("/imports", Map.of(), "customers.csv", new byte[5_000_000]);
        assertEquals(303, answer.status());
        assertTrue(answer.location().orElseThrow().startsWith("/sign-in"));
        assertEquals(
                404,
                app.as("direct-global")
                        .upload("/imports", Map.of("csrf", "x"), "customers.csv", new byte[5_000_000])
                        .status());
    }

    @Test
    void wordsSomebodyMakesUpAreNotCountedForEver() {
        for (int i = 0; i < 5; i++) {
            app.nobody().send(HttpRequest.newBuilder(app.address()).method("MADEUP" + i, BodyPublishers.noBody()));
        }
        String metrics = app.app().metrics();
        assertFalse(metrics.contains("MADEUP"), metrics);
        assertTrue(metrics.contains("method=\"other\""), metrics);
    }

    @Test
    void atDebugNoSecretOrNameIsLogged() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putProperty("LOG_LEVEL", "DEBUG");
        context.reset();
        context.putProperty("LOG_LEVEL", "DEBUG");
        configure(context);
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.setContext(context);
        lines.start();
        root.addAppender(lines);
        try {
            assertEquals(Level.DEBUG, context.getLogger("portal").getLevel());
            Client person = app.as("dual-admin");
            person.get("/customers");
            person.get("/sign-in/return?code=s3cr3tc0de&state=x");
            StringBuilder all = new StringBuilder();
            lines.list.forEach(line -> all.append(line.getLoggerName())
                    .append(' ')
                    .append(line.getFormattedMessage())
                    .append('\n'));
            String name = DemoPeople.person("dual-admin").name();
            for (String secret : new String[] {"s3cr3tc0de", "session=", "eyJ", name, "code_verifier"}) {
                assertFalse(all.toString().contains(secret), () -> secret + " in " + all);
            }
            assertTrue(all.toString().contains("signed in as"), all.toString());
        } finally {
            root.detachAppender(lines);
            context.putProperty("LOG_LEVEL", "WARN");
            context.reset();
            configure(context);
        }
    }

    private static void configure(LoggerContext context) {
        Logging logging = new Logging();
        logging.setContext(context);
        logging.configure(context);
    }

    @Test
    void askingOverAndOverIsSlowedDown() {
        Client eager = app.nobody();
        int refused = 0;
        for (int i = 0; i < 45; i++) {
            refused += eager.get("/portals/microsoft-365/invitations/" + "x".repeat(43))
                                    .status()
                            == 429
                    ? 1
                    : 0;
        }
        assertTrue(refused > 0, "guessing links is slowed down");
    }
}
