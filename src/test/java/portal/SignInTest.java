package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.TestApp;

class SignInTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String PERSON = "direct-admin";

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
    void nobodyGetsInWithoutASignInThatWasBegunHere() {
        for (String answer : List.of("", "?code=x&state=y", "?error=access_denied&state=y", "?state=")) {
            assertRefused(app.nobody(), "/sign-in/return" + answer);
        }
    }

    @Test
    void nobodyElseCanFinishASignIn() {
        Client victim = app.nobody();
        String back = comingBack(victim);
        assertRefused(app.nobody(), back);
        Client attacker = app.nobody();
        attacker.get("/sign-in");
        assertRefused(attacker, back);
    }

    @Test
    void nobodyFinishesASignInTwice() {
        int before = attempts();
        Client client = app.nobody();
        String back = comingBack(client);
        assertEquals(before + 1, attempts());
        assertEquals(303, client.get(back).status());
        assertEquals(before, attempts(), "a copy of its cookie is worth nothing");
        Client again = app.nobody();
        assertRefused(again, back);
        assertRefused(client, back);
        assertEquals(200, client.get("/activity").status(), "the session that was begun goes on");
    }

    @Test
    void aTamperedAnswerIsRefused() {
        assertRefusedAfter("state=[^&]*", "state=another");
        assertRefusedAfter("code=[^&]*", "code=another");
        assertRefusedAfter("&?iss=[^&]*", "");
        assertRefusedAfter("iss=[^&]*", "iss=https%3A%2F%2Fevil.example");
        assertRefusedAfter(".*\\?", "/sign-in/return?error=access_denied&");
    }

    private static void assertRefusedAfter(String part, String other) {
        Client client = app.nobody();
        String back = comingBack(client);
        String tampered = back.replaceFirst(part, other);
        assertFalse(back.equals(tampered), part);
        assertRefused(client, tampered);
    }

    @Test
    void anAnswerForAnotherAttemptIsRefused() {
        for (String column : List.of("nonce", "code_verifier", "state")) {
            Client client = app.nobody();
            String back = comingBack(client);
            app.database()
                    .write(handle ->
                            handle.execute("update sign_in_attempt set " + column + " = '" + "x".repeat(43) + "'"));
            assertRefused(client, back);
        }
    }

    @Test
    void oneWhoTakesTooLongAtTheProviderBeginsAgain() {
        Client client = app.nobody();
        String back = comingBack(client);
        app.clock().pass(Duration.ofMinutes(16));
        assertRefused(client, back);
    }

    private static void assertRefused(Client client, String back) {
        int before = sessions();
        Answer answer = client.get(back);
        assertEquals(400, answer.status(), back);
        assertEquals(TEXTS.text("errors.sign-in-failed.title"), answer.heading());
        assertEquals(before, sessions());
    }

    @Test
    void everybodyOfTheCastComesToTheirHomePage() {
        try (TestApp own = TestApp.start()) {
            for (DemoPeople.Person person : DemoPeople.people()) {
                Answer home = own.as(person.value()).get("/");
                assertEquals(200, home.status(), person.value());
                assertEquals(heading(person), home.heading(), person.value());
                assertTrue(home.page().select(".me .name").text().contains(person.name()), person.value());
            }
        }
    }

    private static String heading(DemoPeople.Person person) {
        String company = DemoPeople.company(person.tenant()).orElseThrow().key();
        if (person.value().equals("norole")) {
            return TEXTS.text("home.no-role.title");
        }
        if (company.equals("operator")) {
            return TEXTS.text("home.operator.title");
        }
        if (Set.of("customer-c", "newcomer", "applicant").contains(company)) {
            return TEXTS.text("home.unknown.title");
        }
        return TEXTS.text(company.startsWith("customer") ? "home.customer.title" : "home.partner.title");
    }

    @Test
    void oneWhoWasOnTheWayArrivesThere() {
        Client client = app.nobody();
        Answer turnedAway = client.get("/activity?before=x");
        assertEquals(
                "/sign-in?return=%2Factivity%3Fbefore%3Dx",
                turnedAway.location().orElseThrow());
        Answer back = client.get(comingBack(client, turnedAway.location().get()));
        assertEquals("/activity?before=x", back.location().orElseThrow());
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        try (TestApp own = TestApp.start()) {
            for (String address : List.of(
                    "//evil.example",
                    "https://evil.example/",
                    "/\\evil.example",
                    "\\/evil.example",
                    "javascript:alert(1)",
                    "/\t/evil.example",
                    "evil.example",
                    " //evil.example",
                    "/%0d%0aLocation: x")) {
                Client client = own.nobody();
                String asked = "/sign-in?return=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
                String location =
                        client.get(comingBack(client, asked)).location().orElseThrow();
                assertTrue(location.matches("/|/%0d%0aLocation: x"), address + " leads to " + location);
            }
        }
    }

    @Test
    void whoeverReadsTheDatabaseCannotUseASession() {
        Client client = app.nobody();
        Answer arrived = client.get(comingBack(client));
        String secret = arrived.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("session="))
                .map(cookie -> cookie.substring("session=".length(), cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        String token = app.database().read(handle -> handle.createQuery(
                        "select id_token from session join session_token on session_digest = digest where digest = :digest")
                .bind("digest", Vault.digest(secret))
                .map((row, context) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .one());
        assertFalse(token.contains("eyJ"), "the ID token is sealed");
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        Client client = app.nobody();
        client.get(comingBack(client));
        List<String> before = digests();
        client.get(comingBack(client));
        List<String> after = digests();
        assertEquals(before.size(), after.size());
        assertFalse(before.containsAll(after));
    }

    @Test
    void oneWhoSignsOutIsOutHereAndAtTheProvider() {
        Client client = app.as(PERSON);
        client.get("/");
        int before = sessions();
        Answer left = client.post("/sign-out", Map.of());

        assertEquals(303, left.status());
        assertTrue(
                left.location().orElseThrow().matches("http://127\\.0\\.0\\.1:\\d+/end-session\\?.*id_token_hint=.*"));
        assertEquals(before - 1, sessions());
        Answer home = client.follow(left);
        assertEquals(app.address() + "/", home.address().toString());
        assertEquals(TEXTS.text("home.welcome.heading"), home.heading());
    }

    @Test
    void aCopyOfTheCookieIsWorthNothingAfterSigningOut() {
        Client client = app.nobody();
        Answer arrived = client.get(comingBack(client));
        String cookie = arrived.raw().headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("session="))
                .map(set -> set.substring(0, set.indexOf(';')))
                .findFirst()
                .orElseThrow();
        int port = app.address().getPort();
        String[] copy = {"GET /activity HTTP/1.1", "Host: localhost:" + port, "Cookie: " + cookie};
        assertEquals(200, RawRequest.send(port, copy).status());

        client.get("/");
        client.post("/sign-out", Map.of());

        assertEquals(303, RawRequest.send(port, copy).status());
    }

    @Test
    void oneWhoIsIdleForAnHourSignsInAgain() {
        Client client = app.as(PERSON);
        app.clock().pass(Duration.ofMinutes(59));
        assertEquals(200, client.get("/activity").status());
        app.clock().pass(Duration.ofMinutes(59));
        assertEquals(200, client.get("/activity").status());
        app.clock().pass(Duration.ofMinutes(61));
        assertEquals(303, client.get("/activity").status());
    }

    @Test
    void evenTheBusySignInAgainAfterTwelveHours() {
        Client client = app.as(PERSON);
        for (int i = 0; i < 14; i++) {
            app.clock().pass(Duration.ofMinutes(50));
            assertEquals(200, client.get("/activity").status());
        }
        app.clock().pass(Duration.ofMinutes(30));
        assertEquals(303, client.get("/activity").status());
    }

    @Test
    void rolesAreThoseOfTheLastSignIn() {
        Client client = app.as(PERSON);
        assertEquals(200, client.get("/invitations/new").status());
        app.database().write(handle -> handle.execute("update session set roles = 'helpdesk-agent'"));
        assertEquals(403, client.get("/invitations/new").status());
    }

    @Test
    void oneWhoTriesTooOftenIsAskedToWait() {
        try (TestApp own = TestApp.start()) {
            Client client = own.nobody();
            Answer last = client.get("/sign-in");
            for (int i = 0; i < 40 && last.status() == 303; i++) {
                last = client.get("/sign-in");
            }
            assertEquals(429, last.status());
            assertTrue(Integer.parseInt(last.header("Retry-After")) > 0);
        }
    }

    private static int attempts() {
        return app.database().read(handle -> handle.createQuery("select count(*) from sign_in_attempt")
                .mapTo(Integer.class)
                .one());
    }

    private static int sessions() {
        return app.database().read(handle -> handle.createQuery("select count(*) from session")
                .mapTo(Integer.class)
                .one());
    }

    private static List<String> digests() {
        return app.database().read(handle -> handle.createQuery("select hex(digest) from session")
                .mapTo(String.class)
                .list());
    }

    private static String comingBack(Client client) {
        return comingBack(client, "/sign-in");
    }

    /** Leaves for the provider, chooses a person there, and gives the address to come back to. */
    private static String comingBack(Client client, String leaving) {
        Answer page = client.open(leaving);
        String address = client.choose(page, PERSON).location().orElseThrow();
        return address.substring(address.indexOf("/sign-in/return"));
    }
}
