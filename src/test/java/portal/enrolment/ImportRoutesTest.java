package portal.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Importing;
import portal.testing.Rows;
import portal.testing.TestApp;

class ImportRoutesTest {
    private static final UUID RESELLER = DemoPeople.person("reseller-admin").tenant();
    private static final UUID PROVIDER = DemoPeople.person("provider-admin").tenant();
    private static final UUID CUSTOMER = DemoPeople.person("customer-a-global").tenant();
    private static final UUID UNKNOWN = UUID.fromString("0a000000-0000-4000-8000-000000000001");

    private static TestApp app;
    private static TestApp other;
    private static Client operator;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        other = app.secondNode();
        operator = app.as("operator");
    }

    @AfterAll
    static void stop() {
        other.close();
        app.close();
    }

    @BeforeEach
    void startAgain() {
        Rows.of(app).startAgain();
    }

    private static String row(UUID partner, String name) {
        return Importing.row(partner, UUID.randomUUID(), name, "a.example", "CZ", "yes");
    }

    private static List<String> outcomes(String path) {
        return operator.get(path).page().select("tbody tr").eachText();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAsThat() {
        assertEquals(
                413, Importing.by(operator).send(new byte[64 * 1024 * 1024 + 1]).status());
    }

    @Test
    void aFormThatBreaksOffIsRefused() {
        Answer answer = operator.send(HttpRequest.newBuilder(app.address().resolve("/imports"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .header("Origin", app.address().toString())
                .POST(BodyPublishers.ofString("--part\r\nContent-Disposition: form-data; name=\"file\"")));
        assertEquals(400, answer.status());
    }

    @Test
    void strangersFindNoImports() {
        String path = Importing.by(operator).read(row(RESELLER, "A")).path();
        assertEquals(303, app.nobody().get(path).status());
        for (String person : List.of("reseller-global", "provider-admin", "customer-a-global")) {
            Client stranger = app.as(person);
            assertEquals(404, stranger.get("/imports").status());
            assertEquals(404, stranger.get(path).status());
            assertEquals(404, stranger.post(path + "/confirmation", Map.of()).status());
            assertEquals(404, stranger.post(path + "/removal", Map.of()).status());
            assertEquals(404, Importing.by(stranger).send(new byte[0]).status());
            assertTrue(stranger.get("/").page().select("a[href=/imports]").isEmpty());
        }
        assertEquals(404, operator.get("/imports/" + UUID.randomUUID()).status());
        assertEquals(415, operator.post("/imports", Map.of()).status());
    }

    @Test
    void operatorIsToldWhatIsWrongWithEachRowAndGoodOnesStay() {
        UUID again = UUID.randomUUID();
        String path = Importing.by(operator)
                .read(
                        Importing.row(RESELLER, again, "Good", "good.example", "CZ", "yes"),
                        "x," + row(RESELLER, "No id").substring(37),
                        Importing.row(RESELLER, again, "Twice", "good.example", "CZ", "no"),
                        row(RESELLER, "L".repeat(201)),
                        row(RESELLER, "Bell\u0007"),
                        row(RESELLER, "Turned \u202Eround"),
                        row(RESELLER, ""),
                        Importing.row(RESELLER, UUID.randomUUID(), "D", "no domain", "CZ", "yes"),
                        Importing.row(RESELLER, UUID.randomUUID(), "C", "", "XX", "yes"),
                        Importing.row(RESELLER, UUID.randomUUID(), "Y", "", "CZ", "maybe"),
                        Importing.row(RESELLER, PROVIDER, "P", "", "PL", "yes"),
                        Importing.row(CUSTOMER, UUID.randomUUID(), "P", "", "PL", "yes"),
                        Importing.row(RESELLER, UUID.randomUUID(), "R", "", "US", "yes"),
                        row(RESELLER, "M") + ",more",
                        row(UNKNOWN, "Waits"),
                        row(PROVIDER, "Stays with the provider"),
                        "")
                .path();
        List<String> rows = outcomes(path);
        assertEquals(16, rows.size());
        List<String> expected = List.of(
                "2 Good",
                "not a UUID",
                "as in line 2",
                "too long",
                "nobody can see",
                "nobody can see",
                "nothing stands");
        IntStream.range(0, expected.size())
                .forEach(i -> assertTrue(rows.get(i).contains(expected.get(i)), rows.get(i)));
        List<String> further = List.of(
                "not a domain",
                "two letters",
                "neither yes nor no",
                "is a partner",
                "is a customer",
                "another region",
                "More cells (8)",
                "Waits until the partner",
                "no indirect reseller");
        IntStream.range(0, further.size())
                .forEach(i -> assertTrue(rows.get(i + 7).contains(further.get(i)), rows.get(i + 7)));
        assertEquals(13, outcomes(path + "?show=bad").size());
        assertEquals(0, Rows.of(app).count("imported_customer"));
        operator.submit(path + "/confirmation", Map.of());
        assertEquals(3, Rows.of(app).count("imported_customer"));
        assertEquals(1, Rows.of(app).count("relationship", "origin = 'imported' and portal = 'Azure portal'"));
        assertEquals(1, Rows.of(app).count("activity_entry", "action = 'import-confirmed' and new_value = '3'"));
    }

    @Test
    void everyReaderIsToldInTheirLanguage() {
        String path = Importing.by(operator)
                .read(row(RESELLER, ""), row(UNKNOWN, "W"), row(RESELLER, "N"))
                .path();
        Map<String, String> told =
                new TreeMap<>(Map.of("cs", "údaj chybí", "hu", "hiányzik az érték", "pl", "brak wartości"));
        told.forEach((language, text) -> {
            operator.post("/preferences", Map.of("language", language));
            assertTrue(operator.get(path).text().contains(text), language);
            assertEquals(200, operator.get("/imports").status());
        });
        operator.post("/preferences", Map.of("language", "en"));
    }

    @Test
    void fileMayHaveAMarkSemicolonsCapitalsAndAnyOrder() {
        String file = "\uFEFFDAP;Country;Customer Name;domain;note;customer_tenant_id;Portal;Partner Tenant ID\r\n"
                + "ano;cz;\"Sklo; a.s.\";SKLO.example;x;" + UUID.randomUUID() + ";Azure;" + RESELLER + "\r\n";
        Answer answer = Importing.by(operator).send(file.getBytes(StandardCharsets.UTF_8));
        String row = outcomes(answer.location().orElseThrow()).get(0);
        assertTrue(row.contains("Sklo; a.s. sklo.example, CZ · with DAP"), row);
        assertTrue(row.contains("Comes into"), row);
    }

    @Test
    void bytesThatAreNotTextAreABadRow() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes((Importing.COLUMNS + "\n" + RESELLER + ",Azure," + UUID.randomUUID() + ",Skl")
                .getBytes(StandardCharsets.UTF_8));
        file.write(0xE1);
        file.writeBytes((",,CZ,yes\n" + row(RESELLER, "Čistá") + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> rows = outcomes(
                Importing.by(operator).send(file.toByteArray()).location().orElseThrow());
        assertTrue(rows.get(0).contains("is not UTF-8"), rows.get(0));
        assertTrue(rows.get(1).contains("Comes into"), rows.get(1));
    }

    @Test
    void rowsBeforeABrokenOneStay() {
        String path = Importing.by(operator)
                .read(row(RESELLER, "A"), row(RESELLER, "\"B\" c"), row(RESELLER, "D"))
                .path();
        List<String> rows = outcomes(path);
        assertEquals(2, rows.size());
        assertTrue(rows.get(1).startsWith("3 ") && rows.get(1).contains("could not be read"), rows.get(1));
        String endless = Importing.by(operator)
                .read(row(RESELLER, "A"), row(RESELLER, "\"" + "never closed\n".repeat(30_000)))
                .path();
        assertTrue(outcomes(endless).get(1).contains("could not be read"));
    }

    @Test
    void fileWithoutTheColumnsIsRefusedAndTheFormSaysWhich() {
        for (String file : List.of("a,b\n1,2\n", "", "\n\n", "{}", "\"", "\u0000\u0001")) {
            Answer answer = Importing.by(operator).send(file.getBytes(StandardCharsets.UTF_8));
            assertEquals(422, answer.status());
            assertEquals(List.of("file"), answer.wrongFields());
        }
        Answer answer = Importing.by(operator).send("portal,dap\n".getBytes(StandardCharsets.UTF_8));
        assertTrue(answer.text().contains("partner-tenant-id, customer-tenant-id, customer-name, domain, country"));
        assertEquals(
                400,
                operator.upload("/imports", Map.of("id", "x"), "a.csv", new byte[1])
                        .status());
        assertEquals(0, Rows.of(app).count("import"));
    }

    @Test
    void sameFormSentTwiceIsReadOnce() {
        Map<String, String> fields = Map.of("id", Ids.next().toString());
        byte[] file = (Importing.COLUMNS + "\n" + row(RESELLER, "A")).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                303,
                operator.upload("/imports", fields, "../\u202Eř \"a\".csv", file)
                        .status());
        assertEquals(303, operator.upload("/imports", fields, "b.csv", file).status());
        assertEquals(1, Rows.of(app).count("import"));
        assertEquals(1, Rows.of(app).count("import_row"));
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneIsToldThatItWasDone() {
        List<String> rows = IntStream.range(0, 150)
                .mapToObj(i -> row(RESELLER, "Firm " + i))
                .toList();
        String path = Importing.by(operator).read(rows.toArray(String[]::new)).path();
        Client elsewhere = other.as("operator");
        operator.get(path);
        elsewhere.get(path);
        List<Integer> statuses = new Crowd<Integer>()
                .with(() -> operator.post(path + "/confirmation", Map.of()).status())
                .with(() -> elsewhere.post(path + "/confirmation", Map.of()).status())
                .with(() -> goOn(app))
                .with(() -> goOn(other))
                .go();
        assertEquals(List.of(303, 303), statuses.subList(0, 2));
        app.app().imports().goOn();
        assertEquals(1, Rows.of(app).count("activity_entry", "action = 'import-confirmed'"));
        assertEquals(150, Rows.of(app).count("relationship", "still_open = 1"));
        assertEquals(150, Rows.of(app).count("portfolio_entry", "attention = 'agreement-missing'"));
        assertEquals(150, Rows.of(app).count("delegated_admin_grant"));
        assertEquals("applied", Rows.of(app).text("select state from import"));
    }

    private static int goOn(TestApp node) {
        node.app().imports().goOn();
        return 0;
    }

    @Test
    void secondTimeThereIsNothingNew() {
        String[] rows = {row(RESELLER, "A"), row(UNKNOWN, "B"), row(PROVIDER, "C")};
        Importing.by(operator).imported(rows);
        Map<String, Long> before = Rows.of(app).counts(List.of("relationship", "portfolio_entry", "imported_customer"));
        String path = Importing.by(operator).read(rows).path();
        Answer page = operator.get(path);
        assertTrue(page.text().contains("Nothing new: there is nothing to confirm."));
        assertTrue(page.page().select("form[action$=confirmation]").isEmpty());
        operator.post(path + "/confirmation", Map.of());
        app.app().imports().goOn();
        assertEquals(before, Rows.of(app).counts(List.of("relationship", "portfolio_entry", "imported_customer")));
    }

    @Test
    void whatIsNotConfirmedCanBeRemovedAndThenNotConfirmed() {
        String path = Importing.by(operator).read(row(RESELLER, "A")).path();
        assertTrue(operator.submit(path + "/removal", Map.of()).text().contains("is removed"));
        assertEquals(404, operator.get(path).status());
        assertEquals(404, operator.post(path + "/confirmation", Map.of()).status());
        assertEquals(0, Rows.of(app).count("import_row"));
        String confirmed = Importing.by(operator).read(row(RESELLER, "A")).path();
        operator.post(confirmed + "/confirmation", Map.of());
        operator.post(confirmed + "/removal", Map.of());
        assertEquals(200, operator.get(confirmed).status());
        assertEquals(1, Rows.of(app).count("relationship"));
    }

    @Test
    void longListsArePagedAndNothingOfThemIsLost() {
        String[] rows = IntStream.range(0, 5000)
                .mapToObj(i -> row(UNKNOWN, "Firm " + i))
                .toArray(String[]::new);
        rows[2500] = row(UNKNOWN, "");
        String path = Importing.by(operator).read(rows).path();
        Answer first = operator.get(path);
        assertEquals(50, first.page().select("tbody tr").size());
        assertTrue(first.body().length < 30_000);
        Element next = first.page().selectFirst("a[rel=next]");
        Answer second = operator.get(next.attr("href"));
        assertTrue(second.page().select("tbody tr").get(0).text().startsWith("52 "));
        Answer back = operator.get(second.page().selectFirst("a[rel=prev]").attr("href"));
        assertTrue(back.page().select("tbody tr").get(0).text().startsWith("2 "));
        assertTrue(back.page().select("a[rel=prev]").isEmpty());
        assertTrue(operator.get(path + "?after=-1&before=x").status() == 200);
        assertTrue(outcomes(path + "?show=bad").get(0).startsWith("2502 "));
        operator.submit(path + "/confirmation", Map.of());
        assertEquals(4999, Rows.of(app).count("imported_customer", "waiting = 1"));
        assertEquals(
                5000,
                Rows.of(app)
                        .row("select new_rows + waiting_rows + known_rows + bad_rows as n from import")
                        .values()
                        .stream()
                        .mapToLong(n -> ((Number) n).longValue())
                        .sum());
        assertFalse(operator.get("/imports")
                .page()
                .select("tbody tr:contains(5,000)")
                .isEmpty());
    }
}
