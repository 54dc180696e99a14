package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

class CatalogueRoutesTest {
    private static final String HEADING = "sku,product,kind,offer,term,billing,least-seats,most-seats,available\n";

    private static TestApp app;
    private static Cast cast;
    private static Client operator;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        operator = cast.of("operator");
        rows = Rows.of(app);
        Selling.at(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Answer upload(String content) {
        return upload(operator, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer upload(Client client, byte[] content) {
        return client.upload("/catalogue/uploads", Map.of(), "file", "katalog říjen.csv", content);
    }

    /** Looks a file over and loads it. */
    private static Document loaded(String content) {
        String preview = upload(content).location().orElseThrow();
        Document page = operator.get(preview).page();
        assertEquals(303, operator.post(preview + "/loading", Map.of()).status());
        return page;
    }

    private static List<String> outcomes(Document page) {
        return page.select("tbody tr").stream()
                .map(row ->
                        row.select("td.num").text() + " " + row.select(".badge").text())
                .sorted()
                .toList();
    }

    @Test
    void strangersDoNotFindTheCatalogue() {
        assertEquals(303, cast.of("nobody").get("/catalogue").status());
        for (String stranger : List.of("direct-global", "customer-a-global")) {
            Client client = cast.of(stranger);
            assertEquals(404, client.get("/catalogue").status(), stranger);
            assertEquals(
                    404,
                    upload(client, HEADING.getBytes(StandardCharsets.UTF_8)).status(),
                    stranger);
        }
        assertTrue(cast.of("direct-global")
                .get("/")
                .page()
                .select("a[href=/catalogue]")
                .isEmpty());
        assertFalse(operator.get("/").page().select("a[href=/catalogue]").isEmpty());
    }

    @Test
    void operatorSeesFirstWhatEachLineDoes() {
        long offers = rows.count("offer");
        Answer kept = upload(HEADING
                + "DRAW,Nimbus Diagrams,licence,DRAW-M,monthly,monthly,1,50,yes\n"
                + "WORK,Nimbus Work Standard,licence,WORK-M,monthly,monthly,1,300,yes\n"
                + "MAIL,Nimbus Mail Plan 1,licence,MAIL-Y,annual,monthly,5,1000,yes\n"
                + "X Y,Bad,licence,BAD,monthly,monthly,1,5,yes\n"
                + "A,,licence,A-M,monthly,monthly,1,5,yes\n"
                + "B,B,boat,B-M,monthly,monthly,1,5,yes\n"
                + "C,C,licence,C-M,none,usage,1,5,yes\n"
                + "D,D,usage,D-M,monthly,monthly,1,5,yes\n"
                + "E,E,licence,E-M,monthly,monthly,9,5,yes\n"
                + "F,F,licence,F-M,monthly,monthly,1,5,perhaps\n"
                + "DRAW,Nimbus Diagrams,licence,draw-m,monthly,monthly,1,50,yes\n"
                + "DRAW,Another name,licence,DRAW-Y,annual,annual,1,50,yes\n"
                + "WORK,Nimbus Work Standard,usage,WORK-USE,none,usage,,,yes\n");
        assertEquals(303, kept.status());
        Answer preview = operator.get(kept.location().orElseThrow());
        assertEquals(200, preview.status());
        assertEquals(
                List.of(
                        "10 Left out",
                        "11 Left out",
                        "12 Left out",
                        "13 Left out",
                        "14 Left out",
                        "2 New",
                        "3 Unchanged",
                        "4 Left out",
                        "5 Left out",
                        "6 Left out",
                        "7 Left out",
                        "8 Left out",
                        "9 Left out"),
                outcomes(preview.page()));
        assertTrue(preview.text().contains("what was ordered keeps its terms"));
        assertEquals(offers, rows.count("offer"));
        assertEquals(
                "200",
                String.valueOf(operator.get(kept.location().orElseThrow()).status()));
    }

    @Test
    void loadingAgainChangesNothingMoreAndKeepsWhatTheFileDoesNotName() {
        String file = HEADING + "PLAN,Nimbus Projects,licence,PLAN-M,monthly,monthly,1,50,yes\n";
        assertEquals(List.of("2 New"), outcomes(loaded(file)));
        assertEquals(
                List.of("2 Unchanged"),
                outcomes(operator.get(upload(file).location().orElseThrow()).page()));
        Document changed = loaded("\uFEFF"
                + file.replace(',', ';')
                        .replace("Nimbus Projects", "Nimbus Plans")
                        .replace(";yes", ";no"));
        assertEquals(List.of("2 Changed"), outcomes(changed));
        assertTrue(changed.text().contains("new name, off sale"), changed.text());
        assertEquals("0", rows.text("select available from product where sku = 'PLAN'"));
        assertEquals("Nimbus Plans", rows.text("select name from product where sku = 'PLAN'"));
        assertEquals(1, rows.count("offer", "code = 'WORK-M'"));
        Document list = operator.get("/catalogue?q=plans").page();
        assertTrue(list.select("tbody").text().contains("Off sale"), list.text());
        assertTrue(rows.count("activity_entry", "action = 'catalogue-loaded' and subject like '%.csv'") >= 2);
    }

    @Test
    void loadingTwiceFromTwoWindowsIsHarmless() {
        String preview = upload(HEADING + "ONCE,Once,licence,ONCE-M,monthly,monthly,1,50,yes\n")
                .location()
                .orElseThrow();
        operator.get(preview);
        assertTrue(operator.submit(preview + "/loading", Map.of()).text().contains("Loaded. Added: 1."));
        assertTrue(operator.submit(preview + "/loading", Map.of()).text().contains("was loaded already"));
        assertEquals(404, operator.get(preview).status());
        assertEquals(1, rows.count("offer", "code = 'ONCE-M'"));
    }

    @Test
    void filesThatCannotBeReadAreToldAtTheField() {
        assertWrong("Choose a file", upload(""));
        assertWrong("UTF-8", upload(operator, new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}));
        assertWrong("UTF-8", upload(HEADING + "a\0b"));
        assertWrong("has to name these columns", upload("sku,product\nA,B\n"));
        assertWrong("has no end", upload(HEADING + "\"A,B\n"));
        assertWrong("no lines", upload(HEADING));
        assertWrong("no lines", upload("\n\n"));
        assertWrong("at most 5,000 lines", upload(HEADING + "A,B\n".repeat(5_001)));
        assertWrong("up to 1 MB", upload(HEADING + "x".repeat(1_000_001)));
    }

    private static void assertWrong(String told, Answer answer) {
        assertEquals(422, answer.status(), told);
        assertEquals(List.of("file"), answer.wrongFields(), told);
        assertTrue(
                answer.page().select("#file-error").text().contains(told),
                answer.page().select("#file-error").text());
    }

    @Test
    void oddCellsAreLeftOutAndShownAsTheyAre() {
        Document page = operator.get(upload(HEADING
                                + "<b>,\u202Eabc,licence,😀,monthly,monthly,1,1,yes\n"
                                + "G,\u202Eabc,licence,G-M,monthly,monthly,1,1,yes\n"
                                + "H,H\n"
                                + "I," + "x".repeat(201) + ",licence,I-M,monthly,monthly,1,1,yes,more,more\n")
                        .location()
                        .orElseThrow())
                .page();
        assertEquals(List.of("2 Left out", "3 Left out", "4 Left out", "5 Left out"), outcomes(page));
        assertTrue(page.select("tbody b").isEmpty());
    }

    @Test
    void addressesThatMakeNoSenseShowTheList() {
        for (String query : List.of("q=%00%0A", "after=1", "before=nonsense", "q=%25_%5C%27", "q=%F0%9F%98%80")) {
            assertEquals(200, operator.get("/catalogue?" + query).status(), query);
        }
        assertEquals(404, operator.get("/catalogue/uploads/1").status());
        for (String language : List.of("cs", "pl", "hu")) {
            Client reader = app.as("operator").preferring(language);
            assertEquals(200, reader.get("/catalogue").status(), language);
        }
    }
}
