package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Writing;

class RemindersTest {
    private static final Duration DAY = Duration.ofDays(1);

    private static TestApp app;
    private static Writing writing;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
        writing = Writing.to(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Asking.Asked sent(String email) {
        Client partner = writing.as("direct-admin");
        Asking.Asked asked =
                Asking.by(partner).with("company", email).with("email", email).asked();
        assertEquals(
                303, partner.post(asked.path() + "/deliveries", asked.draft()).status());
        return asked;
    }

    private static void daysPass(long days) {
        // mail on its way would be due again when its lease is jumped over
        app.sentMail();
        app.clock().pass(DAY.multipliedBy(days).plusMinutes(1));
    }

    private static int reminded(String email) {
        app.app().reminders().remindDue(app.clock().instant());
        return writing.mails("reminder", email);
    }

    @Test
    void twoRemindersGoOutAndNoMore() {
        Asking.Asked asked = sent("dva@sklo.example");

        assertEquals(0, reminded("dva@sklo.example"));
        daysPass(2);
        assertEquals(0, reminded("dva@sklo.example"));
        daysPass(1);
        assertEquals(1, reminded("dva@sklo.example"));
        assertEquals(1, reminded("dva@sklo.example"));
        daysPass(20);
        assertEquals(1, reminded("dva@sklo.example"));
        daysPass(6);
        assertEquals(2, reminded("dva@sklo.example"));
        daysPass(1);
        assertEquals(2, reminded("dva@sklo.example"));

        List<DemoMailServer.Mail> mails = app.sentMail().stream()
                .filter(mail -> mail.recipients().contains("dva@sklo.example"))
                .toList();
        assertEquals(3, mails.size());
        assertTrue(mails.get(0).text().contains(asked.link()), mails.get(0).text());
        assertTrue(mails.get(0).replyTo().toString().contains("gergo.kovacs@kek-duna.example"));
        assertEquals(
                2,
                writing.count(
                        "select count(*) from invitation_event where invitation_id = ? and kind = 'reminded'",
                        Writing.id(asked)));
    }

    @Test
    void whoHasLookedOrWrittenOrAnsweredIsNotReminded() {
        Asking.Asked seen = sent("videl@sklo.example");
        Asking.Asked questioned = sent("ptal@sklo.example");
        Asking.Asked declined = sent("odmitl@sklo.example");
        Asking.Asked off = sent("vypnuto@sklo.example");
        Asking.by(writing.as("direct-admin"))
                .with("email", "neposlano@sklo.example")
                .asked();
        Client admin = writing.as("customer-a-global");
        admin.get(seen.link());
        writing.question(writing.nobody(), questioned.link(), "Proč?");
        admin.get(declined.link() + "/decline");
        admin.post(declined.link() + "/decline", Map.of("reason", ""));
        app.database()
                .write(handle -> handle.execute("update invitation set remind = false where id = ?", Writing.id(off)));

        daysPass(4);

        for (String who : List.of("videl", "ptal", "odmitl", "vypnuto", "neposlano")) {
            assertEquals(0, reminded(who + "@sklo.example"), who);
        }
    }

    @Test
    void twoNodesRemindAndWarnOnce() {
        sent("uzly@sklo.example");
        try (TestApp second = app.secondNode()) {
            daysPass(4);
            both(second, (node, now) -> node.app().reminders().remindDue(now));
            assertEquals(1, writing.mails("reminder", "uzly@sklo.example"));

            daysPass(25);
            both(second, (node, now) -> node.app().reminders().warnOfEnd(now));
            app.app().reminders().warnOfEnd(app.clock().instant());
            assertEquals(
                    1,
                    writing.count("select count(*) from invitation_event e join invitation i on i.id = e.invitation_id"
                            + " where i.email = 'uzly@sklo.example' and e.kind = 'expiring'"));
            assertEquals(
                    1,
                    writing.mailsAbout("uzly@sklo.example").stream()
                            .filter(mail -> mail.recipients().contains("gergo.kovacs@kek-duna.example"))
                            .count());
        }
    }

    private interface Work {
        void on(TestApp node, Instant now);
    }

    private static void both(TestApp second, Work work) {
        Instant now = app.clock().instant();
        List<CompletableFuture<Void>> runs = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> work.on(i % 2 == 0 ? app : second, now)))
                .toList();
        runs.forEach(CompletableFuture::join);
    }

    @Test
    void theInvitingSideRemindsByHandTwiceAtMost() {
        Asking.Asked asked = sent("rucne@sklo.example");
        Client partner = writing.as("direct-admin");
        Client other = writing.as("reseller-admin");
        other.get("/");
        assertEquals(404, other.post(asked.path() + "/reminders", Map.of()).status());
        Client helpdesk = writing.as("direct-helpdesk");
        helpdesk.get(asked.path());
        assertEquals(403, helpdesk.post(asked.path() + "/reminders", Map.of()).status());
        assertFalse(partner.get(asked.path())
                .page()
                .select("form[action$=/reminders]")
                .isEmpty());

        for (int i = 0; i < 3; i++) {
            partner.post(asked.path() + "/reminders", Map.of());
        }

        assertEquals(2, writing.mails("reminder", "rucne@sklo.example"));
        Answer page = partner.get(asked.path());
        assertTrue(page.page().select("form[action$=/reminders]").isEmpty());
        assertFalse(page.page()
                .select("button[disabled][aria-describedby=remind-why]")
                .isEmpty());
        daysPass(4);
        assertEquals(2, reminded("rucne@sklo.example"));
    }

    @Test
    void aNewLinkIsNotRemindedOfBeforeItIsSent() {
        Asking.Asked asked = sent("znovu@sklo.example");
        Client partner = writing.as("direct-admin");
        partner.get(asked.path());
        partner.submit(asked.path() + "/renewal", Map.of());

        daysPass(4);

        assertEquals(0, reminded("znovu@sklo.example"));
    }
}
