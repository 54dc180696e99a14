package portal.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;

/** What a partner keeps on a customer's account: bill-to, alias, tags and notes. */
class AccountRoutesTest {
    private static final UUID CUSTOMER = Relating.company(105);
    private static final List<String> BAD =
            List.of("", " ", "x".repeat(3_000), "a\u0000b", "a\u202eb", "\u200b", "😀".repeat(2_001));

    private static TestApp app;
    private static Cast cast;
    private static Client admin;
    private static String path;
    private static String resold;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        admin = cast.of("direct-admin");
        path = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, CUSTOMER, true);
        resold = Relating.in(app).begin("reseller-admin", Capacity.INDIRECT_RESELLER, CUSTOMER, false);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnerOfTheSameCustomerFindsNothingOfOurs() {
        Client other = cast.of("reseller-admin");
        save(path, "labels", Map.of("alias", "Secret alias", "tags", "secret-tag"));
        note("A secret note");
        for (String page : List.of("", "/labels", "/notes", "/bill-to", "/services")) {
            assertEquals(404, other.get(path + page).status(), page);
        }
        assertEquals(
                404,
                other.post(path + "/notes", Map.of("id", newId(), "note", "x")).status());
        String theirs = other.get(resold).page().text()
                + other.get("/customers?q=secret").page().text();
        assertFalse(theirs.contains("Secret alias") || theirs.contains("secret-tag") || theirs.contains("secret note"));
        assertFalse(other.get(resold).page().text().contains("Direct bill"));
    }

    @Test
    void resellerIsToldWhoMakesOutTheBills() {
        Client reseller = cast.of("reseller-admin");
        Document page = reseller.get(resold).page();
        assertTrue(page.select("a[href$=/bill-to]").isEmpty());
        assertTrue(page.getElementById("bill-to-why").text().contains("indirect provider"));
        Answer refused = reseller.get(resold + "/bill-to");
        assertEquals(403, refused.status());
        assertTrue(refused.page().text().contains("indirect provider"));
        assertEquals(403, reseller.post(resold + "/bill-to", Map.of()).status());
    }

    @Test
    void helpdeskAgentWritesNotesAndIsToldWhoLabels() {
        Client helpdesk = cast.of("direct-helpdesk");
        Document page = helpdesk.get(path).page();
        assertTrue(page.getElementById("labels-why").text().contains("Global admin"));
        assertTrue(page.getElementById("bill-to-why").text().contains("Global admin"));
        assertFalse(page.select("form[action$=/notes]").isEmpty());
        assertEquals(403, helpdesk.get(path + "/labels").status());
        assertEquals(403, helpdesk.post(path + "/bill-to", Map.of()).status());
    }

    @Test
    void renamingChangesTheBillsAndTheListAndNothingOfTheCustomer() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(106), true);
        save(row, "labels", Map.of("alias", "Zelený", "tags", "rename"));
        String legal = admin.get(row).heading();
        Map<String, String> fields = fields(row + "/bill-to");
        fields.put("bill-to-name", "Ábel és Társa Kft.");
        fields.put("city", "Győr");
        assertEquals(303, admin.post(row + "/bill-to", fields).status());

        Document account = admin.get(row).page();
        assertEquals("Ábel és Társa Kft.", account.select("h1").text());
        assertTrue(account.select("address").text().contains("Győr"));
        assertTrue(account.select("[aria-labelledby=company]").text().contains(legal));
        for (String search : List.of("q=abel", "q=zeleny", "filter=tag:rename", "q=abel&filter=tag%3Arename")) {
            List<String> found =
                    admin.get("/customers?" + search).page().select("tbody th").eachText();
            assertEquals(1, found.size(), search);
            assertTrue(found.get(0).startsWith("Ábel és Társa Kft."), search);
        }
        assertEquals(
                0,
                Rows.of(app)
                        .count(
                                "portfolio_label l join portfolio_entry e on e.id = l.entry_id",
                                "l.name_key <> e.name_key or l.since <> e.since or l.state <> e.state"));
        assertEquals(
                legal, Rows.of(app).text("select legal_name from organization where id = ?", Relating.company(106)));
        Map<String, Object> logged = Rows.of(app).row("select * from activity_entry where action = 'bill-to-changed'");
        assertTrue(String.valueOf(logged.get("old_value")).startsWith(legal + ", "));
        assertTrue(String.valueOf(logged.get("new_value")).startsWith("Ábel és Társa Kft., "));
    }

    @Test
    void ofTwoWhoEditTheBillsOneIsToldAndLosesNothing() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(107), true);
        Map<String, String> stale = fields(row + "/bill-to");
        Map<String, String> first = new HashMap<>(stale);
        first.put("city", "Eger");
        assertEquals(303, admin.post(row + "/bill-to", first).status());
        assertEquals(303, admin.post(row + "/bill-to", first).status(), "the same form twice");
        stale.put("city", "Pécs");
        Answer conflict = admin.post(row + "/bill-to", stale);
        assertEquals(409, conflict.status());
        assertEquals("Pécs", conflict.page().select("#city").val());
        assertTrue(conflict.page().select(".notice ins").text().contains("Eger"));
        Map<String, String> again = filledIn(conflict.page());
        assertEquals(303, admin.post(row + "/bill-to", again).status());
        assertTrue(admin.get(row).page().select("address").text().contains("Pécs"));
    }

    @Test
    void ofManyFirstEditsAtOnceOneIsKept() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(108), true);
        try (TestApp second = app.secondNode()) {
            Client there = second.as("direct-global");
            Map<String, String> fields = fields(row + "/bill-to");
            Crowd<Integer> crowd = new Crowd<>();
            for (int i = 0; i < 8; i++) {
                Map<String, String> mine = new HashMap<>(fields);
                mine.put("city", "City " + i);
                Client who = i % 2 == 0 ? admin : there;
                who.get(row);
                crowd.with(() -> who.post(row + "/bill-to", mine).status());
            }
            List<Integer> outcomes = crowd.go();
            assertEquals(1, outcomes.stream().filter(status -> status == 303).count(), outcomes.toString());
            assertEquals(7, outcomes.stream().filter(status -> status == 409).count(), outcomes.toString());
        }
    }

    @Test
    void everyFieldOfTheBillSurvivesWhatIsTyped() {
        Map<String, String> good = fields(path + "/bill-to");
        for (String field : List.of(
                "bill-to-name",
                "address-line1",
                "address-line2",
                "city",
                "state-or-province",
                "postal-code",
                "country",
                "version")) {
            for (String bad : BAD) {
                Map<String, String> fields = new HashMap<>(good);
                fields.put(field, bad);
                int status = admin.post(path + "/bill-to", fields).status();
                assertTrue(status == 422 || status == 409 || status == 303, field + " " + status);
            }
        }
        assertEquals(422, admin.postRaw(path + "/bill-to", "city=A&city=B").status());
    }

    @Test
    void aliasIsFoundAndTagsNarrowTheList() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(109), false);
        save(row, "labels", Map.of("alias", "Kovářův mlýn", "tags", "Hotel, hotel ,  gold mine,"));
        Document account = admin.get(row).page();
        assertEquals(List.of("gold mine", "Hotel"), account.select(".tag").eachText());
        String list = account.select(".tag").last().attr("href");
        assertTrue(admin.get(list).page().select("tbody th").text().contains("Kovářův mlýn"));
        assertEquals(
                "tag:Hotel",
                admin.get(list).page().select("#filter option[selected]").val());
        assertEquals(
                1, admin.get("/customers?q=kovaruv").page().select("tbody tr").size());
        save(row, "labels", Map.of("alias", "", "tags", "gold mine"));
        assertTrue(admin.get("/customers?q=kovaruv").page().select("tbody tr").isEmpty());
        assertTrue(admin.get(list).page().select(".empty").text().contains("No customer has this tag"));
        Rows rows = Rows.of(app);
        assertEquals(
                2, rows.count("activity_entry", "action = 'alias-changed' and customer_id = ?", Relating.company(109)));
        assertEquals(
                "gold mine, Hotel",
                rows.text(
                        "select old_value from activity_entry where action = 'tags-changed' and customer_id = ? and new_value = 'gold mine'",
                        Relating.company(109)));
    }

    @Test
    void labelsThatCannotBeAreExplained() {
        for (String tags : List.of(
                "x".repeat(31), "a,b,c,d,e,f,g,h,i,j,k", "!!", "a\u0000b", "a\u202eb", "😀", "x,".repeat(300))) {
            Map<String, String> fields = fields(path + "/labels");
            fields.put("tags", tags);
            Answer answer = admin.post(path + "/labels", fields);
            assertEquals(422, answer.status(), tags);
            assertFalse(answer.page().getElementById("tags-error").text().isEmpty());
        }
        for (String alias : BAD.subList(2, BAD.size())) {
            Map<String, String> fields = fields(path + "/labels");
            fields.put("alias", alias);
            assertEquals(422, admin.post(path + "/labels", fields).status());
        }
        Map<String, String> stale = fields(path + "/labels");
        stale.put("version", "-1");
        stale.put("alias", "Mine");
        Answer conflict = admin.post(path + "/labels", stale);
        assertEquals(409, conflict.status());
        assertEquals("Mine", conflict.page().getElementById("alias").val());
        assertEquals(
                303, admin.post(path + "/labels", filledIn(conflict.page())).status());
    }

    @Test
    void notesStandNewestFirstAndOlderOnesBehind() {
        String row = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(110), false);
        for (int i = 1; i <= 23; i++) {
            assertEquals(
                    303,
                    admin.post(row + "/notes", Map.of("id", newId(), "note", "Note " + i))
                            .status());
        }
        Document page = admin.get(row).page();
        assertEquals("Note 23", page.select("#notes li p").first().text());
        assertEquals(20, page.select("#notes li").size());
        assertTrue(page.select("#notes li small").first().text().endsWith("Kovács Gergő"));
        Document older =
                admin.get(page.select("#notes a[rel=next]").attr("href")).page();
        assertEquals(
                List.of("Note 3", "Note 2", "Note 1"),
                older.select("#notes li p").eachText());
        assertTrue(older.select("#notes a[rel=next]").isEmpty());
    }

    @Test
    void noteSentTwiceIsWrittenOnceAndKeepsItsLines() {
        String id = newId();
        Map<String, String> note = Map.of("id", id, "note", "First line\r\nsecond <b>line</b> 😀");
        for (int i = 0; i < 2; i++) {
            Answer answer = admin.post(path + "/notes", note);
            assertEquals(303, answer.status());
            assertEquals(path + "#notes", answer.location().orElseThrow());
        }
        assertEquals(1, Rows.of(app).count("customer_note", "id = ?", id));
        assertEquals(
                "First line\nsecond <b>line</b> 😀",
                admin.get(path).page().select("#notes li p").first().wholeText());
        for (String bad : List.of("", " \n ", "x".repeat(2_001), "a\u0000b", "a\u202eb", "\u200b")) {
            Answer answer = admin.post(path + "/notes", Map.of("id", newId(), "note", bad));
            assertEquals(422, answer.status());
            assertEquals(1, answer.page().select("#note[aria-invalid]").size());
        }
        assertEquals(
                303,
                admin.post(path + "/notes", Map.of("id", newId(), "note", "😀a".repeat(1_000)))
                        .status());
        for (String badId : List.of("", "1", UUID.randomUUID().toString())) {
            assertEquals(
                    400,
                    admin.post(path + "/notes", Map.of("id", badId, "note", "x"))
                            .status());
        }
    }

    @Test
    void accountTellsOwnRelationshipsAndPrivilegesOnly() {
        List<String> rows = admin.get(path)
                .page()
                .select("[aria-labelledby=relationship] tbody th")
                .eachText();
        assertEquals(2, rows.size());
        assertTrue(rows.containsAll(List.of("Direct bill partner", "Delegated admin privileges")), rows.toString());
    }

    @Test
    void everyPageIsThereInEveryLanguage() {
        for (String language : List.of("cs", "pl", "hu")) {
            Client reader = new Cast(app).of("direct-global").preferring(language);
            for (String page : List.of("", "/labels", "/notes", "/bill-to", "/services")) {
                Answer answer = reader.get(path + page);
                assertEquals(200, answer.status(), page);
                assertEquals(language, answer.page().select("html").attr("lang"));
            }
        }
    }

    private static void note(String text) {
        assertEquals(
                303,
                admin.post(path + "/notes", Map.of("id", newId(), "note", text)).status());
    }

    private static void save(String row, String page, Map<String, String> values) {
        Map<String, String> fields = fields(row + "/" + page);
        fields.putAll(values);
        assertEquals(303, admin.post(row + "/" + page, fields).status());
    }

    private static Map<String, String> fields(String form) {
        return filledIn(admin.get(form).page());
    }

    private static Map<String, String> filledIn(Document page) {
        Map<String, String> fields = new HashMap<>();
        page.select("main input[name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        page.select("main select[name]")
                .forEach(field -> fields.put(
                        field.attr("name"), field.select("option[selected]").val()));
        fields.remove("csrf");
        return fields;
    }

    private static String newId() {
        return Ids.next().toString();
    }
}
