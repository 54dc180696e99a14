package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class LedgerRoutesTest {
    private static final int MANY = 5_000;

    private static TestApp app;
    private static Client direct;
    private static Client large;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        direct = app.as("direct-admin");
        large = app.as("dual-admin");
        ManyInvitations.add(app.database(), DemoPeople.person("dual-admin").tenant(), MANY);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnersInvitationsAreNotListed() {
        Asking.by(direct).with("company", "Secret of direct").asked();
        for (String path : List.of("/invitations", "/invitations?q=Secret", "/invitations.csv?q=Secret")) {
            Answer answer = app.as("provider-admin").get(path);
            assertEquals(200, answer.status());
            assertFalse(answer.text().contains("Secret of direct"), path);
        }
        assertTrue(direct.get("/invitations?q=Secret").text().contains("Secret of direct"));
    }

    @Test
    void onlyWhoMayExportGetsTheFileAndOthersSeeWhy() {
        assertEquals(303, app.nobody().get("/invitations.csv").status());
        assertEquals(404, app.as("customer-a-global").get("/invitations").status());
        Client helpdesk = app.as("direct-helpdesk");
        assertEquals(403, helpdesk.get("/invitations.csv").status());
        Document page = helpdesk.get("/invitations").page();
        Element button = page.selectFirst("main button[disabled][aria-describedby]");
        assertFalse(page.getElementById(button.attr("aria-describedby")).text().isEmpty());
        assertTrue(page.select("a[href^=/invitations.csv]").isEmpty());
    }

    @Test
    void partnerWithoutInvitationsIsToldHowToBegin() {
        Document page = app.as("germany-global").get("/invitations").page();
        assertEquals(
                "You have made no invitations yet", page.select(".empty h2").text());
        assertEquals(1, page.select(".empty a[href=/invitations/new]").size());
        assertEquals("page", page.select(".tabs a[href=/invitations]").attr("aria-current"));
    }

    @Test
    void statesNarrowTheList() {
        Client partner = app.as("reseller-admin");
        Asking.Asked open = Asking.by(partner).with("company", "Open one").asked();
        Asking.Asked revoked = Asking.by(partner).with("company", "Revoked one").asked();
        partner.submit(revoked.path() + "/revocation", Map.of("reason", ""));
        app.as("customer-a-global")
                .submit(
                        Asking.by(partner)
                                        .with("company", "Declined one")
                                        .asked()
                                        .link() + "/decline",
                        Map.of("reason", ""));
        assertEquals(List.of("Declined one", "Revoked one", "Open one"), names(partner.get("/invitations")));
        assertEquals(List.of("Open one"), names(partner.get("/invitations?state=open")));
        assertEquals(List.of("Revoked one"), names(partner.get("/invitations?state=revoked")));
        assertEquals(List.of("Declined one"), names(partner.get("/invitations?state=declined")));
        assertEquals(
                List.of("Open one", "Revoked one", "Declined one"), names(partner.get("/invitations?sort=oldest")));
        assertEquals(
                "No invitation matches",
                partner.get("/invitations?state=accepted")
                        .page()
                        .select(".empty h2")
                        .text());
        partner.submit(revoked.path() + "/renewal", Map.of());
        assertEquals(
                "Invited",
                partner.get("/invitations?state=open")
                        .page()
                        .select("tbody .badge")
                        .get(0)
                        .text());
        assertEquals(1, partner.get(open.path()).page().select("h1").size());
    }

    @Test
    void pagerLeadsThroughAllAndBack() {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of("/invitations?state=revoked");
        String last = "";
        while (next.isPresent()) {
            last = next.get();
            Document page = large.get(last).page();
            seen.addAll(page.select("tbody th a").eachText());
            next = page.select("a[rel=next]").eachAttr("href").stream().findFirst();
        }
        assertEquals(MANY / 10, seen.size());
        assertEquals(seen.size(), seen.stream().distinct().count());
        String previous = large.get(last).page().select("a[rel=prev]").attr("href");
        List<String> before = names(large.get(previous));
        assertEquals(seen.subList(seen.size() - 100, seen.size() - 50), before);
        Document top = large.get("/invitations?sort=oldest").page();
        assertEquals("firma 0", top.selectFirst("tbody th a").text());
        assertEquals(303, large.get("/invitations?after=" + new UUID(0, 1)).status());
        assertEquals(
                200, large.get("/invitations?after=x&state=none&sort=?&q=%00").status());
    }

    @Test
    void searchGoesOnWhereItStoppedAndMissesNothing() {
        assertEquals(List.of("firma 4999"), names(large.get("/invitations?q=FIRMA+4999")));
        Answer far = large.get("/invitations?q=firma17.example");
        int pages = 1;
        while (names(far).isEmpty()) {
            assertTrue(far.page().select(".notice").text().contains("2,000"));
            far = large.get(far.page().select("a[rel=next]").attr("href"));
            pages++;
        }
        assertEquals(List.of("firma 17"), names(far));
        assertEquals(3, pages);
        assertEquals(List.of("firma 17"), names(large.get("/invitations?sort=oldest&q=info@firma17.")));
        assertTrue(names(large.get("/invitations?q=%25")).isEmpty());
    }

    @Test
    void fileHoldsTheWholeFilterAndNoFormula() {
        Client partner = app.as("reseller2-admin");
        Asking.by(partner)
                .with("company", "=HYPERLINK(\"http://x\")")
                .with("domain", null)
                .with("won-through", "provider")
                .asked();
        Asking.by(partner).with("company", "@sum; a").with("domain", null).asked();
        Answer english = partner.get("/invitations.csv?sort=oldest");
        assertEquals("text/csv; charset=utf-8", english.contentType().toLowerCase(java.util.Locale.ROOT));
        assertTrue(english.header("Content-Disposition").matches("attachment; filename=\"invitations-[0-9-]+\\.csv\""));
        assertEquals("no-store", english.header("Cache-Control"));
        String text = english.text();
        assertTrue(text.startsWith("\uFEFFCompany,Primary domain,"), text);
        assertTrue(text.contains("\"'=HYPERLINK(\"\"http://x\"\")\","), text);
        assertTrue(text.contains(",Provider,Małgorzata Wiśniewska,"), text);
        assertTrue(text.contains("'@sum; a,"), text);
        String filtered =
                partner.preferring("cs").get("/invitations.csv?q=@sum").text();
        assertTrue(filtered.contains("\"'@sum; a\";"), filtered);
        assertFalse(filtered.contains("HYPERLINK"));
    }

    @Test
    void fileOfManyIsWholeAndInOrder() {
        List<String> lines = large.get("/invitations.csv").text().lines().toList();
        assertEquals(MANY + 1, lines.size());
        assertTrue(lines.get(1).startsWith("firma " + (MANY - 1) + ","));
        assertTrue(lines.get(MANY).startsWith("firma 0,"));
        assertEquals(
                MANY / 10 + 1,
                large.get("/invitations.csv?state=revoked").text().lines().count());
    }

    private static List<String> names(Answer answer) {
        assertEquals(200, answer.status());
        return answer.page().select("tbody th a").eachText();
    }
}
