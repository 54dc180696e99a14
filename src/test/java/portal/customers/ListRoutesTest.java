package portal.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.portfolio.ManyRows;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;

/** The Customers page's filters, saved views and file, and what its open row says. */
class ListRoutesTest {
    private static TestApp app;
    private static Cast cast;
    private static Client admin;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        admin = cast.of("direct-admin");
        Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(101), true);
        Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, Relating.company(102), false);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void helpdeskAgentIsToldWhoExports() {
        Client helpdesk = cast.of("direct-helpdesk");
        Document page = helpdesk.get("/customers").page();
        Element button = page.selectFirst("main button[aria-describedby=csv-why]");
        assertTrue(button.hasAttr("disabled"));
        assertTrue(page.getElementById("csv-why").text().contains("Admin agent"));
        assertEquals(403, helpdesk.get("/customers.csv").status());
    }

    @Test
    void filterStaysInTheAddressThroughSortAndPages() {
        ManyRows rows = new ManyRows(app.database());
        PartnerId dual = new PartnerId(DemoPeople.person("dual-admin").tenant());
        rows.add(dual, 400);
        rows.label(dual, "tag:even", 2);
        Client partner = cast.of("dual-admin");
        Document page = partner.get("/customers?state=active&filter=tag%3Aeven&sort=-since")
                .page();
        assertEquals("tag:even", page.select("#filter option[selected]").val());
        assertEquals("active", page.select("#state option[selected]").val());
        String next = page.select("a[rel=next]").attr("href");
        assertTrue(next.startsWith("/customers?state=active&filter=tag%3Aeven&sort=-since&after="), next);
        Answer second = partner.get(next);
        assertEquals(50, second.page().select("tbody tr").size());
        assertTrue(second.body().length <= 30_000, "a page is " + second.body().length);
        String arrow = CustomerRoutesTest.pressing(second.page().selectFirst(".twisty"));
        assertTrue(arrow.startsWith(next + "&open="), arrow);
        assertEquals(
                "/customers.csv?state=active&filter=tag%3Aeven&sort=-since",
                page.select("a[href^=/customers.csv]").attr("href"));
    }

    @Test
    void filtersThatAreNoneShowTheList() {
        for (String filter : List.of(
                "nonsense",
                "dap:nonsense",
                "tag:",
                "tag:" + "x".repeat(31),
                "reseller:1",
                "attention:x",
                "%00",
                "a'b")) {
            Answer answer = admin.get("/customers?filter=" + filter);
            assertEquals(200, answer.status(), filter);
            assertFalse(answer.page().select("tbody tr").isEmpty(), filter);
        }
        assertEquals(200, admin.get("/customers?filter=tag%3A%F0%9F%98%80").status());
    }

    @Test
    void emptyListSaysWhatIsSoForEachFilter() {
        Map<String, String> texts = Map.of(
                "filter=dap:removed",
                "No active customer has",
                "filter=tag:nowhere",
                "Tags are given",
                "filter=attention:declined",
                "for this reason",
                "state=active&filter=attention",
                "an invitation was declined",
                "filter=reseller:" + Relating.company(101),
                "indirect reseller",
                "q=zzz&filter=dap:granted",
                "chosen under “Only”");
        texts.forEach((query, text) -> {
            Document page = admin.get("/customers?" + query).page();
            assertTrue(
                    page.select(".empty").text().contains(text),
                    query + ": " + page.select(".empty").text());
            assertFalse(page.select(".empty a").isEmpty());
        });
    }

    @Test
    void privilegesNarrowTheList() {
        Document granted = admin.get("/customers?filter=dap:granted").page();
        assertEquals(List.of("Granted"), granted.select("tbody td:nth-child(5)").eachText());
        assertEquals(
                1,
                admin.get("/customers?filter=dap:none")
                        .page()
                        .select("tbody tr")
                        .size());
        Document attention = admin.get("/customers?filter=attention").page();
        assertEquals(
                "Needs attention", attention.select(".tabs [aria-current=page]").text());
    }

    @Test
    void openRowLeadsToAllPartsAndSaysWhatIsNext() {
        String company = Rows.of(app).text("select domain from organization where id = ?", Relating.company(101));
        Document list = admin.get("/customers?q=" + company).page();
        String arrow = CustomerRoutesTest.pressing(list.selectFirst(".twisty"));
        Document open = admin.get(arrow).page();
        String path = open.select("tr#open th a:not(.twisty)").attr("href");
        for (String part : List.of("", "/services", "/subscriptions", "/users", "/support")) {
            assertEquals(1, open.select(".detail a[href=" + path + part + "]").size(), part);
        }
        String text = open.select(".detail").text();
        assertTrue(text.contains("Nothing of yours renews"), text);
        assertTrue(text.contains("The customer has no licences"), text);

        sell();
        text = admin.get(arrow).page().select(".detail").text();
        assertTrue(text.contains("1 Dec 2026, Sklad"), text);
        assertTrue(text.contains("7 licences"), text);
    }

    /** Two subscriptions of the partner, and one of somebody else that renews earlier. */
    private static void sell() {
        Rows rows = Rows.of(app);
        Object partner = DemoPeople.person("direct-admin").tenant();
        Object other = DemoPeople.person("reseller-admin").tenant();
        Object customer = Relating.company(101);
        rows.change("insert into product (id, sku, name, kind) values (uuid(), 'test-suite', 'Suite', 'licence')");
        rows.change(
                "insert into offer (id, product_id, code, term, billing) select uuid(), id, 'test-suite', 'annual', 'annual' from product where sku = 'test-suite'");
        String sold =
                """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, origin, nickname, seats, state, began_at, renews_at)
                select uuid(), ?, o.id, o.product_id, ?, 'order', ?, 10, 'active', '2025-12-01', ?
                from offer o where o.code = 'test-suite'
                """;
        rows.change(sold, customer, partner, "Sklad", "2026-12-01 00:00:00");
        rows.change(sold, customer, partner, null, "2027-03-01 00:00:00");
        rows.change(sold, customer, other, "Secret", "2026-11-25 00:00:00");
        rows.change(
                "insert into seat_pool (customer_id, product_id, seats, assigned) select ?, id, 10, 3 from product where sku = 'test-suite'",
                customer);
    }

    @Test
    void fileHasTheRowsOfThePageInTheReadersLanguage() {
        Map<String, String> labels = new HashMap<>();
        String row = Relating.in(app).begin("direct-global", Capacity.DIRECT_BILL, Relating.company(104), true);
        admin.get(row + "/labels").page().select("main input[name]").forEach(f -> labels.put(f.attr("name"), f.val()));
        labels.put("alias", "=1+1");
        labels.put("tags", "export, abroad");
        assertEquals(303, admin.post(row + "/labels", labels).status());

        Answer english = admin.get("/customers.csv?filter=tag:export");
        assertEquals(200, english.status());
        assertEquals("text/csv; charset=utf-8", english.contentType().toLowerCase(Locale.ROOT));
        assertTrue(english.header("Content-Disposition").matches("attachment; filename=\"customers-[0-9-]+\\.csv\""));
        List<String> lines =
                new String(english.body(), StandardCharsets.UTF_8).lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).startsWith("\uFEFFCompany,Alias,"), lines.get(0));
        assertTrue(lines.get(1).contains(",'=1+1,"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",\"abroad, export\""), lines.get(1));
        assertTrue(lines.get(1).contains("," + Relating.company(104) + ",Direct bill partner,Active,,Granted,"));

        String czech = new String(
                new Cast(app)
                        .of("direct-admin")
                        .preferring("cs")
                        .get("/customers.csv")
                        .body(),
                StandardCharsets.UTF_8);
        assertTrue(czech.startsWith("\uFEFFSpolečnost;Alias;"), czech);
        assertEquals(
                1,
                new String(admin.get("/customers.csv?q=nowhere").body(), StandardCharsets.UTF_8)
                        .lines()
                        .count());
        assertEquals(200, admin.head("/customers.csv").status());
    }

    @Test
    void strangersViewIsNeitherSeenNorRemoved() {
        Client other = cast.of("reseller-admin");
        other.get("/customers/views");
        assertEquals(303, save(other, "Theirs", Map.of("state", "active")).status());
        String removal = other.get("/customers/views")
                .page()
                .select("form[action$=/removal]")
                .attr("action");
        assertFalse(admin.get("/customers").page().select(".tabs").text().contains("Theirs"));
        assertEquals(303, admin.post(removal, Map.of()).status());
        assertTrue(other.get("/customers").page().select(".tabs").text().contains("Theirs"));
        assertEquals(303, other.post(removal, Map.of()).status());
        assertEquals(303, other.post(removal, Map.of()).status(), "twice");
        assertFalse(other.get("/customers").page().select(".tabs").text().contains("Theirs"));
        assertEquals(1, Rows.of(app).count("activity_entry", "action = 'view-removed' and subject = 'Theirs'"));
    }

    @Test
    void savedViewIsATabForEverybodyOfTheOrganization() {
        Document page = admin.get("/customers?q=sklo&state=active&filter=dap:granted&sort=-since")
                .page();
        String naming = page.select(".tabs a.end").attr("href");
        Document form = admin.get(naming).page();
        Map<String, String> fields = new HashMap<>();
        form.select("main form[action=/customers/views] input").forEach(f -> fields.put(f.attr("name"), f.val()));
        fields.remove("csrf");
        fields.put("view-name", "Glass <b>& gold</b>");
        Answer saved = admin.post("/customers/views", fields);
        assertEquals(
                "/customers?q=sklo&state=active&filter=dap%3Agranted&sort=-since",
                saved.location().orElseThrow());
        assertEquals(303, admin.post("/customers/views", fields).status(), "the same form twice");
        Document shown =
                cast.of("direct-helpdesk").get(saved.location().orElseThrow()).page();
        assertEquals(
                "Glass <b>& gold</b>", shown.select(".tabs [aria-current=page]").text());
        fields.put("state", "invited");
        Answer taken = admin.post("/customers/views", fields);
        assertEquals(422, taken.status());
        assertTrue(taken.page().getElementById("view-name-error").text().contains("Another view"));
    }

    @Test
    void viewLeadsNowhereButToTheList() {
        Client partner = cast.of("gov-global");
        partner.get("/customers/views");
        Map<String, String> evil = Map.of(
                "q", "\"><script>&state=x",
                "state", "//evil.example",
                "filter", "tag:a&b=c#d",
                "sort", "https://evil.example");
        assertEquals(
                "/customers?q=%22%3E%3Cscript%3E%26state%3Dx&filter=tag%3Aa%26b%3Dc%23d",
                save(partner, "Evil", evil).location().orElseThrow());
        for (String bad : List.of("", " ", "x".repeat(61), "a\u0000b", "a\u202eb")) {
            assertEquals(422, save(partner, bad, Map.of()).status());
        }
        assertEquals(
                303, save(partner, "😀 Příliš", Map.of("q", "x".repeat(5_000))).status());
        assertEquals(404, partner.post("/customers/views/1/removal", Map.of()).status());
    }

    @Test
    void organizationHasTwentyViewsHoweverManySaveAtOnce() {
        Client partner = cast.of("germany-global");
        partner.get("/customers/views");
        for (int i = 1; i <= 17; i++) {
            assertEquals(303, save(partner, "View " + i, Map.of("q", "v" + i)).status());
        }
        Crowd<Integer> crowd = new Crowd<>();
        IntStream.range(0, 8)
                .forEach(i -> crowd.with(() ->
                        save(partner, "Late " + i, Map.of("q", "late" + i)).status()));
        List<Integer> outcomes = crowd.go();
        assertEquals(3, outcomes.stream().filter(status -> status == 303).count(), outcomes.toString());
        assertEquals(5, outcomes.stream().filter(status -> status == 422).count(), outcomes.toString());
        Document page = partner.get("/customers/views?state=active").page();
        assertEquals(20, page.select("tbody tr").size());
        Answer list = partner.get("/customers");
        assertTrue(list.body().length < 12_000, "an empty list with twenty views: " + list.body().length);
        Answer refused = save(partner, "One more", Map.of());
        assertTrue(refused.page().getElementById("view-name-error").text().contains("20"));
    }

    private static Answer save(Client client, String name, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("view-name", name);
        return client.post("/customers/views", all);
    }
}
