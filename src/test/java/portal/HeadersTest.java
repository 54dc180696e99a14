package portal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.Config;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Routes;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.TestDatabase;

class HeadersTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String HOST = "Host: portal.example";

    private static TestApp app;
    private static App secure;
    private static int securePort;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        String database = TestDatabase.newSchema();
        try (Database empty = new Database(database, 1)) {
            new Migrations(empty.dataSource()).migrate();
        }
        secure = new App(
                Config.from(Settings.on(database)),
                Clock.systemUTC(),
                null,
                routes -> routes.get("/broken", Access.ANYONE, request -> {
                    throw new IllegalStateException("the secret reason");
                }));
        secure.start();
        securePort = secure.server().port();
    }

    @AfterAll
    static void stop() {
        app.close();
        secure.close();
    }

    @Test
    void everybodysBrowserIsToldToLoadNothingButOurs() {
        Client client = app.nobody();
        String provider = origin(client.get("/sign-in").location().orElseThrow());
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
                + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + app.address()
                + " " + provider;
        for (String path : List.of("/", "/nothing", "/sign-in", "/activity", "/health/live", stylesheet(client))) {
            Answer answer = client.get(path);
            assertEquals(policy, answer.header("Content-Security-Policy"), path);
            assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
            assertEquals("DENY", answer.header("X-Frame-Options"), path);
            assertEquals("same-origin", answer.header("Referrer-Policy"), path);
            assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"), path);
            assertEquals("same-origin", answer.header("Cross-Origin-Resource-Policy"), path);
            assertEquals("", answer.header("Server"), path);
            assertEquals("", answer.header("X-Powered-By"), path);
            assertEquals("", answer.header("Strict-Transport-Security"), path);
        }
        assertEquals("no-store", client.get("/").header("Cache-Control"));
        assertEquals("no-store", client.get("/nothing").header("Cache-Control"));
    }

    private static String origin(String address) {
        return address.replaceFirst("^(https?://[^/]+)/.*$", "$1");
    }

    private static String stylesheet(Client client) {
        return client.get("/").page().selectFirst("link[rel=stylesheet]").attr("href");
    }

    @Test
    void anInvitationsAddressGoesToNobodyAndToNoIndex() {
        String link = Asking.by(app.as("direct-admin")).asked().link();
        String unknown = link.replaceFirst("[^/]+$", "A".repeat(43));
        for (String path : List.of(link, link + "/decline", unknown)) {
            Answer answer = app.nobody().get(path);
            assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
            assertEquals("noindex", answer.header("X-Robots-Tag"), path);
            assertEquals("no-store", answer.header("Cache-Control"), path);
        }
    }

    @Test
    void overHttpsCookiesAndBrowsersStayThere() {
        RawRequest page = RawRequest.send(securePort, "GET / HTTP/1.1", HOST);

        assertEquals(200, page.status());
        assertEquals("max-age=63072000; includeSubDomains", page.header("Strict-Transport-Security"));
        List<String> cookies = page.headers("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie.startsWith("__Host-"), cookie);
            assertTrue(cookie.contains("; Secure"), cookie);
            assertTrue(cookie.contains("; HttpOnly"), cookie);
            assertTrue(cookie.contains("; Path=/"), cookie);
            assertTrue(cookie.contains("; SameSite=Lax"), cookie);
            assertFalse(cookie.contains("Domain"), cookie);
        }
    }

    @Test
    void aCookieThatWasNotSetOverHttpsIsNoCookieOfOurs() {
        RawRequest chosen = RawRequest.send(securePort, "GET / HTTP/1.1", HOST, "Cookie: language=cs");
        assertTrue(chosen.body().contains("<html lang=\"en\""));
        RawRequest ours = RawRequest.send(securePort, "GET / HTTP/1.1", HOST, "Cookie: __Host-language=cs");
        assertTrue(ours.body().contains("<html lang=\"cs\""));
    }

    @Test
    void oneWhoComesByAnotherNameIsNotServed() {
        for (String host : List.of("Host: evil.example", "Host: portal.example:8080", "Host: portal.example.evil")) {
            RawRequest answer = RawRequest.send(securePort, "GET / HTTP/1.1", host);
            assertEquals(421, answer.status(), host);
            assertFalse(answer.body().contains("evil.example"), host);
        }
        assertEquals(
                200,
                RawRequest.send(securePort, "GET /health/live HTTP/1.1", "Host: 10.0.0.7")
                        .status());
    }

    @Test
    void aForwardedHostIsNotBelieved() {
        RawRequest answer =
                RawRequest.send(securePort, "GET / HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: portal.example");
        assertEquals(421, answer.status());
    }

    @Test
    void staticFilesAreKeptForEverAndSentCompressed() throws IOException {
        Client client = app.nobody();
        String address = stylesheet(client);
        Answer plain = client.get(address);
        Answer compressed = client.send(
                HttpRequest.newBuilder(app.address().resolve(address)).header("Accept-Encoding", "gzip"));

        assertEquals("public, max-age=31536000, immutable", plain.header("Cache-Control"));
        assertEquals("", plain.header("Content-Encoding"));
        assertEquals("gzip", compressed.header("Content-Encoding"));
        assertTrue(compressed.header("Vary").contains("Accept-Encoding"));
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertArrayEquals(plain.body(), stream.readAllBytes());
        }
        assertEquals(404, client.get("/static/000000000000/portal.css").status());
        assertEquals(404, client.get(address.replace("portal.css", "other.css")).status());
    }

    @Test
    void pagesAreSentCompressedToWhoeverReadsThat() throws IOException {
        Client client = app.nobody();
        Answer plain = client.get("/privacy");
        Answer compressed = client.send(
                HttpRequest.newBuilder(app.address().resolve("/privacy")).header("Accept-Encoding", "br, gzip"));
        Answer refused = client.send(
                HttpRequest.newBuilder(app.address().resolve("/privacy")).header("Accept-Encoding", "gzip;q=0"));

        assertEquals("", plain.header("Content-Encoding"));
        assertEquals("", refused.header("Content-Encoding"));
        assertEquals("gzip", compressed.header("Content-Encoding"));
        assertTrue(compressed.header("Vary").contains("Accept-Encoding"));
        assertTrue(compressed.body().length < plain.body().length / 2);
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            // the token of its forms is another on each page
            assertEquals(plain.body().length, stream.readAllBytes().length);
        }
    }

    @Test
    void portalHasAnIconOfItsOwn() {
        String address = app.nobody()
                .get("/privacy")
                .page()
                .selectFirst("link[rel=icon]")
                .attr("href");
        Answer icon = app.nobody().get(address);

        assertEquals(200, icon.status());
        assertEquals("image/svg+xml", icon.header("Content-Type"));
    }

    @Test
    void aFormFromElsewhereIsRefusedAndChangesNothing() {
        Client person = app.as("direct-helpdesk");
        String own = token(person);
        Client other = app.as("direct-admin");
        String foreign = token(other);
        String ours = app.address().toString();

        assertRefused(403, person, FORM, fields(""), "Origin", ours);
        assertRefused(403, person, FORM, "language=cs", "Origin", ours);
        assertRefused(403, person, FORM, fields(foreign), "Origin", ours);
        assertRefused(403, person, FORM, fields(own.substring(1)), "Origin", ours);
        assertRefused(403, person, FORM, fields(own));
        assertRefused(403, person, FORM, fields(own), "Origin", "null");
        assertRefused(403, person, FORM, fields(own), "Origin", "https://evil.example");
        assertRefused(403, person, FORM, fields(own), "Origin", ours + ".evil.example");
        for (String site : List.of("cross-site", "same-site", "none")) {
            assertRefused(403, person, FORM, fields(own), "Sec-Fetch-Site", site, "Origin", ours);
        }
        assertRefused(415, person, "application/json", "{\"language\":\"cs\"}", "Origin", ours);
        assertRefused(415, person, "text/plain", fields(own), "Origin", ours);
        assertRefused(413, person, FORM, fields(own) + "&note=" + "x".repeat(256 * 1024), "Origin", ours);

        assertEquals(
                303,
                post(person, FORM, fields(own), "Sec-Fetch-Site", "same-origin").status());
        assertEquals("cs", languageOf("Tóth Eszter"));
    }

    private static void assertRefused(int status, Client person, String type, String body, String... headers) {
        Answer answer = post(person, type, body, headers);
        assertEquals(status, answer.status(), () -> type + " " + List.of(headers));
        assertFalse(answer.heading().isEmpty());
        assertEquals("", languageOf("Tóth Eszter"));
    }

    private static Answer post(Client person, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(app.address().resolve("/preferences"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        return person.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String fields(String token) {
        return "language=cs&csrf=" + token;
    }

    private static String token(Client client) {
        return client.get("/").page().selectFirst("input[name=csrf]").val();
    }

    private static String languageOf(String person) {
        return app.database()
                .read(handle -> handle.createQuery("select coalesce(language, '') from person where name = :name")
                        .bind("name", person)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void aBodyWithoutALengthIsBoundedToo() {
        Client person = app.as("direct-helpdesk");
        byte[] body = (fields(token(person)) + "&note=" + "x".repeat(256 * 1024)).getBytes(StandardCharsets.UTF_8);
        Answer answer = person.send(HttpRequest.newBuilder(app.address().resolve("/preferences"))
                .header("Content-Type", FORM)
                .header("Origin", app.address().toString())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertEquals(413, answer.status());
    }

    @Test
    void theTokenOnAPageIsNeverTheSameTwice() {
        Client person = app.as("direct-admin");
        assertNotEquals(token(person), token(person));
    }

    @Test
    void oneWhoUsesAnotherMethodIsToldSo() {
        Client client = app.nobody();
        for (String method : List.of("PUT", "DELETE", "PATCH", "POST")) {
            Answer answer = client.send(
                    HttpRequest.newBuilder(app.address().resolve("/privacy")).method(method, BodyPublishers.noBody()));
            assertEquals(405, answer.status(), method);
        }
        Answer get = client.get("/preferences");
        assertEquals(405, get.status());
        assertEquals(Texts.in(Language.EN).text("errors.wrong-method.title"), get.heading());
        RawRequest trace = RawRequest.send(securePort, "TRACE / HTTP/1.1", HOST, "Cookie: __Host-session=x");
        assertTrue(trace.status() >= 400 && trace.status() < 500, trace.headers());
        assertFalse(trace.body().contains("session=x"));
    }

    @Test
    void nobodyBreaksThePortalWithAnAddress() {
        for (String address : List.of(
                "/%",
                "/%zz",
                "/%00",
                "/a%00b",
                "/%c3%28",
                "/..%2f..%2fetc/passwd",
                "/static/../pom.xml",
                "/static/%2e%2e/pom.xml",
                "/invitations/%00",
                "//evil.example",
                "/a;b",
                "/\\evil",
                "/../../etc/passwd",
                "/portals/microsoft-365/invitations/%00",
                "/portals/nowhere/invitations/x",
                "/portals/microsoft-365/invitations/" + "x".repeat(5_000),
                "/" + "x".repeat(20_000),
                "/privacy?" + "q".repeat(20_000))) {
            RawRequest answer =
                    RawRequest.send(securePort, "GET " + address + " HTTP/1.1", HOST, "Accept-Language: hu");
            assertTrue(answer.status() >= 400 && answer.status() < 500, answer.status() + " for " + address);
            assertTrue(explained(answer), address);
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), address);
            assertFalse(answer.body().matches("(?s).*(Jetty|Exception|at portal\\.).*"), address);
        }
        for (String address : List.of("/privacy?%zz=%", "/privacy?a=%00", "/privacy?a=%c3%28", "/?a=1&a=2&=&&")) {
            RawRequest answer = RawRequest.send(securePort, "GET " + address + " HTTP/1.1", HOST);
            assertEquals(200, answer.status(), address);
        }
    }

    /** In Hungarian, or in English where the address was refused before the headers were read. */
    private static boolean explained(RawRequest answer) {
        String unreadable = Texts.in(Language.EN).text("errors.bad-request.title");
        return answer.body().contains("<html lang=\"hu\"")
                || (answer.status() != 404 && answer.body().contains("<h1>" + unreadable + "</h1>"));
    }

    @Test
    void nobodyBreaksThePortalWithAHeader() {
        for (String header : List.of(
                "Accept-Language: " + "x".repeat(600),
                "Accept-Language: ;;;,,,q=x",
                "Accept-Language: *;q=9",
                "Cookie: __Host-flash=AAAA",
                "Cookie: __Host-flash=" + "A".repeat(24),
                "Cookie: __Host-flash=%%%",
                "Cookie: __Host-visit=!!!",
                "Cookie: __Host-visit=" + "A".repeat(43),
                "Cookie: __Host-session=x",
                "Cookie: __Host-session=",
                "Cookie: __Host-language=xx",
                "Cookie: __Host-theme=\"><script>",
                "Cookie: ;;=;",
                "X-Forwarded-For: nonsense",
                "If-None-Match: x",
                "Range: bytes=0-1",
                "Accept-Encoding: x;q=z",
                "User-Agent: " + "x".repeat(5_000))) {
            RawRequest answer = RawRequest.send(securePort, "GET / HTTP/1.1", HOST, header);
            assertEquals(200, answer.status(), header);
            assertFalse(answer.body().contains("<script>"), header);
        }
    }

    @Test
    void whatIsNoIdentifierIsNotThere() {
        Client admin = app.as("direct-admin");
        for (String id : List.of("1", "x", "0-0-0-0-0", "00000000-0000-0000-0000-000000000000", "'")) {
            for (String path : List.of("/invitations/", "/customers/")) {
                assertEquals(404, admin.get(path + id).status(), path + id);
            }
        }
    }

    @Test
    void oneWhoAsksForTheHeadGetsTheStatusOfThePage() {
        Client nobody = app.nobody();
        List<String> paths = new ArrayList<>(app.app().routes().table().stream()
                .filter(route -> route.method().equals(HandlerType.GET))
                .map(Routes.Route::path)
                .filter(path -> !path.contains("{"))
                .toList());
        paths.addAll(List.of("/nothing", stylesheet(nobody), "/portals/microsoft-365/invitations/x"));
        for (String path : paths) {
            Answer head = nobody.send(
                    HttpRequest.newBuilder(app.address().resolve(path)).method("HEAD", BodyPublishers.noBody()));
            assertEquals(nobody.get(path).status(), head.status(), path);
            assertEquals(0, head.body().length, path);
        }
    }

    @Test
    void whatWentWrongIsToldInTheReadersLanguage() {
        for (Language language : Language.values()) {
            Answer answer = app.nobody().preferring(language.code()).get("/nothing");
            assertEquals(404, answer.status());
            assertEquals(Texts.in(language).text("errors.not-found.title"), answer.heading());
            assertEquals(language.code(), answer.page().selectFirst("html").attr("lang"));
        }
    }

    @Test
    void oneForWhomItBreaksGetsANumberToNameAndNoSecrets() {
        RawRequest answer = RawRequest.send(securePort, "GET /broken HTTP/1.1", HOST, "Accept-Language: pl");

        assertEquals(500, answer.status());
        assertFalse(answer.header("X-Request-Id").isEmpty());
        assertTrue(answer.body().contains(answer.header("X-Request-Id")));
        assertTrue(answer.body().contains("<html lang=\"pl\""));
        assertFalse(answer.body().contains("the secret reason"));
        assertEquals("no-store", answer.header("Cache-Control"));
    }

    @Test
    void requestNumbersComeFromUs() {
        String first = app.nobody().get("/").header("X-Request-Id");
        assertNotEquals(first, app.nobody().get("/").header("X-Request-Id"));
        RawRequest given = RawRequest.send(securePort, "GET / HTTP/1.1", HOST, "X-Request-Id: mine");
        assertNotEquals("mine", given.header("X-Request-Id"));
    }

    @Test
    void pagesHaveNothingABrowserWouldRefuse() {
        Matcher inline = Pattern.compile("(?i)<style|<script(?![^>]* src=\"/static/)|\\son[a-z]+=\"|\\sstyle=\"")
                .matcher(app.as("direct-admin").get("/invitations/new").text());
        assertFalse(inline.find());
    }

    @Test
    void aReturnAddressStaysHere() {
        Client client = app.nobody();
        for (String address :
                List.of("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil", "javascript:x")) {
            client.get("/");
            Answer answer = client.post("/preferences", Map.of("return", address));
            assertEquals("/", URI.create(answer.location().orElseThrow()).getPath(), address);
            assertFalse(answer.location().get().contains("evil"), URLEncoder.encode(address, StandardCharsets.UTF_8));
        }
    }
}
