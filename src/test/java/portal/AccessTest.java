package portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

/**
 * Who gets what from every route. Where there is an id, it is of an invitation or a customer of the partner "direct"; the
 * invitation is open and made for customer A, anew for every cell of a form. {@code in} is the way to sign-in.
 */
class AccessTest {
    private static final List<String> VISITORS = List.of(
            "nobody",
            "norole",
            "direct-helpdesk",
            "direct-admin",
            "direct-global",
            "reseller-admin",
            "customer-a-global",
            "customer-a-user",
            "operator");
    private static final String OTHER_PARTNER = "reseller-admin";

    private static final String TABLE =
            """
                                                                nobody norole helpdesk admin global other a-global a-user operator
            GET  /                                                 200    200      200   200    200   200      200    200      200
            GET  /health/live                                      200    200      200   200    200   200      200    200      200
            GET  /health/ready                                     200    200      200   200    200   200      200    200      200
            GET  /static/{version}/{name}                          200    200      200   200    200   200      200    200      200
            GET  /privacy                                          200    200      200   200    200   200      200    200      200
            GET  /accessibility                                    200    200      200   200    200   200      200    200      200
            GET  /sign-in                                          303    303      303   303    303   303      303    303      303
            POST /sign-in                                          303    303      303   303    303   303      303    303      303
            GET  /sign-in/return                                   400    400      400   400    400   400      400    400      400
            POST /preferences                                      303    303      303   303    303   303      303    303      303
            GET  /activity                                          in    403      200   200    200   200      404    404      404
            GET  /customers                                         in    403      200   200    200   200      404    404      404
            GET  /customers/{id}                                    in    403      200   200    200   404      404    404      404
            GET  /invitations/new                                   in    403      403   200    200   200      404    404      404
            POST /invitations                                       in    403      403   303    303   303      404    404      404
            GET  /invitations/{id}                                  in    403      200   200    200   404      404    404      404
            GET  /invitations/{id}/draft                            in    403      403   200    200   404      404    404      404
            POST /invitations/{id}/draft                            in    403      403   303    303   404      404    404      404
            POST /invitations/{id}/draft/copy                       in    403      403   200    200   404      404    404      404
            POST /invitations/{id}/draft/language                   in    403      403   303    303   404      404    404      404
            POST /invitations/{id}/deliveries                       in    403      403   303    303   404      404    404      404
            POST /invitations/{id}/handover                         in    403      403   303    303   404      404    404      404
            POST /invitations/{id}/renewal                          in    403      403   303    303   404      404    404      404
            GET  /invitations/{id}/revocation                       in    403      403   200    200   404      404    404      404
            POST /invitations/{id}/revocation                       in    403      403   303    303   404      404    404      404
            GET  /portals/{portal}/invitations/{secret}            200    403      403   403    403   403      200    403      403
            GET  /portals/{portal}/invitations/{secret}/decline    200    403      403   403    403   403      200    403      403
            POST /portals/{portal}/invitations/{secret}/company     in    303      303   303    303   303      303    303      303
            POST /portals/{portal}/invitations/{secret}/decline     in    403      403   403    403   403      303    403      403
            POST /portals/{portal}/invitations/{secret}/acceptance  in    403      403   403    403   403      303    403      403
            POST /sign-out                                         303    303      303   303    303   303      303    303      303
            """;

    private static TestApp app;
    private static final Map<String, Client> CLIENTS = new HashMap<>();
    private static Asking.Asked shown;
    private static String customer;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        for (String visitor : VISITORS) {
            CLIENTS.put(visitor, visitor.equals("nobody") ? app.nobody() : app.as(visitor));
        }
        shown = Asking.by(CLIENTS.get("direct-admin")).asked();
        customer = "/customers/" + customerOfDirect();
    }

    /** Customer B takes an invitation that names no domain, so that the partner has a customer. */
    private static String customerOfDirect() {
        Asking.Asked open = Asking.by(CLIENTS.get("direct-admin"))
                .with("domain", null)
                .with("email", null)
                .with("company", null)
                .asked();
        assertEquals(
                200, Accepting.accept(app.as("customer-b-global"), open.link()).status());
        return app.database().read(handle -> handle.createQuery(
                        "select id from portfolio_entry where state = 'active' and name like 'Łąki%'")
                .mapTo(String.class)
                .one());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void nobodyFindsARouteThatIsNotInTheTable() {
        Set<String> routes = app.app().routes().table().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, new TreeSet<>(table().keySet()), "Say in the table who gets what");
    }

    @Test
    void anotherPartnerFindsNothingOfOurs() {
        List<List<String>> ours = table().entrySet().stream()
                .filter(row -> row.getKey().contains("{id}"))
                .map(Map.Entry::getValue)
                .toList();
        assertFalse(ours.isEmpty());
        assertTrue(ours.stream()
                .allMatch(row -> row.get(VISITORS.indexOf(OTHER_PARTNER)).equals("404")));
    }

    @TestFactory
    Stream<DynamicTest> everybodyGetsWhatTheTableSays() {
        return table().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
                    List<String> got = new ArrayList<>();
                    for (String visitor : VISITORS) {
                        got.add(outcome(ask(row.getKey(), CLIENTS.get(visitor))));
                    }
                    assertEquals(byVisitor(row.getValue()), byVisitor(got));
                }));
    }

    private static Map<String, String> byVisitor(List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < VISITORS.size(); i++) {
            named.put(VISITORS.get(i), cells.get(i));
        }
        return named;
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLE.lines().skip(1).forEach(line -> {
            List<String> cells = List.of(line.strip().split("\\s+"));
            assertEquals(2 + VISITORS.size(), cells.size(), line);
            rows.put(cells.get(0) + " " + cells.get(1), cells.subList(2, cells.size()));
        });
        return rows;
    }

    private static String outcome(Answer answer) {
        Optional<String> location = answer.location();
        boolean signIn = location.isPresent() && location.get().matches("/sign-in(\\?return=.*)?");
        return signIn && answer.status() == 303 ? "in" : String.valueOf(answer.status());
    }

    private static Answer ask(String route, Client client) {
        String method = route.substring(0, route.indexOf(' '));
        String path = route.substring(route.indexOf(' ') + 1);
        if (method.equals(HandlerType.GET.name())) {
            return client.get(address(path, shown));
        }
        Asking.Asked fresh =
                path.contains("{") ? Asking.by(CLIENTS.get("direct-admin")).asked() : shown;
        if (path.equals("/invitations")) {
            return Asking.by(client).send();
        }
        client.get("/");
        return client.post(address(path, fresh), fields(path, client, fresh));
    }

    private static String address(String path, Asking.Asked asked) {
        if (path.startsWith("/static/")) {
            return CLIENTS.get("nobody")
                    .get("/")
                    .page()
                    .selectFirst("link[rel=stylesheet]")
                    .attr("href");
        }
        return path.replace("/portals/{portal}/invitations/{secret}", asked.link())
                .replace("/customers/{id}", customer)
                .replace("/invitations/{id}", asked.path());
    }

    private static Map<String, String> fields(String path, Client client, Asking.Asked asked) {
        if (path.endsWith("/acceptance")) {
            return Accepting.fields(client, asked.link());
        }
        if (path.endsWith("/language") || path.equals("/preferences")) {
            return Map.of("language", "en");
        }
        return path.contains("/draft") || path.endsWith("/deliveries") ? asked.draft() : Map.of();
    }
}
