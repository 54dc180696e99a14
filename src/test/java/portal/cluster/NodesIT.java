package portal.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portal.demo.DemoProvider;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.mail.Email;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.signin.SignInRoutes;
import portal.testing.Client;
import portal.testing.GaleraCluster;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Three nodes of the release behind HAProxy, set up as README says, on two of MariaDB. */
class NodesIT {
    private static final int NODES = 3;
    private static final int WRITERS = 6;
    private static final int MAILS = 150;
    private static final int SENT_BEFORE = 20;
    private static final Duration WHILE = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofMinutes(2);

    @TempDir
    private static Path folder;

    private static final List<PortalNode> NODE = new ArrayList<>();
    private static GaleraCluster cluster;
    private static TestApp app;
    private static Database database;
    private static Process proxy;
    private static List<Load.Writer> writing;

    @BeforeAll
    static void start() throws Exception {
        cluster = GaleraCluster.start(Path.of("target", "test-nodes"), 2);
        try (Connection connection = DriverManager.getConnection(cluster.jdbcUrl(0, "portal"));
                var statement = connection.createStatement()) {
            statement.execute("create database nodes character set utf8mb4");
        }
        app = TestApp.start(Map.of("DB_URL", cluster.jdbcUrl(0, "nodes")));
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            accounts.add(Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(105 + i), true));
        }
        // only its schema, its provider and its mail server are wanted
        app.app().close();
        database = new Database(cluster.jdbcUrl(0, "nodes"), 4);
        URI portal = URI.create("http://localhost:" + freePort());
        startNodes(portal);
        startProxy(portal.getPort());
        writing = accounts.stream()
                .map(account -> new Load.Writer(List.of(Client.at(portal).signIn("direct-admin", "/")), account))
                .toList();
    }

    private static void startNodes(URI portal) throws Exception {
        String client = "nodes";
        TestApp.provider()
                .registerClient(new DemoProvider.Client(
                        client,
                        app.settings().get("OIDC_CLIENT_SECRET"),
                        List.of(portal.resolve(SignInRoutes.RETURN_PATH)),
                        List.of(portal.resolve("/"))));
        Path program = unpacked().resolve("bin/partner-portal");
        for (int i = 0; i < NODES; i++) {
            Map<String, String> settings = new HashMap<>(app.settings());
            settings.put("PORTAL_BASE_URL", portal.toString());
            settings.put("PORT", String.valueOf(freePort()));
            settings.put("OIDC_CLIENT_ID", client);
            settings.put("DB_URL", cluster.jdbcUrl(i % 2, "nodes"));
            settings.put("TRUSTED_PROXIES", "127.0.0.1");
            settings.put("PORTAL_CACHE", folder.resolve("cache" + i).toString());
            NODE.add(new PortalNode(program, settings, Path.of("target", "node-" + i + ".log")));
        }
        NODE.forEach(PortalNode::start);
        NODE.forEach(PortalNode::awaitReady);
    }

    private static Path unpacked() throws Exception {
        Path release = Files.createDirectory(folder.resolve("release"));
        Process tar = new ProcessBuilder("tar", "xzf", System.getProperty("release.archive"), "-C", release.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        try (Stream<Path> home = Files.list(release)) {
            return home.findFirst().orElseThrow();
        }
    }

    /** With the file README shows, but for addresses. */
    private static void startProxy(int port) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(readme.indexOf("defaults\n  mode http"));
        String config = shown.substring(0, shown.indexOf("```"))
                .lines()
                .filter(line -> !line.startsWith("  server ") && !line.startsWith("  bind "))
                .map(line -> line.startsWith("frontend ") ? line + "\n  bind 127.0.0.1:" + port : line)
                .collect(Collectors.joining("\n", "", "\n"));
        for (int i = 0; i < NODES; i++) {
            config += "  server node" + i + " 127.0.0.1:" + NODE.get(i).port() + "\n";
        }
        Path file = Files.writeString(folder.resolve("haproxy.cfg"), config);
        proxy = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "haproxy.log").toFile())
                .start();
        Waiting.until("HAProxy passes requests on", () -> PortalNode.ready(port));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterAll
    static void stop() {
        if (proxy != null) {
            proxy.destroy();
        }
        NODE.forEach(PortalNode::close);
        database.close();
        app.close();
        cluster.close();
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Test
    void nobodyNoticesThatAllNodesAreStartedAnewOneAfterTheOther() {
        Load load = Load.of(writing);
        rest(WHILE);
        for (PortalNode node : NODE) {
            node.stop();
            node.start();
            node.awaitReady();
            rest(WHILE);
        }
        load.stop();

        System.out.printf(
                "Three nodes started anew: %s; longest wait %d ms%n",
                load.answers(), load.longestWait().toMillis());
        assertEquals(Set.of("GET 200", "POST 303"), load.answers().keySet(), "no request failed");
        eachIsStoredOnce(load);
    }

    @Test
    void nobodyLosesANoteAndEachMailIsSentWhenANodeIsKilled() {
        Load load = Load.of(writing);
        rest(WHILE);
        PortalNode node = NODE.get(1);
        writeMails();
        Waiting.until("some have been sent", () -> sent() >= SENT_BEFORE);
        node.kill();
        Instant killed = Instant.now();
        long sentBefore = sent();
        rest(WHILE);
        node.start();
        node.awaitReady();
        rest(WHILE);
        load.stop();

        System.out.printf(
                "One of three nodes killed: %s; longest wait %d ms%n",
                load.answers(), load.longestWait().toMillis());
        // a write may have been done, and the rest of a page half sent cannot be had from another node
        assertTrue(
                Set.of(
                                "GET 200",
                                "POST 303",
                                "POST not answered",
                                "POST answered by the proxy",
                                "POST cut short",
                                "GET cut short")
                        .containsAll(load.answers().keySet()),
                () -> "the proxy asked another node again for what was only read: " + load.answers());
        assertTrue(load.failed() <= WRITERS, () -> "only what the node had in its hands: " + load.answers());
        eachIsStoredOnce(load);
        assertTrue(sentBefore < MAILS, "there was mail left to send");
        Waiting.until("all mail was sent", LEASE.plusSeconds(15), () -> sent() == MAILS);
        eachArrivedAtLeastOnce(killed);
    }

    private static void eachIsStoredOnce(Load load) {
        List<UUID> written = load.acknowledged();
        Rows rows = Rows.of(database);
        assertEquals(List.of(), load.missing());
        assertTrue(written.size() > WRITERS * 10, "they were busy");
        Map<String, Integer> stored = new HashMap<>();
        rows.texts("select body from customer_note").forEach(body -> stored.merge(body, 1, Integer::sum));
        written.forEach(id -> assertEquals(1, stored.get("Note " + id), "stored once"));
    }

    private static long sent() {
        return Rows.of(database).count("outbox_mail", "kind = 'trial' and sent_at is not null");
    }

    private static void writeMails() {
        Config config = app.config(Map.of());
        Outbox outbox = new Outbox(config, new Vault(config.keys()));
        database.write(handle -> {
            for (int i = 0; i < MAILS; i++) {
                outbox.add(handle, mail(i), Instant.now());
            }
            return null;
        });
    }

    private static Email mail(int number) {
        return new Email(
                "trial",
                "customer-" + number + "@jizerske-sklo.example",
                null,
                "Portal",
                Language.EN,
                "Trial " + number,
                "Text",
                "<p>Text</p>",
                null,
                null,
                null);
    }

    /** The one mail the node had in its hands when it was killed may arrive twice, under one name. */
    private static void eachArrivedAtLeastOnce(Instant killed) {
        List<String> arrived = app.mail().mails().stream()
                .flatMap(mail -> mail.headers().get("Message-ID").stream())
                .toList();
        assertEquals(MAILS, new HashSet<>(arrived).size());
        assertTrue(arrived.size() <= MAILS + 1, () -> arrived.size() + " arrived");
        long seconds = Duration.between(killed, Instant.now()).toSeconds();
        System.out.printf("Of %d mails %d arrived, the last within %d s%n", MAILS, arrived.size(), seconds);
    }
}
