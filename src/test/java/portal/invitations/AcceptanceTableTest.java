package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

/** Every state of an invitation, seen by everybody. */
class AcceptanceTableTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final List<String> EDGES = List.of(
            "relationship", "delegated_admin_grant", "acceptance_evidence", "agreement_acceptance", "outbox_mail");
    private static final Map<String, Asking.Asked> INVITATIONS = new LinkedHashMap<>();
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        make("open");
        INVITATIONS.put("anybody", asking().with("domain", "").asked());
        make("accepted");
        Accepting.accept(cast.of("customer-a-global"), link("accepted"));
        make("declined");
        cast.of("customer-a-global").submit(link("declined") + "/decline", Map.of("reason", ""));
        make("revoked");
        cast.of("dual-admin").submit(INVITATIONS.get("revoked").path() + "/revocation", Map.of("reason", ""));
        make("over");
        expire("over");
        make("expired");
        expire("expired");
        rows.change("update invitation set state = 'expired' where id = ?", id("expired"));
        // Only the request that is still open shall be one that could be accepted.
        rows.change("delete from agreement_acceptance");
    }

    private static Asking asking() {
        return Asking.by(cast.of("dual-admin")).with("capacity", "direct-bill");
    }

    private static void make(String state) {
        String capacity = state.equals("accepted") ? "indirect-reseller" : "direct-bill";
        INVITATIONS.put(state, asking().with("capacity", capacity).asked());
    }

    private static void expire(String state) {
        rows.change("update invitation set expires_at = utc_timestamp(6) - interval 1 second where id = ?", id(state));
    }

    private static String id(String state) {
        return INVITATIONS.get(state).path().substring("/invitations/".length());
    }

    private static String link(String state) {
        return INVITATIONS.get(state).link();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            visitor,                 open,             anybody,          accepted,        declined,        revoked, over,    expired
            nobody,                  SUMMARY,          SUMMARY,          CLOSED,          CLOSED,          CLOSED,  CLOSED,  CLOSED
            customer-a-global,       DECIDE,           DECIDE,           ACCEPTED_BY_YOU, DECLINED_BY_YOU, REVOKED, EXPIRED, EXPIRED
            customer-a-user,         NOT_GLOBAL_ADMIN, NOT_GLOBAL_ADMIN, ACCEPTED_BY_YOU, DECLINED_BY_YOU, REVOKED, EXPIRED, EXPIRED
            customer-b-global,       WRONG_ACCOUNT,    DECIDE,           USED,            USED,            REVOKED, EXPIRED, EXPIRED
            customer-c-global,       WRONG_ACCOUNT,    COMPANY,          USED,            USED,            REVOKED, EXPIRED, EXPIRED
            customer-outside-global, WRONG_ACCOUNT,    OUTSIDE_REGION,   USED,            USED,            REVOKED, EXPIRED, EXPIRED
            dual-admin,              PARTNER_TENANT,   PARTNER_TENANT,   USED,            USED,            REVOKED, EXPIRED, EXPIRED
            direct-admin,            PARTNER_TENANT,   PARTNER_TENANT,   USED,            USED,            REVOKED, EXPIRED, EXPIRED
            reseller-admin,          PARTNER_TENANT,   PARTNER_TENANT,   USED,            USED,            REVOKED, EXPIRED, EXPIRED
            norole,                  PARTNER_TENANT,   PARTNER_TENANT,   USED,            USED,            REVOKED, EXPIRED, EXPIRED
            operator,                WRONG_ACCOUNT,    NOT_GLOBAL_ADMIN, USED,            USED,            REVOKED, EXPIRED, EXPIRED
            """)
    void everybodySeesWhatTheyMay(
            String visitor,
            Verdict open,
            Verdict anybody,
            Verdict accepted,
            Verdict declined,
            Verdict revoked,
            Verdict over,
            Verdict expired) {
        see(visitor, "open", open);
        see(visitor, "anybody", anybody);
        see(visitor, "accepted", accepted);
        see(visitor, "declined", declined);
        see(visitor, "revoked", revoked);
        see(visitor, "over", over);
        see(visitor, "expired", expired);
    }

    private static void see(String visitor, String state, Verdict verdict) {
        Client client = cast.of(visitor);
        String where = visitor + " at " + state;
        Map<String, Long> before = withoutSeen();

        Answer page = client.get(link(state));
        assertEquals(verdict.status(), page.status(), where);
        assertEquals(heading(verdict), page.heading(), where);
        assertEquals(verdict.status(), client.head(link(state)).status(), where);
        assertEquals("no-store", page.header("Cache-Control"), where);
        assertEquals("no-referrer", page.header("Referrer-Policy"), where);
        assertEquals("noindex", page.header("X-Robots-Tag"), where);
        assertEquals(before, withoutSeen(), where + " only looked");

        answersNothing(client, state, verdict, where);
    }

    private static Map<String, Long> withoutSeen() {
        Map<String, Long> counts = new HashMap<>(rows.counts());
        counts.put("invitation_event", rows.count("invitation_event", "kind <> 'seen'"));
        return counts;
    }

    private static String heading(Verdict verdict) {
        return switch (verdict) {
            case SUMMARY, DECIDE -> TEXTS.text("invitations.asks.one", "Moravia Cloud s.r.o.");
            case COMPANY -> TEXTS.text("invitations.company.title");
            default -> TEXTS.text("invitations.verdict." + verdict.code() + ".title");
        };
    }

    /** Pressing the buttons does nothing for whoever may not answer, and nothing without what the page sends. */
    private static void answersNothing(Client client, String state, Verdict verdict, String where) {
        Map<String, Long> before = rows.counts(EDGES);
        String stored = rows.text("select state from invitation where id = ?", id(state));
        Map<String, String> fields = Accepting.fields(client, link(state));
        if (verdict != Verdict.DECIDE) {
            assertAnswered(client.post(link(state) + "/acceptance", fields), verdict, where + " accepting");
        }
        fields.put("sheet", "0".repeat(64));
        int forged = client.post(link(state) + "/acceptance", fields).status();
        assertTrue(verdict != Verdict.DECIDE || forged == 409, where + " with a sheet never shown");
        if (!verdict.declinable()) {
            assertAnswered(
                    client.post(link(state) + "/decline", Map.of("reason", "No")), verdict, where + " declining");
            assertEquals(verdict.status(), client.get(link(state) + "/decline").status(), where);
        }
        if (verdict != Verdict.COMPANY) {
            int company = client.post(link(state) + "/company", Map.of("company", "X"))
                    .status();
            assertEquals(303, company, where + " describing a company");
        }
        assertEquals(before, rows.counts(EDGES), where + " changed nothing");
        assertEquals(stored, rows.text("select state from invitation where id = ?", id(state)), where);
    }

    private static void assertAnswered(Answer answer, Verdict verdict, String where) {
        boolean signedOut = verdict == Verdict.SUMMARY || verdict == Verdict.CLOSED;
        assertEquals(signedOut ? 303 : verdict.status(), answer.status(), where);
    }

    @Test
    void unknownLinkSaysTheSameAsAClosedOne() {
        for (String visitor : List.of("nobody", "customer-a-global", "direct-admin")) {
            Answer unknown = cast.of(visitor).get("/portals/microsoft-365/invitations/" + "A".repeat(43));
            assertEquals(404, unknown.status());
            assertEquals(TEXTS.text("invitations.verdict.closed.title"), unknown.heading());
            assertFalse(unknown.page().text().contains("Moravia"));
        }
        Answer closed = app.nobody().get(link("revoked"));
        assertFalse(closed.page().text().contains("Moravia"), "signed out, a closed link names nobody");
    }

    @Test
    void usedLinkNamesNobodyToOthers() {
        String text = cast.of("customer-b-global").get(link("accepted")).page().text();
        assertFalse(text.contains("Moravia"));
        assertFalse(text.contains("Jizersk"));
        assertFalse(text.contains("Řezníček"));
    }

    @Test
    void wrongAccountNamesBothAndOffersToSwitchAndComeBack() {
        Answer page = cast.of("customer-b-global").get(link("open"));
        assertTrue(page.page().text().contains("zaneta.gasior@laki-mazurskie.example"));
        assertTrue(page.page().text().contains("jizerske-sklo.example"));
        String path = link("open").substring(app.address().toString().length());
        assertEquals(
                path,
                page.page()
                        .select("main form[action=/sign-in] input[name=return]")
                        .val());
        assertEquals(
                "yes", page.page().select("main form[action=/sign-in] button").val());
    }

    @Test
    void addressThatIsNoLinkIsNoPage() {
        assertEquals(
                404,
                app.nobody()
                        .get("/portals/elsewhere/invitations/" + "A".repeat(43))
                        .status());
        assertEquals(
                404, app.nobody().get("/portals/microsoft-365/invitations/x").status());
        assertEquals(
                404,
                app.nobody()
                        .get("/portals/microsoft-365/invitations/%F0%9F%8F%94")
                        .status());
        assertEquals(
                404,
                app.nobody()
                        .get("/portals/microsoft-365/invitations/" + "A".repeat(4_000))
                        .status());
    }

    @Test
    void linkInTheOtherPortalLeadsToTheRightOne() {
        Answer answer = app.nobody().get(link("open").replace("microsoft-365", "office"));
        assertEquals(303, answer.status());
        assertEquals(link("open"), answer.location().orElseThrow());
    }

    @Test
    void formThatSendsItselfWithoutASessionChangesNothing() {
        Map<String, Long> before = rows.counts();
        for (String verb : List.of("/acceptance", "/decline", "/company")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link("open") + verb))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("agrees=yes&reason="));
            assertEquals(403, app.nobody().send(request).status(), verb);
            HttpRequest.Builder json = HttpRequest.newBuilder(URI.create(link("open") + verb))
                    .header("Content-Type", "application/json")
                    .header("Sec-Fetch-Site", "same-origin")
                    .POST(BodyPublishers.ofString("{}"));
            assertEquals(415, app.nobody().send(json).status(), verb);
        }
        assertEquals(before, rows.counts());
        assertEquals("open", rows.text("select state from invitation where id = ?", id("open")));
    }

    @Test
    void signedInFormOfAnotherSiteChangesNothing() {
        Map<String, String> fields = Accepting.fields(cast.of("customer-a-global"), link("open"));
        fields.put("csrf", "x");
        assertEquals(
                403,
                cast.of("customer-a-global")
                        .post(link("open") + "/acceptance", fields)
                        .status());
        assertEquals("open", rows.text("select state from invitation where id = ?", id("open")));
    }

    @Test
    void guessingLinksIsSlowedDown() {
        try (TestApp other = TestApp.start()) {
            Client stranger = other.nobody();
            int[] statuses = new int[30];
            for (int i = 0; i < statuses.length; i++) {
                Answer answer = stranger.get("/portals/microsoft-365/invitations/guess-" + i);
                statuses[i] = answer.status();
                assertTrue(answer.status() == 404 || Integer.parseInt(answer.header("Retry-After")) > 0);
            }
            assertEquals(404, statuses[19]);
            assertEquals(429, statuses[29]);
        }
    }

    @Test
    void seenIsKeptOnceAndOnlyOfSignedInCustomers() {
        Asking.Asked asked = asking().asked();
        String kinds = "select group_concat(kind order by id) from invitation_event where invitation_id = ?";
        String id = asked.path().substring("/invitations/".length());
        app.nobody().get(asked.link());
        cast.of("dual-admin").get(asked.link());
        assertEquals("drafted", rows.text(kinds, id));
        cast.of("customer-a-user").get(asked.link());
        cast.of("customer-a-global").get(asked.link());
        assertEquals("drafted,seen", rows.text(kinds, id));
    }
}
