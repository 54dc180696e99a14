package portal.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Client;
import portal.testing.TestApp;

class ActivityRoutesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        UUID organization = DemoPeople.person("direct-admin").tenant();
        List<Action> actions = List.of(Action.values());
        app.database().write(handle -> {
            UUID customer = DemoPeople.person("customer-a-global").tenant();
            Activity.of(Action.RELATIONSHIP_BEGAN, null, customer, "=cmd").log(handle, organization, NOW);
            for (int i = 1; i <= 120; i++) {
                Action action = actions.get(i % actions.size());
                Activity.of(action, null, null, "deed " + i)
                        .changing(i == 120 ? "<old>" : null, i == 120 ? "new" : null)
                        .log(handle, organization, NOW.plusSeconds(i));
            }
            return null;
        });
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void logGoesBackToTheFirstDeedAndForthAgain() {
        Client reader = app.as("direct-helpdesk");
        Document newest = reader.get("/activity").page();
        assertEquals(50, newest.select("tbody tr").size());
        assertEquals("The portal", newest.select("tbody td:nth-child(3)").get(0).text());
        assertEquals(
                "<old> → new", newest.select("tbody td:nth-child(5)").get(0).text());
        Document middle = reader.get(older(newest)).page();
        Document oldest = reader.get(older(middle)).page();
        assertEquals(21, oldest.select("tbody tr").size());
        assertEquals(
                "Jizerské sklo a.s. =cmd",
                oldest.select("tbody td:nth-child(4)").last().text());
        assertTrue(oldest.select("a[rel=next]").isEmpty());
        Document back = reader.get(oldest.select("a[rel=prev]").attr("href")).page();
        assertEquals(middle.select("tbody").text(), back.select("tbody").text());
    }

    @Test
    void otherOrganizationsAndPagesWithoutRowsAreEmpty() {
        assertEquals(
                1,
                app.as("reseller-admin")
                        .get("/activity")
                        .page()
                        .select(".empty")
                        .size());
        Client reader = app.as("direct-admin");
        assertEquals(
                303,
                reader.get("/activity?before=1.00000000-0000-7000-8000-000000000000")
                        .status());
        assertEquals(200, reader.get("/activity?before=x&after=%00").status());
    }

    @Test
    void helpdeskReadsTheLogAndCannotTakeItAway() {
        Client reader = app.as("direct-helpdesk");
        assertEquals(403, reader.get("/activity.csv").status());
        assertEquals(
                1,
                reader.get("/activity")
                        .page()
                        .select("button[disabled][aria-describedby=export-why]")
                        .size());
        assertEquals(404, app.as("customer-a-global").get("/activity.csv").status());
    }

    @Test
    void fileHasEverythingOfTheFilterAndNoFormula() {
        Client reader = app.as("direct-admin");
        String all = reader.get("/activity.csv").text();
        assertEquals(122, all.lines().count());
        assertTrue(all.contains("'=cmd"), "guarded");
        String some = reader.get("/activity.csv?to=2026-11-20&action=invitation-drafted")
                .text();
        assertTrue(some.lines().count() < 10);
        assertEquals(
                1, reader.get("/activity.csv?customer=nobody").text().lines().count());
    }

    @Test
    void logIsNarrowedByTimePersonKindAndCustomer() {
        Client reader = app.as("direct-admin");
        assertEquals(50, rows(reader, "?from=2026-11-20&to=2026-11-20"));
        assertEquals(0, rows(reader, "?to=2026-11-19"));
        assertEquals(0, rows(reader, "?from=2026-11-21"));
        assertEquals(1, rows(reader, "?customer=jizerske-sklo.example"));
        assertEquals(1, rows(reader, "?customer=Jizersk%C3%A9%20sklo%20a.s."));
        assertEquals(1, rows(reader, "?customer=7e4a47c0-0000-4000-8000-000000000021"));
        assertEquals(0, rows(reader, "?customer=laki-mazurskie.example"));
        assertEquals(0, rows(reader, "?person=7e4a47c0-0000-4000-8000-000000000021"));
        assertEquals(1, rows(reader, "?customer=jizerske-sklo.example&action=relationship-began&from=2020-01-01"));
        assertEquals(0, rows(reader, "?customer=jizerske-sklo.example&action=template-saved"));
        for (String odd : List.of(
                "?from=x&to=2026-02-31&action=nothing&person=x&customer=%00",
                "?customer=" + "x".repeat(2000),
                "?customer=%F0%9F%98%80%E2%80%AE",
                "?before=99999999999999999.00000000-0000-7000-8000-000000000000")) {
            assertTrue(reader.get("/activity" + odd).status() < 400, odd);
        }
        Document page = reader.get("/activity?customer=jizerske-sklo.example").page();
        assertEquals(
                "?customer=7e4a47c0-0000-4000-8000-000000000021",
                page.select("tbody td:nth-child(4) a").attr("href"));
    }

    private static int rows(Client reader, String query) {
        return reader.get("/activity" + query).page().select("tbody tr").size();
    }

    private static String older(Document page) {
        return page.select("a[rel=next]").attr("href");
    }
}
