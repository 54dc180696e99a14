package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.TestDatabase;
import portal.testing.Waiting;
import portal.testing.Wire;

class OutageTest {
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private final Wire wire = new Wire(TestDatabase.newSchema());
    private final DemoMailServer mailServer =
            DemoMailServer.start(Path.of("target", "test-mail", Ids.next().toString()), 0);
    private final Wire mail = new Wire("smtp://127.0.0.1:" + mailServer.port() + "/");
    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.start(Map.of("DB_URL", wire.url(), "SMTP_URL", mail.url().replaceFirst("/$", "")));
    }

    @AfterEach
    void stop() {
        app.close();
        wire.close();
        mail.close();
        mailServer.close();
    }

    @Test
    void aStrangerIsServedWhileTheDatabaseIsAway() {
        Client nobody = app.nobody();
        wire.cut();
        assertEquals(200, nobody.get("/").status());
        assertEquals(200, nobody.get("/health/live").status());
        Waiting.until(
                "it is noticed",
                Duration.ofSeconds(2),
                () -> nobody.get("/health/ready").status() == 503);
    }

    @Test
    void oneWhoIsSignedInIsAskedToComeBackAndThenServedAgain() {
        Client admin = app.as("direct-admin").preferring("cs");
        wire.cut();

        Answer away = admin.get("/activity");

        assertEquals(503, away.status());
        assertTrue(Integer.parseInt(away.header("Retry-After")) > 0);
        assertEquals(Texts.in(Language.CS).text("errors.unavailable.title"), away.heading());
        assertTrue(away.text().contains(away.header("X-Request-Id")));
        wire.mend();
        assertEquals(200, servedSoon(admin, "/activity").status());
        assertEquals(200, app.nobody().get("/health/ready").status());
    }

    private static Answer servedSoon(Client client, String path) {
        Instant latest = Instant.now().plus(RECOVERY);
        Answer answer = client.get(path);
        while (answer.status() == 503 && Instant.now().isBefore(latest)) {
            answer = client.get(path);
        }
        return answer;
    }

    @Test
    void oneWhoseAnswerWasLostIsToldToLookAndFindsItDone() {
        Client admin = app.as("direct-admin");
        Asking.Asked asked = Asking.by(admin).asked();
        Client helper = app.as("direct-global");
        helper.get(asked.path() + "/revocation");
        wire.breakAt(Wire.Break.BEFORE_ITS_ANSWER, "by mistake");

        Answer unknown = helper.post(asked.path() + "/revocation", Map.of("reason", "by mistake"));

        assertEquals(503, unknown.status());
        assertFalse(unknown.header("Retry-After").isEmpty());
        assertEquals(Texts.in(Language.EN).text("errors.outcome-unknown.title"), unknown.heading());
        assertTrue(servedSoon(helper, asked.path()).page().text().contains("by mistake"));
    }

    @Test
    void mailThatLeftIsNotSentAgainHoweverLongTheDatabaseIsAway() throws InterruptedException {
        Client admin = app.as("direct-admin");
        letMailHang(admin);
        wire.cut();
        mail.mend();
        Waiting.until("it has arrived", () -> !mailServer.mails().isEmpty());
        app.clock().pass(Duration.ofMinutes(3));
        TimeUnit.MILLISECONDS.sleep(1_500);
        wire.mend();
        assertEquals(200, servedSoon(admin, "/activity").status());

        Waiting.until("it is written down", () -> mails("sent_at is not null") == 1);
        assertEquals(1, mails("attempts = 1"));
        assertEquals(1, mailServer.mails().size());
    }

    @Test
    void nodeThatStopsFirstWritesDownTheMailItIsSending() throws InterruptedException {
        letMailHang(app.as("direct-admin"));
        Thread stopping = new Thread(() -> app.app().postman().close(), "stopping");
        stopping.start();
        TimeUnit.MILLISECONDS.sleep(300);
        mail.mend();
        stopping.join();

        assertEquals(1, mails("sent_at is not null and attempts = 1"));
        assertEquals(1, mailServer.mails().size());
    }

    /** Asks by mail, which does not get on at the mail server. */
    private void letMailHang(Client client) {
        mail.freeze();
        Asking.Asked asked =
                Asking.by(client).with("email", "jiri@jizerske-sklo.example").asked();
        assertEquals(
                303, client.post(asked.path() + "/deliveries", asked.draft()).status());
        Waiting.until("it is being sent", mail::used);
    }

    private long mails(String condition) {
        return Rows.of(app).count("outbox_mail", condition);
    }
}
