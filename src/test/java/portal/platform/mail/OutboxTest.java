package portal.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;

class OutboxTest {
    private static final String WAITING = "due_at is not null";
    private static TestApp app;
    private static Client admin;
    private static Rows rows;
    private int mailsBefore;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("SESSION_IDLE_MINUTES", "10080", "SESSION_MINUTES", "43200"))
                .withoutJobs();
        admin = app.as("direct-admin");
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        app.mail().acceptAgain();
        app.sentMail();
        rows.startAgain();
        mailsBefore = app.mail().mails().size();
    }

    @AfterEach
    void letMailLeave() {
        app.mail().acceptAgain();
        rows.change("update outbox_mail set due_at = null");
    }

    /** Sends an invitation; gives its page. */
    private String send(String recipient) {
        Asking.Asked asked = Asking.by(admin).with("email", recipient).asked();
        assertEquals(
                303, admin.post(asked.path() + "/deliveries", asked.draft()).status());
        return asked.path();
    }

    private List<DemoMailServer.Mail> received() {
        List<DemoMailServer.Mail> mails = app.mail().mails();
        return mails.subList(0, mails.size() - mailsBefore);
    }

    private String messageId() {
        return rows.text("select message_id from outbox_mail");
    }

    @Test
    void pageDoesNotWaitForAMailServerThatIsAway() {
        app.mail().refuse(451);
        String path = send("jiri@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        shows(admin.get(path).page().select(".timeline").text(), "invitations.event.sent");
        assertEquals(0, received().size());
    }

    @Test
    void temporaryRefusalIsTriedAgainLaterUnderTheSameName() {
        app.mail().refuse(451);
        String path = send("jiri@jizerske-sklo.example");
        String name = messageId();
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error like '%Try again later%'") == 1);
        assertEquals(
                1, rows.count("outbox_mail", "due_at > utc_timestamp(6) and sent_at is null and refused_at is null"));
        assertEquals(0, rows.count("invitation_event", "kind in ('delivered', 'refused')"));

        app.mail().acceptAgain();
        app.clock().pass(Duration.ofHours(1));
        app.sentMail();

        List<DemoMailServer.Mail> mails = received();
        assertEquals(1, mails.size());
        assertEquals(List.of(name), mails.get(0).headers().get("Message-ID"));
        assertEquals(1, rows.count("invitation_event", "kind = 'delivered'"));
        assertEquals(1, rows.count("outbox_mail", "last_error is null and attempts = 2"));
        shows(admin.get(path).page().select(".timeline").text(), "invitations.event.delivered");
    }

    @Test
    void pausesGrowAndTheMailIsGivenUpAfterDays() {
        app.mail().refuse(451);
        String path = send("jiri@jizerske-sklo.example");
        for (int tries = 1; tries <= 4; tries++) {
            int number = tries;
            Waiting.until("it was tried", () -> rows.count("outbox_mail", "attempts >= ?", number) == 1);
            app.clock().pass(Duration.ofMinutes(10));
            app.app().postman().sendDue();
        }
        assertEquals(1, rows.count("outbox_mail", WAITING));
        app.clock().pass(Duration.ofDays(4));
        Waiting.until("it is given up", () -> {
            app.app().postman().sendDue();
            return rows.count("outbox_mail", "refused_at is not null and due_at is null") == 1;
        });
        shows(admin.get(path).page().select(".timeline").text(), "invitations.event.refused");
    }

    @Test
    void permanentRefusalStandsOnTheTimelineAndIsNotTriedAgain() {
        app.mail().refuse(550);
        String path = send("jiri@jizerske-sklo.example");
        Waiting.until("it was refused", () -> rows.count("outbox_mail", "refused_at is not null") == 1);
        assertEquals(1, rows.count("outbox_mail", "due_at is null and link_sealed is not null and sent_at is null"));
        String timeline = admin.get(path).page().select(".timeline").text();
        shows(timeline, "invitations.event.refused");
        assertTrue(timeline.contains("jiri@jizerske-sklo.example"));
        assertTrue(timeline.contains("No such mailbox"));

        app.mail().acceptAgain();
        app.clock().pass(Duration.ofDays(1));
        app.sentMail();
        assertEquals(0, received().size());
        assertEquals(1, rows.count("invitation_event", "kind = 'refused'"));
    }

    @Test
    void oneRefusedMailDoesNotHoldUpTheOthers() {
        app.mail().refuse(451);
        send("one@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        app.mail().acceptAgain();
        send("two@jizerske-sklo.example");
        Waiting.until("the other one arrives", () -> received().size() == 1);
        assertEquals(List.of("two@jizerske-sklo.example"), received().get(0).recipients());
    }

    @Test
    void mailWhoseKeyIsGoneDoesNotHoldUpTheOthers() {
        app.mail().refuse(451);
        send("one@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        rows.change("update outbox_mail set link_sealed = 'not sealed by any key of ours', due_at = utc_timestamp(6)");
        app.mail().acceptAgain();
        send("two@jizerske-sklo.example");
        Waiting.until("the other one arrives", () -> received().size() == 1);
        assertEquals(List.of("two@jizerske-sklo.example"), received().get(0).recipients());
        assertEquals(1, rows.count("outbox_mail", "recipient = 'one@jizerske-sklo.example' and sent_at is null"));
    }

    @Test
    void mailClaimedByANodeThatDiedIsSentAfterItsLease() {
        app.mail().refuse(451);
        send("jiri@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        app.mail().acceptAgain();
        rows.change(
                "update outbox_mail set attempts = 1, due_at = ?",
                LocalDateTime.ofInstant(app.clock().instant().plus(Duration.ofMinutes(2)), ZoneOffset.UTC));

        app.app().postman().sendDue();
        assertEquals(0, received().size(), "the lease holds");
        app.clock().pass(Duration.ofMinutes(3));
        app.sentMail();
        assertEquals(1, received().size());
        assertEquals(1, rows.count("outbox_mail", "sent_at is not null"));
    }

    @Test
    void twoNodesSendEachMailOnce() {
        app.mail().refuse(451);
        for (int i = 0; i < 20; i++) {
            send("customer-" + i + "@jizerske-sklo.example");
        }
        Waiting.until("all were tried", () -> rows.count("outbox_mail", "last_error is not null") == 20);
        app.mail().acceptAgain();
        try (TestApp second = app.secondNode()) {
            rows.change("update outbox_mail set due_at = utc_timestamp(6)");
            Crowd<Boolean> crowd = new Crowd<>();
            for (int i = 0; i < 8; i++) {
                TestApp node = i % 2 == 0 ? app : second;
                crowd.with(() -> {
                    node.app().postman().sendDue();
                    return true;
                });
            }
            crowd.go();
            Waiting.until("all have left", () -> rows.count("outbox_mail", WAITING) == 0);
        }
        Set<String> names = new HashSet<>();
        received().forEach(mail -> names.addAll(mail.headers().get("Message-ID")));
        assertEquals(20, received().size());
        assertEquals(20, names.size());
        assertEquals(20, rows.count("invitation_event", "kind = 'delivered'"));
    }

    @Test
    void sealedLinkGoesWhenTheMailHasLeft() {
        app.mail().refuse(451);
        send("jiri@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        assertEquals(1, rows.count("outbox_mail", "link_sealed is not null"));
        app.mail().acceptAgain();
        app.clock().pass(Duration.ofHours(1));
        app.sentMail();
        assertEquals(1, rows.count("outbox_mail", "link_sealed is null and text_body like '%{link}%'"));
    }

    @Test
    void bodiesAreErasedAfterThirtyDays() {
        send("jiri@jizerske-sklo.example");
        app.sentMail();
        app.mail().refuse(550);
        send("nobody@jizerske-sklo.example");
        Waiting.until("it was refused", () -> rows.count("outbox_mail", "refused_at is not null") == 1);

        Outbox.eraseOldBodies(app.database(), app.clock().instant().plus(Duration.ofDays(29)));
        assertEquals(2, rows.count("outbox_mail", "text_body is not null and html_body is not null"));
        Outbox.eraseOldBodies(app.database(), app.clock().instant().plus(Duration.ofDays(31)));
        assertEquals(2, rows.count("outbox_mail", "text_body is null and html_body is null and last_error is null"));
        assertEquals(2, rows.count("outbox_mail", "subject <> '' and recipient <> ''"));
    }

    @Test
    void bodiesOfMailThatStillWaitsStay() {
        app.mail().refuse(451);
        send("jiri@jizerske-sklo.example");
        Waiting.until("it was tried", () -> rows.count("outbox_mail", "last_error is not null") == 1);
        Outbox.eraseOldBodies(app.database(), app.clock().instant().plus(Duration.ofDays(60)));
        assertEquals(1, rows.count("outbox_mail", "text_body is not null"));
    }

    @Test
    void everyMailHasANameOfItsOwn() {
        send("one@jizerske-sklo.example");
        send("two@jizerske-sklo.example");
        app.sentMail();
        List<String> names = rows.texts("select message_id from outbox_mail");
        assertEquals(2, Set.copyOf(names).size());
        names.forEach(name -> assertTrue(name.matches("<[0-9a-f-]{36}@portal\\.example>"), name));
        names.forEach(name -> assertFalse(UUID.fromString(name.substring(1, 37)).equals(new UUID(0, 0))));
    }

    private static void shows(String shown, String key) {
        assertTrue(shown.contains(Texts.in(Language.EN).text(key)), () -> key + " in " + shown);
    }
}
