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
        Document middle = reader.get("/activity" + older(newest)).page();
        Document oldest = reader.get("/activity" + older(middle)).page();
        assertEquals(20, oldest.select("tbody tr").size());
        assertEquals("deed 1", oldest.select("tbody td:nth-child(4)").last().text());
        assertTrue(oldest.select("a[rel=next]").isEmpty());
        Document back = reader.get("/activity" + oldest.select("a[rel=prev]").attr("href"))
                .page();
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
                reader.get("/activity?before=00000000-0000-7000-8000-000000000000")
                        .status());
        assertEquals(200, reader.get("/activity?before=x&after=%00").status());
    }

    private static String older(Document page) {
        return page.select("a[rel=next]").attr("href");
    }
}
