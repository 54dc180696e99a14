package portal.partnerships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.TestApp;

class PartnershipLinkRoutesTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Partnering partnering;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        partnering = new Partnering(cast);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
    }

    private static String made() {
        Client provider = cast.of("provider-global");
        provider.open("/partnerships/new?side=provider");
        Answer answer = provider.post("/partnership-links", Map.of("side", "provider"));
        assertEquals(200, answer.status());
        return URI.create(answer.page().select("#made").text()).getPath();
    }

    @Test
    void strangersSeeWhoAsksAndNothingChanges() {
        String link = made();

        Answer page = cast.of("nobody").get(link);
        assertEquals(200, page.status());
        assertTrue(page.heading().contains("Bałtyk Dystrybucja S.A."));
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals(
                Map.of(
                        "customer-a-global", 403,
                        "direct-admin", 403,
                        "provider2-admin", 403,
                        "reseller-admin", 403,
                        "provider-admin", 200,
                        "reseller-global", 200),
                Map.of(
                        "customer-a-global",
                                cast.of("customer-a-global").get(link).status(),
                        "direct-admin", cast.of("direct-admin").get(link).status(),
                        "provider2-admin", cast.of("provider2-admin").get(link).status(),
                        "reseller-admin", cast.of("reseller-admin").get(link).status(),
                        "provider-admin", cast.of("provider-admin").get(link).status(),
                        "reseller-global", cast.of("reseller-global").get(link).status()));
        assertEquals(
                410,
                cast.of("nobody").get("/partnership-links/" + "x".repeat(43)).status());
        assertEquals(410, cast.of("nobody").get("/partnership-links/x").status());
        for (String refused : List.of("customer-a-global", "direct-admin", "reseller-admin", "provider-admin")) {
            cast.of(refused).post(link + "/acceptance", Map.of("agrees", "yes", "statement", "0"));
        }
        assertEquals(0, rows.count("partnership"));
    }

    @Test
    void theSecretStandsNowhereInClear() {
        String secret = made().replaceFirst(".*/", "");

        assertEquals(43, secret.length());
        assertEquals(List.of(), rows.holding(secret));
    }

    @Test
    void eachGlobalAdminOfTheOtherSideFormsAPartnership() {
        String link = made();
        Client reseller = cast.of("reseller-global");

        assertEquals(
                422,
                reseller.post(link + "/acceptance", Map.of("statement", statement(reseller, link)))
                        .status());
        assertEquals(303, Partnering.accept(reseller, link).status());
        assertEquals(303, Partnering.accept(partnering.global("dual"), link).status());

        assertEquals(2, rows.count("partnership", "state = 'active' and asked_by = 'provider'"));
        assertEquals("2", rows.text("select acceptances from partnership_link"));
        Answer again = reseller.get(link);
        assertEquals(200, again.status());
        assertEquals("You are partners already", again.heading());
        assertEquals(2, rows.count("outbox_mail", "kind = 'partnership-accepted'"));
    }

    private static String statement(Client client, String link) {
        return client.get(link).page().select("input[name=statement]").val();
    }

    @Test
    void whatWasAskedAlreadyIsAcceptedByTheLink() {
        String asked = partnering.asked("provider", "reseller");
        String link = made();

        Answer answer = Partnering.accept(cast.of("reseller-global"), link);

        assertEquals(asked, answer.location().orElseThrow());
        assertEquals(1, rows.count("partnership"));
    }

    @Test
    void aNewLinkARevocationAndTimeAreTheEndOfALink() {
        String first = made();
        String second = made();
        assertEquals(410, cast.of("reseller-global").get(first).status());
        assertEquals(200, cast.of("reseller-global").get(second).status());

        cast.of("provider-global").open("/partnerships/new?side=provider");
        cast.of("provider-global").post("/partnership-links/revocation", Map.of("side", "provider"));
        assertEquals(410, cast.of("reseller-global").get(second).status());
        String third = made();
        rows.change("update partnership_link set expires_at = expires_at - interval 31 day");
        assertEquals(410, cast.of("reseller-global").get(third).status());
        assertFalse(PartnershipLinks.TIME.compareTo(Duration.ofDays(31)) > 0);
        cast.of("reseller-global").post(third + "/acceptance", Map.of("agrees", "yes", "statement", "0"));
        assertEquals(0, rows.count("partnership"));
    }

    @Test
    void ofManyWhoAcceptAtOnceForOneCompanyOneMakesThePartnership() {
        String link = made();
        Client reseller = cast.of("reseller-global");
        String statement = statement(reseller, link);
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 8; i++) {
            crowd.with(() -> reseller.post(link + "/acceptance", Map.of("statement", statement, "agrees", "yes")));
        }

        List<Answer> answers = crowd.go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303 || answer.status() == 200));
        assertEquals(1, rows.count("partnership"));
        assertEquals("1", rows.text("select acceptances from partnership_link"));
    }
}
