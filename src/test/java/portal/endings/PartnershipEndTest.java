package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.TestApp;

/** A partnership ends at every point of an open joint invitation, on two nodes: what is made is whole or nothing. */
class PartnershipEndTest {
    private static TestApp first;
    private static TestApp second;
    private static Cast cast;
    private static Cast castOfSecond;
    private static Rows rows;
    private static Partnering partnering;
    private String partnership;

    @BeforeAll
    static void start() {
        first = TestApp.start().withoutJobs();
        second = first.secondNode();
        cast = new Cast(first);
        castOfSecond = new Cast(second);
        rows = Rows.of(first);
        partnering = new Partnering(cast);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        partnership = partnering.active("provider", "reseller");
    }

    private static String path(Asking.Asked asked) {
        return URI.create(asked.link()).getPath();
    }

    private Asking.Asked asked() {
        return Asking.by(cast.of("reseller-admin")).together(partnership).asked();
    }

    private void end() {
        Client provider = castOfSecond.of("provider-global");
        assertEquals(200, provider.get(partnership + "/ending").status());
        assertEquals(
                303,
                provider.post(partnership + "/ending", Map.of("reason", "Jinudy"))
                        .status());
    }

    private static void explained(Answer answer) {
        assertEquals(410, answer.status());
        assertEquals("These two companies no longer ask together", answer.heading());
        nothing();
    }

    private static void nothing() {
        for (String table : List.of(
                "relationship",
                "delegated_admin_grant",
                "acceptance_evidence",
                "agreement_acceptance",
                "shared_customer")) {
            assertEquals(0, rows.count(table), table);
        }
        assertEquals(0, rows.count("portfolio_entry", "state = 'active'"));
    }

    @Test
    void strangersAndAgentsDoNotEndIt() {
        for (String refused : List.of("provider-admin", "reseller-helpdesk")) {
            assertEquals(403, cast.of(refused).get(partnership + "/ending").status());
            assertEquals(
                    403,
                    cast.of(refused).post(partnership + "/ending", Map.of()).status());
        }
        assertEquals(
                404,
                partnering
                        .global("reseller2")
                        .post(partnership + "/ending", Map.of())
                        .status());
        assertEquals("active", rows.text("select state from partnership"));
    }

    @Test
    void whatEndsIsListedBeforehand() {
        asked();
        Answer page = cast.of("provider-global").get(partnership + "/ending");

        assertEquals(200, page.status());
        assertTrue(page.page().select("main li:contains(Jizerské sklo)").size() > 0);
        assertTrue(page.page().text().contains("not the designated support contact of any subscription"));
        assertTrue(page.page().text().contains("You share no customer."));
        assertEquals(
                422,
                cast.of("provider-global")
                        .post(partnership + "/ending", Map.of("reason", "x".repeat(501)))
                        .status());
        assertEquals("active", rows.text("select state from partnership"));
    }

    @Test
    void nobodyElseIsToldAndCustomersStay() {
        Asking.Asked asked = asked();
        Accepting.accept(cast.of("customer-a-global"), path(asked));
        assertTrue(cast.of("reseller-global")
                .get(partnership + "/ending")
                .page()
                .text()
                .contains("Jizerské sklo a.s."));
        rows.change("delete from outbox_mail");

        end();

        assertEquals(0, rows.count("outbox_mail"));
        assertEquals(1, rows.count("activity_entry", "action = 'partnership-ended'"));
        assertEquals(2, rows.count("relationship", "ended_at is null"));
        assertEquals(1, rows.count("delegated_admin_grant", "ended_at is null"));
        assertEquals(2, rows.count("portfolio_entry", "state = 'active'"));
        assertTrue(cast.of("provider-global").get(partnership).page().text().contains("Jinudy"));
        assertFalse(cast.of("reseller-global").get(partnership).page().text().contains("Jinudy"));
        assertEquals(
                303, cast.of("provider-global").get(partnership + "/ending").status());
    }

    @Test
    void endedBeforeTheFirstViewTheLinkExplainsIt() {
        Asking.Asked asked = asked();
        end();

        assertEquals(410, cast.of("nobody").get(path(asked)).status());
        explained(cast.of("customer-a-global").get(path(asked)));
        assertTrue(cast.of("reseller-admin").get(asked.path()).page().text().contains("has ended. Its link says so"));
    }

    @Test
    void endedAfterTheViewTheLinkExplainsIt() {
        Asking.Asked asked = asked();
        assertEquals(200, cast.of("customer-a-global").get(path(asked)).status());
        end();

        explained(cast.of("customer-a-global").get(path(asked)));
        explained(cast.of("customer-a-global").get(path(asked) + "/decline"));
    }

    @Test
    void endedBetweenTheSheetAndThePressNothingIsMade() {
        Asking.Asked asked = asked();
        Map<String, String> fields = Accepting.fields(cast.of("customer-a-global"), path(asked));
        end();

        explained(cast.of("customer-a-global").post(path(asked) + "/acceptance", fields));
        assertEquals("open", rows.text("select state from invitation"));
    }

    @Test
    void endedAfterwardsThePressStands() {
        Asking.Asked asked = asked();
        Map<String, String> fields = Accepting.fields(cast.of("customer-a-global"), path(asked));
        cast.of("customer-a-global").post(path(asked) + "/acceptance", fields);
        end();

        Answer again = cast.of("customer-a-global").post(path(asked) + "/acceptance", fields);

        assertEquals(200, again.status());
        assertEquals("You have accepted this request", again.heading());
        assertEquals(2, rows.count("relationship"));
    }

    @Test
    void anEndedOneIsNeitherRenewedNorSentNorReminded() {
        Asking.Asked asked = asked();
        Client reseller = cast.of("reseller-admin");
        assertEquals(
                303, reseller.post(asked.path() + "/deliveries", asked.draft()).status());
        assertEquals(1, rows.count("outbox_mail", "kind = 'invitation'"));
        end();

        Map<String, String> draft = new HashMap<>(asked.draft());
        reseller.post(asked.path() + "/deliveries", draft);
        reseller.post(asked.path() + "/renewal", Map.of());
        reseller.post(asked.path() + "/reminders", Map.of());
        rows.change("update invitation set sent_at = sent_at - interval 4 day");
        first.app().reminders().remindDue(first.clock().instant());

        assertEquals(1, rows.count("outbox_mail", "kind in ('invitation', 'reminder')"));
        assertEquals(1, rows.count("invitation_link", "dead_at is null"));
        explained(cast.of("customer-a-global").get(path(asked)));
    }

    @RepeatedTest(12)
    void atTheSameMomentItIsWholeOrNothing() {
        Asking.Asked asked = asked();
        Map<String, String> fields = Accepting.fields(cast.of("customer-a-global"), path(asked));
        Client provider = castOfSecond.of("provider-global");
        provider.get(partnership + "/ending");

        List<Answer> answers = new Crowd<Answer>()
                .with(() -> cast.of("customer-a-global").post(path(asked) + "/acceptance", fields))
                .with(() -> provider.post(partnership + "/ending", Map.of()))
                .go();

        assertEquals(303, answers.get(1).status());
        assertEquals("ended", rows.text("select state from partnership"));
        long made = rows.count("relationship");
        assertTrue(made == 0 || made == 2, () -> made + " relationships");
        if (made == 0) {
            explained(cast.of("customer-a-global").get(path(asked)));
        } else {
            assertEquals("accepted", rows.text("select state from invitation"));
            assertEquals(1, rows.count("shared_customer"));
            assertEquals(1, rows.count("acceptance_evidence"));
        }
    }

    @RepeatedTest(6)
    void ofAnInvitationAndTheEndAtOnceNoneRestsOnWhatIsGone() {
        Client provider = castOfSecond.of("provider-global");
        provider.get(partnership + "/ending");
        cast.of("reseller-admin").open("/");

        List<Answer> answers = new Crowd<Answer>()
                .with(() -> Asking.by(cast.of("reseller-admin"))
                        .together(partnership)
                        .send())
                .with(() -> provider.post(partnership + "/ending", Map.of()))
                .go();

        assertEquals(303, answers.get(1).status());
        assertTrue(answers.get(0).status() == 303 || answers.get(0).status() == 403);
        assertEquals("ended", rows.text("select state from partnership"));
    }

    @Test
    void twoWhoEndItAtOnceEndItOnce() {
        Client provider = cast.of("provider-global");
        Client reseller = castOfSecond.of("reseller-global");
        provider.get(partnership + "/ending");
        reseller.get(partnership + "/ending");

        List<Answer> answers = new Crowd<Answer>()
                .with(() -> provider.post(partnership + "/ending", Map.of()))
                .with(() -> reseller.post(partnership + "/ending", Map.of()))
                .go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals(1, rows.count("activity_entry", "action = 'partnership-ended'"));
    }
}
