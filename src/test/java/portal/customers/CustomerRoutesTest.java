package portal.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.agreements.Agreements;
import portal.demo.DemoPeople;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.portfolio.ManyRows;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class CustomerRoutesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static TestApp app;
    private static Client large;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        PartnerId partner = new PartnerId(DemoPeople.person("dual-admin").tenant());
        new ManyRows(app.database()).add(partner, 1000);
        large = app.as("dual-admin");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void partnerWithoutCustomersIsToldHowToBegin() {
        Document page = app.as("germany-global").get("/customers").page();
        assertEquals("You have no customers yet", page.select(".empty h2").text());
        assertEquals(2, page.select("main a[href=/invitations/new]").size());
        assertEquals(1, page.select("main .primary").size());
    }

    @Test
    void helpdeskAgentSeesTheListAndWhyNothingCanBeAsked() {
        Document page = app.as("reseller-helpdesk").get("/customers").page();
        Element button = page.selectFirst("main button[disabled]");
        assertFalse(page.getElementById(button.attr("aria-describedby")).text().isEmpty());
        assertTrue(page.select("main a[href=/invitations/new]").isEmpty());
    }

    @Test
    void invitedCustomerLeadsToTheInvitation() {
        Client partner = app.as("reseller-admin");
        Asking.Asked asked =
                Asking.by(partner).with("domain", "sklarna.example").asked();
        Answer answer = partner.get("/customers?state=invited");
        Element row = answer.page().selectFirst("tr:has(a[href=" + asked.path() + "])");
        assertEquals("Invited", row.select(".badge.info").text());
        assertTrue(row.select("small").text().startsWith("Until "));
        assertEquals("", row.select("td:nth-child(7)").text());
        keep("activity", partner.get("/activity"));
    }

    @Test
    void activeCustomerLeadsToItsAccountWhichNobodyElseFinds() {
        Client partner = app.as("reseller-admin");
        app.as("customer-a-global");
        app.database().write(CustomerRoutesTest::begin);
        Asking.Asked again = Asking.by(partner).asked();
        Document page = partner.get("/customers").page();
        Element row = page.selectFirst("tr:contains(jizerske-sklo)");
        assertEquals(again.path(), row.select("small a").attr("href"));

        String path = row.select("th a:not(.twisty)").attr("href");
        Answer account = partner.get(path);
        assertEquals("Jizerské sklo a.s.", account.heading());
        String text = account.page().select("main").text();
        assertTrue(text.contains("Indirect reseller"), text);
        assertTrue(text.contains("DAP granted"), text);
        assertTrue(text.contains("Accepted 20 Nov 2026, version"), text);
        assertEquals(404, app.as("direct-admin").get(path).status());
        keep("account", account);
    }

    private static Void begin(Handle handle) {
        PartnerId partner = new PartnerId(DemoPeople.person("reseller-admin").tenant());
        Organization customer = Organizations.find(
                        handle, DemoPeople.person("customer-a-global").tenant())
                .orElseThrow();
        CustomerId id = new CustomerId(customer.id());
        UUID person = handle.createQuery("select id from person where tenant_id = :tenant limit 1")
                .bind("tenant", customer.id())
                .mapTo(UUID.class)
                .one();
        Relationships.begin(handle, partner, Capacity.INDIRECT_RESELLER, id, Relationships.BY_INVITATION, NOW);
        Relationships.grantDelegatedAdmin(handle, partner, id, person, NOW);
        Portfolio.began(handle, partner, Capacity.INDIRECT_RESELLER, customer, true, null, NOW);
        Agreements.accept(
                handle,
                id,
                Agreements.current(handle, "CZ", Language.CS, NOW),
                new Agreements.Contact("Jiří", "Řezníček", "jiri@jizerske-sklo.example", null),
                new Agreements.Press("127.0.0.1", "", ""),
                person,
                NOW);
        return null;
    }

    @Test
    void pagerLeadsThroughTheListAndBack() {
        Document first = large.get("/customers").page();
        assertEquals(50, first.select("tbody tr").size());
        assertEquals(2, first.select(".pager button[disabled]").size());
        Document second = large.get(first.select("a[rel=next]").attr("href")).page();
        String top = second.selectFirst("tbody th a:not(.twisty)").text();
        assertTrue(second.select(".pager p").text().startsWith(top + " – "));
        Document back = large.get(second.select("a[rel=prev]").attr("href")).page();
        assertEquals(names(first), names(back));
        assertEquals(2, back.select(".pager button[disabled]").size());
    }

    @Test
    void headersSortAndKeepTheFilter() {
        Document page = large.get("/customers?state=active&sort=-since").page();
        Element since = page.selectFirst("th[aria-sort]");
        assertEquals("descending", since.attr("aria-sort"));
        assertEquals("/customers?state=active&sort=since", since.select("a").attr("href"));
        assertTrue(page.select("a[rel=next]").attr("href").startsWith("/customers?state=active&sort=-since&after="));
        assertEquals("active", page.select("option[selected]").val());
        assertEquals("-since", page.select("input[name=sort]").val());
    }

    @Test
    void rowOpensInPlace() {
        Document page = large.get("/customers?state=active&sort=-since").page();
        String next = page.select("a[rel=next]").attr("href");
        Element twisty = large.get(next).page().select(".twisty").get(7);
        Answer answer = large.get(pressing(twisty));
        Document open = answer.page();
        assertEquals(50, open.select("tbody tr:not(.detail)").size());
        Element row = open.selectFirst("tr#open");
        assertEquals(row.nextElementSibling(), open.selectFirst("tr.detail"));
        assertEquals("true", row.select(".twisty").attr("aria-expanded"));
        assertEquals(next, pressing(row.selectFirst(".twisty")));
        assertEquals(1, open.select("tbody [id]").size());
        assertFalse(open.select(".detail .id").text().isEmpty());
        keep("open", answer);
    }

    @Test
    void pageOfFiftyRowsIsSmall() {
        int plain = large.get("/customers").body().length;
        assertTrue(plain <= 30_000, "first page: " + plain);
        String next = large.get("/customers").page().select("a[rel=next]").attr("href");
        int deep = large.get(next).body().length;
        assertTrue(deep <= 30_000, "second page: " + deep);
    }

    @Test
    void searchSaysWhatItLookedFor() {
        Answer answer = large.get("/customers?q=%3Cb%3Ehotel&state=active");
        assertTrue(answer.page().select(".empty").text().contains("“<b>hotel” among your active customers"));
        assertEquals(
                "/customers?q=%3Cb%3Ehotel", answer.page().select(".empty a").attr("href"));
        keep("nothing", answer);
        Document found = large.get("/customers?q=caslav+firma7").page();
        assertFalse(found.select("tbody tr").isEmpty());
        assertTrue(found.select(".pager").isEmpty());
        assertTrue(found.select("th[aria-sort]").isEmpty());
        Document many = large.get("/customers?q=example&sort=-name").page();
        assertEquals(200, many.select("tbody tr").size());
        assertEquals(1, many.select(".notice").size());
        assertEquals("descending", many.select("th[aria-sort]").attr("aria-sort"));
    }

    @Test
    void addressesThatMakeNoSenseShowTheList() {
        String foreign = Ids.next().toString();
        for (String query : List.of(
                "state=nonsense",
                "sort=nonsense",
                "after=" + foreign,
                "before=1",
                "open=%00",
                "q=%00%0A%E2%80%AE",
                "state=active&state=invited",
                "after=" + foreign + "&before=" + foreign)) {
            Answer answer = large.get("/customers?" + query);
            assertEquals(200, answer.status(), query);
            assertEquals(50, answer.page().select("tbody tr").size(), query);
        }
        Answer longest = large.get("/customers?q=" + "%F0%9F%98%80".repeat(199) + "ab" + "c".repeat(500));
        assertEquals(200, longest.status());
        assertTrue(longest.page().select(".notice").text().contains("first 200 characters"));
        for (String query : List.of("q=%F0%9F%98%80", "q=%25_%5C%27%22", "q=%C3%28", "q=a%00b")) {
            assertEquals(200, large.get("/customers?" + query).status(), query);
        }
        assertEquals(404, large.get("/customers/1").status());
        assertEquals(404, large.get("/customers/" + UUID.randomUUID()).status());
    }

    /** Where an arrow leads without script. */
    static String pressing(Element twisty) {
        Element form = twisty.closest("form");
        String open = twisty.hasAttr("name") ? "open=" + twisty.val() : "";
        String place = form.select("input[type=hidden]").stream()
                .map(field -> field.attr("name") + "=" + URLEncoder.encode(field.val(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String query = Stream.of(place, open).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return form.attr("action").replace("#open", "?" + query);
    }

    private static List<String> names(Document page) {
        return page.select("tbody th").eachText();
    }

    private static void keep(String name, Answer answer) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.write(folder.resolve("customers-" + name + ".html"), answer.body());
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }
}
