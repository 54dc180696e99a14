package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portal.demo.DemoPeople;
import portal.demo.DemoProvider;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.signin.SignInRoutes;
import portal.testing.Answer;
import portal.testing.Busy;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** The OpenID provider is away, for as long as {@code -Doutage.seconds} says. */
class ProviderOutageTest {
    private static final int SECONDS = Integer.getInteger("outage.seconds", 2);
    /**
     * The promise is one second, beyond what the processors need when all is well; the usual run shares them with other
     * tests and looks only for waiting.
     */
    private static final Duration SOON = Duration.ofSeconds(SECONDS < 30 ? 3 : 1);

    private static final Duration RECOVERY = Duration.ofSeconds(SECONDS < 30 ? 8 : 5);
    private static final Duration SIGN_INS_APART = Duration.ofMillis(SECONDS < 30 ? 100 : 2_500);
    private static final Texts CZECH = Texts.in(Language.CS);

    private final Path key = Path.of("target", "test-provider-" + Ids.next());
    private DemoProvider provider;
    private TestApp app;
    private final List<Socket> stalled = new CopyOnWriteArrayList<>();
    private ServerSocket inItsPlace;

    /** How it is away. */
    enum Way {
        REFUSED,
        SILENT,
        DYING,
        STALLED
    }

    @BeforeEach
    void start() {
        provider = provider(0);
        app = TestApp.start(Map.of("OIDC_DISCOVERY", provider.discovery().toString()));
        register();
    }

    private DemoProvider provider(int port) {
        DemoProvider.Client none = new DemoProvider.Client("none", "none", List.of(), List.of());
        return DemoProvider.start(port, key, none, DemoPeople.people());
    }

    private void register() {
        provider.registerClient(new DemoProvider.Client(
                app.settings().get("OIDC_CLIENT_ID"),
                "secret",
                List.of(app.address().resolve(SignInRoutes.RETURN_PATH)),
                List.of(app.address().resolve("/"))));
    }

    @AfterEach
    void stop() throws IOException {
        app.close();
        provider.close();
        for (Socket caller : stalled) {
            caller.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whoWantsToSignInIsToldSoAndGetsWhereTheyWantedWhenItIsBack(Way way) throws Exception {
        Client reader = app.as("direct-admin");
        Client leaving = app.as("direct-global");
        Client half = app.nobody().preferring("cs");
        String back = halfway(half);
        Client stranger = app.nobody().preferring("cs");
        Busy people = new Busy()
                .with("reader", () -> reader.get("/customers"))
                .with("sign-in", SIGN_INS_APART, () -> stranger.get("/sign-in?return=%2Factivity"));
        URI address = provider.issuer();

        vanish(way, address.getPort());
        Instant from = Instant.now();
        Answer half503 = half.get(back);
        assertEquals(303, leaving.post("/sign-out", Map.of()).status());
        Duration took = Duration.between(from, Instant.now());
        people.start();
        TimeUnit.SECONDS.sleep(SECONDS);
        Answer away = stranger.get("/sign-in?return=%2Factivity");
        List<Busy.Asked> all = people.stop();
        comeBack(address.getPort());
        Instant to = Instant.now();

        for (Answer answer : List.of(away, half503)) {
            assertEquals(503, answer.status());
            assertEquals("5", answer.header("Retry-After"));
            assertEquals(CZECH.text("errors.provider-away.title"), answer.heading());
            assertEquals(
                    "/activity", answer.page().select("main input[name=return]").val());
        }
        assertEquals("/", leaving.get("/").address().getPath());
        all.forEach(asked -> assertEquals(asked.what().equals("reader") ? 200 : asked.status(), asked.status()));
        Duration slowest = Busy.slowest(all, asked -> true);
        Duration noise = Busy.slowest(all, asked -> asked.what().equals("reader"));
        assertTrue(slowest.compareTo(SOON.plus(noise)) < 0, () -> "slowest " + slowest + ", noise " + noise);
        assertTrue(took.compareTo(SOON.plus(noise).multipliedBy(2)) < 0, () -> "coming back and leaving took " + took);
        Waiting.until(
                "signing in works again",
                RECOVERY,
                () -> stranger.post("/sign-in", Map.of("return", "/activity")).status() == 303);
        System.out.println("outage of the provider, " + way + ", " + SECONDS + " s: " + all.size()
                + " requests, slowest " + slowest.toMillis() + " ms, served again after "
                + Duration.between(to, Instant.now()).toMillis() + " ms");
        Answer page = stranger.follow(stranger.post("/sign-in", Map.of("return", "/activity")));
        Answer home = stranger.follow(stranger.choose(page, "direct-admin"));
        assertEquals("/activity", home.address().getPath());
        assertEquals(200, home.status());
    }

    /** The address somebody comes back to from the provider's page. */
    private static String halfway(Client client) {
        Answer page = client.follow(client.get("/sign-in?return=%2Factivity"));
        return client.choose(page, "direct-global").location().orElseThrow();
    }

    private void vanish(Way way, int port) throws InterruptedException {
        provider.close();
        // what was heard a moment ago is still believed
        TimeUnit.MILLISECONDS.sleep(2_100);
        if (way == Way.REFUSED) {
            return;
        }
        try {
            ServerSocket deaf = new ServerSocket();
            deaf.setReuseAddress(true);
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            inItsPlace = deaf;
            if (way == Way.DYING || way == Way.STALLED) {
                Thread thread = new Thread(() -> answerInPart(deaf, way), "answering-in-part");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Answers in part, and is gone; or says nothing more, also when it is back. */
    private void answerInPart(ServerSocket listener, Way way) {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                stalled.add(caller);
                caller.getInputStream().read(new byte[100]);
                caller.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
                if (way == Way.DYING) {
                    caller.close();
                }
            } catch (IOException gone) {
                // that is how it is meant
            }
        }
    }

    private void comeBack(int port) throws IOException {
        if (inItsPlace != null) {
            inItsPlace.close();
        }
        provider = provider(port);
        register();
    }
}
