package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.web.Routes;
import portal.testing.TestApp;

class RoutesTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "routes.txt");
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
    void nobodyReachesMoreThanWhatWasApproved() {
        String table = table().stream()
                .map(route -> route.method() + " " + route.path() + " " + route.access())
                .sorted((one, other) -> inPathOrder(one).compareTo(inPathOrder(other)))
                .collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("routes.write")) {
            Sources.write(APPROVED, table);
        }
        assertEquals(
                Sources.read(APPROVED),
                table,
                "The routes changed. When each line and its access is meant, approve them with"
                        + " mvn test -Dtest=RoutesTest -Droutes.write=true");
    }

    private static String inPathOrder(String line) {
        return line.substring(line.indexOf(' ') + 1) + line;
    }

    @Test
    void nobodyGetsPastTheGateByARouteOfJavalinsOwn() {
        List<Endpoint> endpoints = app.app().server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .toList();
        assertFalse(endpoints.isEmpty());
        assertEquals(
                List.of(),
                endpoints.stream()
                        .filter(endpoint -> roles(endpoint).isEmpty())
                        .map(endpoint -> endpoint.method + " " + endpoint.path)
                        .toList(),
                "Add routes through portal.platform.web.Routes, which asks for their access");
        assertEquals(
                table().stream().map(RoutesTest::line).collect(Collectors.toSet()),
                endpoints.stream()
                        .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
                        .map(endpoint -> endpoint.method + " " + endpoint.path)
                        .collect(Collectors.toSet()));
    }

    private static Set<?> roles(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    @Test
    void peopleReadPathsInWordsJoinedByHyphens() {
        Stream<String> segments = table().stream()
                .flatMap(route -> Stream.of(route.path().substring(1).split("/")));
        assertEquals(
                List.of(),
                segments.filter(segment -> !segment.isEmpty())
                        .filter(segment -> !segment.matches("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z]+)?|\\{[a-z][a-zA-Z]*}"))
                        .toList());
    }

    /** A verb is a noun of its own: one posts a revocation, one does not call revoke. */
    @Test
    void peoplePostNouns() {
        Set<String> verbs = Set.of(
                "accept", "add", "cancel", "create", "delete", "edit", "end", "invite", "new", "refuse", "remove",
                "renew", "resend", "revoke", "save", "send", "submit", "update");
        assertEquals(
                List.of(),
                table().stream()
                        .filter(route -> route.method().equals(HandlerType.POST))
                        .map(Routes.Route::path)
                        .filter(path -> verbs.contains(path.substring(path.lastIndexOf('/') + 1)))
                        .toList());
    }

    private static List<Routes.Route> table() {
        return app.app().routes().table();
    }

    private static String line(Routes.Route route) {
        return route.method() + " " + route.path();
    }
}
