package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class LinksNotShownAgainTest {
    private static final String ANOTHER_KEY =
            Base64.getEncoder().encodeToString(new byte[32]).replace('A', 'B');

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("LINKS_SHOWN_AGAIN", "false"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void nothingTheDatabaseHoldsGivesTheLinkBack() {
        Asking.by(app.as("direct-admin")).asked();

        int copies = app.database().read(handle -> handle.createQuery(
                        "select count(*) from invitation_link where secret_sealed is not null")
                .mapTo(Integer.class)
                .one());
        assertEquals(0, copies);
    }

    @Test
    void aColleagueIsToldThatTheLinkIsNotKept() {
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
        Client colleague = app.as("direct-global");

        Answer draft = colleague.get(asked.path() + "/draft");

        assertEquals("The link is no longer shown", draft.heading());
        assertFalse(draft.text().contains(asked.link()));
        assertEquals(
                asked.path() + "/renewal",
                draft.page().selectFirst("main form[method=post]").attr("action"));
        assertTrue(colleague.get(asked.path() + "/draft.eml").contentType().startsWith("text/html"));
    }

    @Test
    void aLinkWhoseKeyIsLostIsNoLongerShownEither() {
        try (TestApp keeping = app.secondNode(Map.of("LINKS_SHOWN_AGAIN", "true"));
                TestApp keyless = keeping.secondNode(Map.of("PORTAL_KEY", ANOTHER_KEY))) {
            Client maker = keeping.as("direct-admin");
            Asking.Asked asked = Asking.by(maker).asked();
            assertEquals("Draft e-mail", maker.get(asked.path() + "/draft").heading());

            Answer draft = maker.movedTo(keyless.address()).get(asked.path() + "/draft");

            assertEquals("The link is no longer shown", draft.heading());
        }
    }

    @Test
    void whoMadeItFinishesTheDraftForAnHour() {
        Client maker = app.as("direct-admin");
        Asking.Asked asked = Asking.by(maker).asked();
        Map<String, String> fields = new HashMap<>(asked.draft());
        fields.put("subject", "Jiný předmět");

        assertEquals(
                "Draft e-mail", maker.submit(asked.path() + "/draft", fields).heading());
        assertEquals("message/rfc822", maker.get(asked.path() + "/draft.eml").contentType());
        Answer reloaded = maker.get(asked.path() + "/draft");
        assertTrue(reloaded.page().select("#body").val().contains(asked.link()));
        assertEquals("Jiný předmět", reloaded.page().select("#subject").val());
        assertEquals(
                asked.path(),
                maker.post(asked.path() + "/deliveries", fields).location().orElseThrow());
        assertTrue(app.sentMail().get(0).text().contains(asked.link()));
        assertEquals(200, app.as("customer-a-global").get(asked.link()).status());
    }

    @Test
    void afterTheHourThePageNoLongerShowsItButATextThatHoldsItIsSaved() {
        Client maker = app.as("direct-admin");
        Asking.Asked asked = Asking.by(maker).asked();
        app.clock().pass(Duration.ofMinutes(59));
        assertEquals("Draft e-mail", maker.open(asked.path() + "/draft").heading());

        app.clock().pass(Duration.ofMinutes(2));

        assertEquals(
                "The link is no longer shown",
                maker.open(asked.path() + "/draft").heading());
        assertEquals(
                "Draft e-mail",
                maker.submit(asked.path() + "/draft", asked.draft()).heading());
        assertTrue(maker.open(asked.path() + "/draft").text().contains(asked.link()));
    }

    @Test
    void aNewLinkIsShownToItsMakerAndTheOldOneIsDead() {
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
        Client colleague = app.as("direct-global");

        Answer draft = colleague.submit(asked.path() + "/renewal", Map.of());

        String link = draft.page().selectFirst("#formatted a").attr("href");
        assertNotEquals(asked.link(), link);
        assertEquals(200, app.as("customer-a-global").get(link).status());
        assertEquals(404, app.as("customer-a-global").get(asked.link()).status());
    }

    @Test
    void theMakersCookieOfAnOldLinkShowsNothing() {
        Client maker = app.as("direct-admin");
        Asking.Asked asked = Asking.by(maker).asked();
        app.as("direct-global").submit(asked.path() + "/renewal", Map.of());

        Answer saved = maker.post(asked.path() + "/draft", asked.draft());

        assertEquals(
                "The link is no longer shown",
                maker.get(asked.path() + "/draft").heading());
        assertEquals(422, saved.status());
        assertTrue(saved.page().select("pre").text().contains("Dobrý den"), "what was written is not lost");
    }

    @Test
    void aTextWithTheLinkOfAnotherInvitationIsNotSaved() {
        Asking.Asked other = Asking.by(app.as("reseller-admin")).asked();
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
        Map<String, String> fields = new HashMap<>(asked.draft());
        fields.put("body", "Dobrý den " + other.link());

        assertEquals(
                422,
                app.as("direct-global").post(asked.path() + "/draft", fields).status());
    }

    @Test
    void theSameRequestSentTwiceStillShowsTheLinkThatWorks() {
        Client maker = app.as("direct-admin");
        Asking request = Asking.by(maker);
        String draft = request.send().location().orElseThrow();
        assertEquals(303, request.send().status());

        String link = maker.get(draft).page().selectFirst("#formatted a").attr("href");

        assertEquals(200, app.as("customer-a-global").get(link).status());
    }
}
