package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
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

/** While a partner is suspended, its open invitations cannot be accepted; they stay open. */
class SuspendedPartnerTest {
    private static final UUID DIRECT = DemoPeople.person("direct-global").tenant();
    private static final String REASON = "Invoices are not paid.";
    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Client operator;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        operator = second.as("operator");
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

    private static Asking.Asked asked() {
        return Asking.by(cast.of("direct-admin")).asked();
    }

    private static void suspend() {
        assertEquals(
                303, Enrolling.decide(operator, DIRECT, "suspension", REASON).status());
    }

    @Test
    void customerIsToldCalmlyAndComesBackLater() {
        Asking.Asked asked = asked();
        Client customer = cast.of("customer-a-global");
        Map<String, String> fields = Accepting.fields(customer, asked.link());
        suspend();
        for (Language language : Language.values()) {
            customer.post("/preferences", Map.of("language", language.code(), "return", "/"));
            Answer page = customer.get(asked.link());
            assertEquals(403, page.status());
            assertEquals(Texts.in(language).text("invitations.verdict.partner-suspended.title"), page.heading());
            assertTrue(page.page().text().contains("Kék Duna Informatika Zrt."));
            assertTrue(page.page().text().contains("Středoevropský portál z.s."));
            assertFalse(page.page().text().contains(REASON), "what the operator told the partner is theirs");
        }
        customer.post("/preferences", Map.of("language", "en", "return", "/"));
        Answer pressed = customer.post(asked.link() + "/acceptance", fields);
        assertEquals(403, pressed.status());
        assertEquals(0, rows.count("relationship"));
        assertEquals("open", rows.text("select state from invitation"));

        assertEquals(303, Enrolling.decide(operator, DIRECT, "resumption", null).status());
        assertEquals(200, Accepting.accept(customer, asked.link()).status());
        assertEquals(1, rows.count("relationship"));
    }

    @Test
    void newCustomerDescribesNoCompanyForNothing() {
        Asking.Asked asked =
                Asking.by(cast.of("direct-admin")).with("domain", null).asked();
        suspend();
        Client newcomer = cast.of("customer-c-global");
        assertEquals(403, newcomer.get(asked.link()).status());
        assertEquals(
                303,
                newcomer.post(asked.link() + "/company", Map.of("company", "X")).status());
        assertEquals(0, rows.count("organization", "legal_name = 'X'"));
        assertEquals(403, cast.of("reseller-admin").get(asked.link()).status());
        assertEquals(200, app.nobody().get(asked.link()).status());
    }

    @Test
    void customerMaySayNoAllTheSame() {
        Asking.Asked asked = asked();
        suspend();
        Client customer = cast.of("customer-a-global");
        assertEquals(
                1,
                customer.get(asked.link())
                        .page()
                        .select("main a[href$=/decline]")
                        .size());
        assertEquals(
                303,
                customer.post(asked.link() + "/decline", Map.of("reason", "")).status());
        assertEquals("declined", rows.text("select state from invitation"));
    }

    @Test
    void standingLinkRestsToo() {
        Asking.Asked standing = Asking.by(cast.of("direct-admin"))
                .with("kind", "standing")
                .with("company", null)
                .with("domain", null)
                .with("email", null)
                .asked();
        suspend();
        assertEquals(403, cast.of("customer-b-global").get(standing.link()).status());
        assertEquals(0, rows.count("acceptance_evidence"));
    }

    @Test
    void nobodyIsRemindedOfWhatCannotBeAccepted() {
        Asking.Asked asked = asked();
        cast.of("direct-admin").submit(asked.path() + "/deliveries", asked.draft());
        app.sentMail();
        suspend();
        long mails = rows.count("outbox_mail", "invitation_id is not null");
        app.clock().pass(Duration.ofDays(8));
        app.app().reminders().remindDue(app.clock().instant());
        assertEquals(mails, rows.count("outbox_mail", "invitation_id is not null"));
        app.clock().pass(Duration.ofDays(-8));
    }

    /** Whoever comes second sees what the first did: never is anything accepted of a partner that is suspended already. */
    @Test
    void ofASuspensionAndAnAcceptanceAtOnceOneComesFirst() {
        Client customer = cast.of("customer-a-global");
        for (int round = 0; round < 12; round++) {
            rows.startAgain();
            Asking.Asked asked = asked();
            Map<String, String> fields = Accepting.fields(customer, asked.link());
            operator.get("/enrolments/" + DIRECT + "/suspension");
            List<Answer> answers = new Crowd<Answer>()
                    .with(() -> customer.post(asked.link() + "/acceptance", fields))
                    .with(() -> operator.post(
                            "/enrolments/" + DIRECT + "/suspension", Map.of("version", "0", "reason", REASON)))
                    .go();
            assertTrue(List.of(303, 403).contains(answers.get(0).status()));
            assertEquals("suspended", rows.text("select state from organization where id = ?", DIRECT));
            boolean accepted = rows.count("relationship") == 1;
            assertEquals(accepted ? "accepted" : "open", rows.text("select state from invitation"));
            assertEquals(accepted ? 1 : 0, rows.count("acceptance_evidence"));
            assertEquals(accepted ? 200 : 403, customer.get(asked.link()).status());
        }
    }

    /** The acceptance waits for the suspension, which has written the partner's row and not committed yet. */
    @Test
    void acceptanceThatWasShownBeforeLooksAgainInItsTransaction() {
        Asking.Asked asked = asked();
        Client customer = cast.of("customer-a-global");
        Map<String, String> fields = Accepting.fields(customer, asked.link());
        app.database().write(handle -> {
            handle.execute("update organization set state = 'suspended' where id = ?", DIRECT);
            Thread acceptance = new Thread(() -> customer.post(asked.link() + "/acceptance", fields));
            acceptance.start();
            try {
                acceptance.join(1_000);
                assertTrue(acceptance.isAlive(), "the acceptance waits");
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            return null;
        });
        portal.testing.Waiting.until(
                "the acceptance has seen it", () -> customer.get(asked.link()).status() == 403);
        assertEquals(0, rows.count("relationship"));
        assertEquals("open", rows.text("select state from invitation"));
    }
}
