package portal.relationships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.TestApp;

/**
 * Two providers, three resellers and two customers they share in turns: who has which row in Customers, opens which record,
 * and finds what under each partner. A customer is A or B; a small letter is a row without delegated admin privileges.
 */
class WhoSeesWhatTest {
    /** Joint invitations that were accepted: provider, reseller, customer. */
    private static final String SHARED =
            """
            provider   reseller   a
            provider   reseller   b
            provider   reseller2  a
            provider2  reseller   a
            provider2  dual       b
            """;

    private static final String TABLE =
            """
            person           all  with-provider  with-provider2  with-reseller  with-reseller2  with-dual
            reseller-admin    AB             AB               A              -               -          -
            reseller2-admin    A              A               -              -               -          -
            dual-admin         B              -               B              -               -          -
            provider-admin    ab              -               -             ab               a          -
            provider2-admin   ab              -               -              a               -          b
            direct-admin       a              -               -              -               -          -
            """;

    private static final Map<String, String> NAMES = Map.of("a", "Jizerské sklo", "b", "Łąki Mazurskie");

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        Partnering partnering = new Partnering(cast);
        Map<String, String> partnerships = new HashMap<>();
        SHARED.lines().map(line -> line.split("\\s+")).forEach(shared -> {
            String pair = shared[0] + " " + shared[1];
            String partnership = partnerships.computeIfAbsent(pair, key -> partnering.active(shared[0], shared[1]));
            share(shared[1], partnership, shared[2]);
        });
        // multi-channel: a relationship with nothing sold, and here without privileges
        Asking.Asked alone = Asking.by(cast.of("direct-admin"))
                .with("delegated-admin", null)
                .with("domain", null)
                .asked();
        Accepting.accept(cast.of("customer-a-global"), URI.create(alone.link()).getPath());
    }

    private static void share(String reseller, String partnership, String customer) {
        Asking.Asked asked = Asking.by(cast.of(reseller + "-admin"))
                .together(partnership)
                .with("domain", null)
                .asked();
        Answer accepted = Accepting.accept(
                cast.of("customer-" + customer + "-global"),
                URI.create(asked.link()).getPath());
        assertEquals(200, accepted.status());
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> everybodySeesItsOwn() {
        List<String> columns = List.of(TABLE.lines().findFirst().orElseThrow().split("\\s+"));
        return TABLE.lines()
                .skip(1)
                .map(line -> List.of(line.split("\\s+")))
                .map(cells -> DynamicTest.dynamicTest(cells.get(0), () -> {
                    List<String> got = new ArrayList<>(List.of(cells.get(0)));
                    for (String column : columns.subList(1, columns.size())) {
                        got.add(seen(cast.of(cells.get(0)), column));
                    }
                    assertEquals(cells, got);
                }));
    }

    private static String seen(Client client, String column) {
        String company = column.replace("with-", "");
        String side = company.startsWith("provider") ? "provider" : "reseller";
        String filter = column.equals("all") ? "" : "?filter=" + side + ":" + Partnering.tenant(company);
        Answer page = client.get("/customers" + filter);
        assertEquals(200, page.status());
        StringBuilder seen = new StringBuilder();
        for (String customer : List.of("a", "b")) {
            for (Element row : page.page().select("table.customers tbody tr:contains(" + NAMES.get(customer) + ")")) {
                boolean privileges = row.text().contains("Granted");
                seen.append(privileges ? customer.toUpperCase(java.util.Locale.ROOT) : customer);
                opens(client, row.select("th a:not(.twisty)").attr("href"));
            }
        }
        return seen.isEmpty() ? "-" : seen.toString();
    }

    /** The record opens for its partner, and for nobody else. */
    private static void opens(Client client, String record) {
        assertEquals(200, client.get(record).status());
        for (String other : List.of("reseller-admin", "provider-admin", "direct-admin", "dual-admin")) {
            if (cast.of(other) != client) {
                assertEquals(404, cast.of(other).get(record).status());
            }
        }
    }

    @Test
    void aProviderOrdersForItsPartnersWithTheCustomerOnly() {
        assertEquals(List.of("reseller", "reseller2"), resellers("provider", "a"));
        assertEquals(List.of("reseller"), resellers("provider", "b"));
        assertEquals(List.of("reseller"), resellers("provider2", "a"));
        assertEquals(List.of("dual", "reseller"), resellers("provider2", "b"));
    }

    private static List<String> resellers(String provider, String customer) {
        return app
                .database()
                .read(handle -> SharedCustomers.resellers(
                        handle,
                        new PartnerId(Partnering.tenant(provider)),
                        new CustomerId(Partnering.tenant("customer-" + customer))))
                .stream()
                .map(reseller -> Stream.of("reseller", "reseller2", "dual")
                        .filter(company ->
                                Partnering.tenant(company).equals(reseller.id().value()))
                        .findFirst()
                        .orElseThrow())
                .sorted()
                .toList();
    }

    @Test
    void theFileHoldsWhatIsShared() {
        Answer file = cast.of("provider-admin").get("/indirect-resellers/customers.csv");

        assertEquals(200, file.status());
        assertEquals(4, file.text().lines().count());
        assertTrue(file.text().contains("Zielony Bór Systemy Sp. z o.o.,Jizerské sklo a.s.,jizerske-sklo.example"));
        assertEquals(
                404,
                cast.of("reseller-admin")
                        .get("/indirect-resellers/customers.csv")
                        .status());
        assertEquals(
                403,
                cast.of("provider-helpdesk")
                        .get("/indirect-resellers/customers.csv")
                        .status());
    }

    @Test
    void eachRelationshipIsMadeOnce() {
        assertEquals(9, rows.count("relationship"));
        assertEquals(5, rows.count("shared_customer"));
        assertEquals(4, rows.count("delegated_admin_grant"));
    }
}
