package portal.partnerships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.TestApp;

class PartnershipRoutesTest {
    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Partnering partnering;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        rows = Rows.of(app);
        partnering = new Partnering(cast);
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        rows.change(
                "update organization set email = null, country = 'PL', cloud = 'public' where id = ?",
                tenant("provider"));
    }

    private static String tenant(String company) {
        return Partnering.tenant(company).toString();
    }

    private static String state() {
        return rows.text("select state from partnership");
    }

    @Test
    void strangersFindNeitherMenuNorPage() {
        String path = partnering.active("provider", "reseller");

        for (String stranger : List.of("direct-admin", "customer-a-global", "operator")) {
            Client client = cast.of(stranger);
            assertEquals(404, client.get("/indirect-providers").status(), stranger);
            assertEquals(404, client.get("/indirect-resellers").status(), stranger);
            assertEquals(404, client.get(path).status(), stranger);
        }
        assertEquals(404, cast.of("provider-global").get("/indirect-providers").status());
        assertEquals(404, cast.of("reseller-global").get("/indirect-resellers").status());
        assertEquals(404, partnering.global("reseller2").get(path).status());
        assertEquals(404, partnering.global("provider2").get(path + "/ending").status());
        assertEquals(
                404,
                partnering.global("provider2").post(path + "/ending", Map.of()).status());
        assertEquals(
                404,
                partnering
                        .global("provider2")
                        .post(path + "/acceptance", Map.of())
                        .status());
        assertEquals("active", state());
    }

    @Test
    void agentsSeeItAndAreToldWhoMayManageIt() {
        String path = partnering.asked("provider", "reseller");

        for (String agent : List.of("reseller-helpdesk", "reseller-admin")) {
            Answer page = cast.of(agent).get(path);
            assertEquals(200, page.status());
            assertTrue(page.text().contains("needs the Global admin role"), agent);
            assertFalse(page.page().select("button[disabled]").isEmpty());
            assertEquals(
                    403, cast.of(agent).post(path + "/acceptance", Map.of()).status());
            assertEquals(403, cast.of(agent).post(path + "/refusal", Map.of()).status());
            assertEquals(403, cast.of(agent).get("/partnerships/new").status());
        }
        assertEquals(
                403, cast.of("reseller-helpdesk").get("/indirect-providers.csv").status());
        assertEquals("asked", state());
    }

    @Test
    void whoeverAsksSeesFirstWhomAnIdBelongsTo() {
        Client provider = cast.of("provider-global");

        Answer found = provider.get("/partnerships/new?side=provider&mpn-id=" + Partnering.mpnId("reseller"));

        assertEquals(200, found.status());
        assertTrue(found.page().text().contains("Modrá Řeka IT s.r.o."));
        assertEquals(0, rows.count("partnership"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "12 34",
                "99999999",
                "123456789012345678901",
                "2345014", // a provider is no reseller
                "2345011", // nor is a direct bill partner
                "😀😀😀😀",
                "\u202E2345012",
                "' or 1=1 --"
            })
    void whoeverMistypesAnIdIsToldAtTheField(String mpnId) {
        Client provider = cast.of("provider-global");
        provider.open("/partnerships/new?side=provider");

        Answer answer = provider.post("/partnerships", Map.of("side", "provider", "mpn-id", mpnId));

        assertEquals(422, answer.status());
        assertEquals(List.of("mpn-id"), answer.wrongFields());
        assertEquals(mpnId.strip(), answer.page().select("#mpn-id").val());
        assertEquals(0, rows.count("partnership"));
    }

    @Test
    void nobodyAsksAcrossRegionsOrCloudsOrWhileSuspended() {
        Client provider = cast.of("provider-global");
        rows.change("update organization set country = 'US' where id = ?", tenant("provider"));
        assertRefused(provider, "another region");
        rows.change("update organization set country = 'PL', cloud = 'germany' where id = ?", tenant("provider"));
        assertRefused(provider, "another Microsoft cloud");
        rows.change("update organization set cloud = 'public' where id = ?", tenant("provider"));
        rows.change("update organization set state = 'suspended' where id = ?", tenant("reseller"));
        assertRefused(provider, "not active");
        rows.change("update organization set state = 'suspended' where id = ?", tenant("provider"));
        assertEquals(
                403,
                provider.post("/partnerships", Map.of("side", "provider", "mpn-id", Partnering.mpnId("reseller")))
                        .status());
        assertEquals(0, rows.count("partnership"));
    }

    private static void assertRefused(Client provider, String why) {
        provider.open("/partnerships/new?side=provider");
        Answer answer =
                provider.post("/partnerships", Map.of("side", "provider", "mpn-id", Partnering.mpnId("reseller")));
        assertEquals(422, answer.status());
        assertTrue(answer.page().text().contains(why), why);
    }

    @Test
    void theOtherSideAcceptsWithTheStatementAndBothKnow() {
        rows.change("update organization set email = 'partneri@modra-reka.example' where id = ?", tenant("reseller"));
        String path = partnering.asked("provider", "reseller");
        Client reseller = cast.of("reseller-global");
        assertTrue(reseller.get("/indirect-providers").page().text().contains("Waits for you"));
        assertFalse(cast.of("provider-global").get(path).text().contains("/acceptance"));

        assertEquals(
                422,
                reseller.post(path + "/acceptance", Map.of("statement", fingerprint(reseller, path)))
                        .status());
        assertEquals(
                409,
                reseller.post(path + "/acceptance", Map.of("statement", "0", "agrees", "yes"))
                        .status());
        assertEquals("asked", state());
        assertEquals(303, Partnering.accept(reseller, path).status());

        Map<String, Object> row = rows.row("select * from partnership");
        assertEquals("active", row.get("state"));
        assertEquals("1", row.get("statement_version"));
        assertEquals("en", row.get("statement_language"));
        assertEquals(32, ((byte[]) row.get("statement_digest")).length);
        for (String side : List.of("provider", "reseller")) {
            assertEquals(
                    List.of("partnership-asked", "partnership-accepted"),
                    rows.texts(
                            "select action from activity_entry where organization_id = ? order by id", tenant(side)));
        }
        assertEquals(
                List.of(
                        "partnership-asked partneri@modra-reka.example",
                        "partnership-accepted pawel.kaminski@baltyk-dystrybucja.example"),
                rows.texts("select concat(kind, ' ', recipient) from outbox_mail order by id"));
        assertTrue(app.sentMail().stream()
                .anyMatch(mail -> mail.subject().contains("je nyní")
                        || mail.subject().contains("jest teraz")
                        || mail.subject().contains("is your partner now")));
    }

    private static String fingerprint(Client client, String path) {
        return client.get(path).page().select("input[name=statement]").val();
    }

    @Test
    void theRegionIsLookedAtAgainWhenAccepting() {
        String path = partnering.asked("provider", "reseller");
        Client reseller = cast.of("reseller-global");
        String statement = fingerprint(reseller, path);
        rows.change("update organization set country = 'US' where id = ?", tenant("provider"));

        reseller.post(path + "/acceptance", Map.of("statement", statement, "agrees", "yes"));

        assertEquals("asked", state());
        assertTrue(reseller.get(path).page().text().contains("another region"));
        assertTrue(reseller.get(path).page().select("form[action$=acceptance]").isEmpty());
    }

    @Test
    void whoeverAskedDoesNotAcceptButMayWithdraw() {
        String path = partnering.asked("provider", "reseller");
        Client provider = cast.of("provider-global");

        provider.post(path + "/acceptance", Map.of("agrees", "yes", "statement", ""));
        provider.post(path + "/refusal", Map.of());
        assertEquals("asked", state());
        cast.of("reseller-global").open("/");
        cast.of("reseller-global").post(path + "/withdrawal", Map.of());
        assertEquals("asked", state());
        provider.post(path + "/withdrawal", Map.of());

        assertEquals("withdrawn", state());
        Partnering.accept(cast.of("reseller-global"), path);
        assertEquals("withdrawn", state());
    }

    @Test
    void whatWasDeclinedCanBeAskedAgain() {
        String path = partnering.asked("provider", "reseller");
        Client reseller = cast.of("reseller-global");
        reseller.get(path);
        reseller.post(path + "/refusal", Map.of());
        assertEquals("declined", state());

        assertFalse(partnering.asked("provider", "reseller").equals(path));
        assertEquals(2, rows.count("partnership"));
    }

    @RepeatedTest(3)
    void ofTwoWhoAskEachOtherAtOnceOneAskStands() {
        Client provider = cast.of("provider-global");
        Client reseller = cast.of("reseller-global").movedTo(second.address());
        provider.open("/partnerships/new?side=provider");
        reseller.open("/partnerships/new?side=reseller");

        List<Answer> answers = new Crowd<Answer>()
                .with(() -> provider.post(
                        "/partnerships", Map.of("side", "provider", "mpn-id", Partnering.mpnId("reseller"))))
                .with(() -> reseller.post(
                        "/partnerships", Map.of("side", "reseller", "mpn-id", Partnering.mpnId("provider"))))
                .go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals(answers.get(0).location(), answers.get(1).location());
        assertEquals(1, rows.count("partnership"));
        assertEquals(2, rows.count("activity_entry"));
    }

    @RepeatedTest(3)
    void ofAcceptDeclineAndWithdrawAtOnceOneWins() {
        String path = partnering.asked("provider", "reseller");
        Client reseller = cast.of("reseller-global");
        Client there = cast.of("reseller-global").movedTo(second.address());
        Client provider = cast.of("provider-global");
        provider.get(path);
        there.get(path);
        String statement = fingerprint(reseller, path);

        List<Answer> answers = new Crowd<Answer>()
                .with(() -> reseller.post(path + "/acceptance", Map.of("statement", statement, "agrees", "yes")))
                .with(() -> there.post(path + "/refusal", Map.of()))
                .with(() -> provider.post(path + "/withdrawal", Map.of()))
                .go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303));
        assertEquals(1, rows.count("partnership", "state <> 'asked'"));
        assertEquals(2, rows.count("activity_entry", "action <> 'partnership-asked'"));
    }

    @Test
    void eachLanguageHasItsWords() {
        String active = partnering.active("provider", "reseller");
        String asked = partnering.asked("provider", "reseller2");
        for (String language : List.of("en", "cs", "pl", "hu")) {
            Client provider = cast.of("provider-global").preferring(language);
            for (String page : List.of(
                    "/indirect-resellers",
                    "/indirect-resellers?state=ended",
                    "/indirect-resellers?q=nikdo",
                    "/partnerships/new",
                    active,
                    active + "/ending",
                    asked)) {
                assertEquals(200, provider.get(page).status(), language + " " + page);
            }
        }
        cast.of("provider-global").preferring("en");
    }

    @Test
    void theListIsNarrowedByTheAddress() {
        partnering.active("provider", "reseller");
        String declined = partnering.asked("provider", "reseller2");
        Client reseller2 = partnering.global("reseller2");
        reseller2.get(declined);
        reseller2.post(declined + "/refusal", Map.of());
        partnering.asked("provider", "dual");
        Client provider = cast.of("provider-global");

        assertEquals(List.of("Moravia Cloud s.r.o.", "Modrá Řeka IT s.r.o."), names(provider, ""));
        assertEquals(List.of("Modrá Řeka IT s.r.o.", "Moravia Cloud s.r.o."), names(provider, "?sort=oldest"));
        assertEquals(List.of("Zielony Bór Systemy Sp. z o.o."), names(provider, "?state=ended"));
        assertEquals(List.of("Modrá Řeka IT s.r.o."), names(provider, "?q=modr%C3%A1"));
        assertEquals(List.of("Moravia Cloud s.r.o."), names(provider, "?q=" + Partnering.mpnId("dual")));
        assertEquals(List.of(), names(provider, "?q=%25"));
        assertEquals(List.of(), names(provider, "?state=ended&q=Modr"));
        assertEquals(
                2, names(provider, "?state=nonsense&after=x&sort=%F0%9F%98%80").size());
        assertEquals(
                303, provider.get("/indirect-resellers?after=" + new UUID(0, 0)).status());
    }

    private static List<String> names(Client client, String query) {
        Answer answer = client.get("/indirect-resellers" + query);
        assertEquals(200, answer.status());
        return answer.page().select("tbody th[scope=row]").eachText();
    }

    @Test
    void theFileHoldsTheRowsAndNoFormula() {
        rows.change("update organization set legal_name = '=1+1 s.r.o.' where id = ?", tenant("reseller"));
        partnering.active("provider", "reseller");
        rows.change("update organization set legal_name = 'Modrá Řeka IT s.r.o.' where id = ?", tenant("reseller"));
        rows.change("update organization set legal_name = '=1+1' where id = ?", tenant("reseller"));

        Answer file = cast.of("provider-global").get("/indirect-resellers.csv");

        rows.change("update organization set legal_name = 'Modrá Řeka IT s.r.o.' where id = ?", tenant("reseller"));
        assertEquals(200, file.status());
        assertTrue(file.text().startsWith("\uFEFFCompany,MPN ID"));
        assertTrue(file.text().contains("'=1+1,2345012"));
        assertTrue(file.header("Content-Disposition").contains("indirect-resellers-"));
        assertEquals(
                200, cast.of("reseller-admin").get("/indirect-providers.csv").status());
    }
}
