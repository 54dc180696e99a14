package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.Config;
import portal.users.Directory;
import portal.users.ScimDirectory;

class ScimEndpointTest {
    private static final String TOKEN = "token of the portal";
    private static final Path FILE = Path.of("target", "demo-provider", "users-" + UUID.randomUUID() + ".json");

    private DemoProvider provider;
    private ScimDirectory directory;

    @BeforeEach
    void start() {
        provider = DemoProvider.start(
                0,
                null,
                new DemoProvider.Client("portal", "secret", List.of(), List.of()),
                DemoPeople.people(),
                new DemoProvider.Directory(FILE, TOKEN));
        directory = new ScimDirectory(new Config.Directory(provider.directory(), TOKEN));
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static Directory.Account account(String name, boolean active) {
        UUID tenant = DemoPeople.person("customer-a-user").tenant();
        return new Directory.Account(UUID.randomUUID(), tenant, name, "Jana", "Malá", "Jana Malá", "CZ", active);
    }

    private HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(provider.directory() + path))
                                .header("Authorization", "Bearer " + token)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void nobodyGetsInWithoutTheToken() throws Exception {
        for (String method : List.of("GET", "POST")) {
            assertEquals(401, send(method, "/Users", "{}", "another").statusCode());
        }
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            assertEquals(401, send(method, "/Users/x", "{}", "").statusCode());
        }
        ScimDirectory stranger = new ScimDirectory(new Config.Directory(provider.directory(), "another"));
        assertThrows(
                Directory.Away.class, () -> stranger.create(account("stranger@firma.example", true), Optional.empty()));
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        assertEquals(400, send("POST", "/Users", "not JSON", TOKEN).statusCode());
        assertEquals(400, send("POST", "/Users", "{}", TOKEN).statusCode());
        assertEquals(400, send("GET", "/Users?filter=title%20pr", "", TOKEN).statusCode());
        assertEquals(404, send("GET", "/Users/nobody", "", TOKEN).statusCode());
        Directory.Refused refused = assertThrows(
                Directory.Refused.class,
                () -> directory.create(account("short@firma.example", true), Optional.of("short")));
        assertEquals("400 The password is too short", refused.getMessage());
    }

    @Test
    void everyCallMayComeTwice() throws Exception {
        Directory.Account jana = account("jana@firma.example", true);
        String id = directory.create(jana, Optional.of("a first password"));
        assertEquals(id, directory.create(jana, Optional.of("a first password")));
        assertThrows(
                Directory.Refused.class, () -> directory.create(account("JANA@firma.example", true), Optional.empty()));
        assertThrows(
                Directory.Refused.class,
                () -> directory.create(
                        account(DemoPeople.person("customer-a-user").email(), true), Optional.empty()));
        for (int i = 0; i < 2; i++) {
            directory.update(id, jana);
            directory.setTemporaryPassword(id, "a second password");
        }
        String kept = Files.readString(FILE);
        assertFalse(kept.contains("second password"), "only what cannot be read is kept");
        assertTrue(new Accounts(FILE).find(id).orElseThrow().temporary());
        String shown = send("GET", "/Users/" + id, "", TOKEN).body();
        assertTrue(shown.contains("\"userName\":\"jana@firma.example\"") && !shown.contains("password"), shown);
        directory.remove(id);
        directory.remove(id);
        assertTrue(new Accounts(FILE).find(id).isEmpty());
    }
}
