package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.TestApp;

/** A reseller asks for itself and its provider with one link, and one acceptance makes two relationships. */
class JointInvitationTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Partnering partnering;
    private String partnership;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        partnering = new Partnering(cast);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        rows.change("delete from draft_template");
        partnership = partnering.active("provider", "reseller");
        rows.change("delete from outbox_mail");
        rows.change("delete from activity_entry");
    }

    private Asking.Asked asked() {
        return Asking.by(cast.of("reseller-admin")).together(partnership).asked();
    }

    private static String path(Asking.Asked asked) {
        return URI.create(asked.link()).getPath();
    }

    private static String tenant(String company) {
        return Partnering.tenant(company).toString();
    }

    @Test
    void strangersDoNotInviteThroughAnothersPartnership() {
        assertEquals(
                404,
                cast.of("reseller2-admin").get(partnership + "/invitations/new").status());
        assertEquals(
                404,
                cast.of("provider-admin").get(partnership + "/invitations/new").status());
        assertEquals(
                403,
                cast.of("reseller-helpdesk")
                        .get(partnership + "/invitations/new")
                        .status());
        assertEquals(
                404,
                Asking.by(cast.of("reseller2-admin"))
                        .together(partnership)
                        .send()
                        .status());
        assertEquals(
                404,
                Asking.by(cast.of("provider-admin"))
                        .together(partnership)
                        .send()
                        .status());
        assertEquals(
                403,
                Asking.by(cast.of("reseller-helpdesk"))
                        .together(partnership)
                        .send()
                        .status());
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void theDraftNamesBothCompaniesInFourLanguages() {
        Answer form = cast.of("reseller-admin").get(partnership + "/invitations/new");
        assertTrue(form.page().text().contains("Bałtyk Dystrybucja S.A."));
        assertTrue(form.page().select("#delegated-admin").hasAttr("disabled"));
        for (String language : List.of("en", "cs", "pl", "hu")) {
            Asking.Asked asked = Asking.by(cast.of("reseller-admin"))
                    .together(partnership)
                    .with("language", language)
                    .asked();
            for (String text : List.of(asked.subject(), asked.body())) {
                assertTrue(text.contains("Modrá Řeka IT s.r.o."), language);
                assertTrue(text.contains("Bałtyk Dystrybucja S.A."), language);
                assertFalse(text.contains("{"), language);
            }
        }
    }

    @Test
    void anOwnTemplateKeepsItsWordsAndNamesTheProviderToo() {
        Client global = cast.of("reseller-global");
        global.get("/settings/templates/cs");
        String own = "Ahoj {customer}, tady {partner}.\n\nRozhodněte zde:\n{link}\n\nDíky, {person}";
        Answer saved = global.post(
                "/settings/templates/cs/texts",
                Map.of(
                        "subject", "Vlastní předmět",
                        "body", own,
                        "body-relationship-only", own,
                        "short-body", own,
                        "version", "-1"));
        assertEquals(303, saved.status());

        Asking.Asked asked = asked();

        assertEquals("Vlastní předmět", asked.subject());
        assertTrue(asked.body().startsWith("Ahoj Jizerské sklo a.s., tady Modrá Řeka IT s.r.o."));
        assertTrue(
                asked.body().indexOf("Bałtyk Dystrybucja S.A.") < asked.body().indexOf("/portals/"));
        assertEquals(1, asked.body().split("/portals/", -1).length - 1);
        assertEquals(
                303,
                cast.of("reseller-admin")
                        .post(asked.path() + "/draft", asked.draft())
                        .status());
    }

    @Test
    void oneAcceptanceMakesTwoRelationshipsAndPrivilegesForTheResellerOnly() {
        rows.change("update organization set email = 'dystrybucja@baltyk.example' where id = ?", tenant("provider"));
        Asking.Asked asked = asked();
        Client customer = cast.of("customer-a-global");
        Answer sheet = customer.get(path(asked));
        assertTrue(sheet.heading().contains("Modrá Řeka IT s.r.o. and Bałtyk Dystrybucja S.A."));
        assertEquals(2, sheet.page().select("th[scope=rowgroup]").size());
        assertEquals(1, sheet.page().select("tbody:contains(Bałtyk) ins").size());

        Answer done = Accepting.accept(customer, path(asked));

        assertEquals(200, done.status());
        assertEquals(
                List.of("indirect-provider " + tenant("provider"), "indirect-reseller " + tenant("reseller")),
                rows.texts("select concat(capacity, ' ', partner_id) from relationship order by capacity"));
        assertEquals(List.of(tenant("reseller")), rows.texts("select partner_id from delegated_admin_grant"));
        assertEquals(1, rows.count("shared_customer"));
        assertEquals(1, rows.count("acceptance_evidence"));
        assertTrue(rows.text("select rights from acceptance_evidence")
                .contains(tenant("provider") + " indirect-provider delegated-admin=false"));
        assertEquals(2, rows.count("portfolio_entry", "state = 'active'"));
        assertEquals(2, rows.count("portfolio_entry"));
        assertEquals(
                List.of("provider:" + tenant("provider"), "reseller:" + tenant("reseller")),
                rows.texts("select label from portfolio_label order by label"));
        assertEquals(
                List.of("accepted", "accepted-by-you", "accepted-jointly"),
                rows.texts("select kind from outbox_mail order by kind"));
        for (String partner : List.of("provider", "reseller")) {
            assertEquals(
                    1,
                    rows.count(
                            "activity_entry",
                            "action = 'relationship-began' and organization_id = '" + tenant(partner) + "'"));
        }
        rows.change("update organization set email = null where id = ?", tenant("provider"));
    }

    @Test
    void whatTheCustomerHasAlreadyStaysAndTheMissingOneIsMade() {
        Asking.Asked alone = Asking.by(cast.of("provider-admin"))
                .with("delegated-admin", null)
                .asked();
        Accepting.accept(cast.of("customer-a-global"), path(alone));
        String before = rows.text("select concat(id, began_at, ifnull(ended_at, '')) from relationship");
        Asking.Asked asked = asked();

        Answer sheet = cast.of("customer-a-global").get(path(asked));
        assertTrue(sheet.page()
                .select("tbody:contains(Bałtyk)")
                .text()
                .contains("Bałtyk Dystrybucja S.A. is your partner already. Nothing changes here."));
        assertTrue(sheet.page().select("tbody:contains(Bałtyk) ins").isEmpty());
        Accepting.accept(cast.of("customer-a-global"), path(asked));

        assertEquals(2, rows.count("relationship"));
        assertEquals(
                before,
                rows.text(
                        "select concat(id, began_at, ifnull(ended_at, '')) from relationship where capacity = 'indirect-provider'"));
        assertEquals(List.of(tenant("reseller")), rows.texts("select partner_id from delegated_admin_grant"));
        assertEquals(
                2,
                rows.count(
                        "activity_entry",
                        "action = 'relationship-began' and organization_id = '" + tenant("customer-a") + "'"));
    }

    @Test
    void nothingNewIsCalmWhenBothAreThere() {
        Asking.Asked first = asked();
        Accepting.accept(cast.of("customer-a-global"), path(first));

        Answer page = cast.of("customer-a-global").get(path(asked()));

        assertEquals("Nothing new is asked", page.heading());
        assertEquals(2, rows.count("relationship"));
    }

    @Test
    void theProviderReadsTheInvitationAndChangesNothing() {
        Asking.Asked asked = Asking.by(cast.of("reseller-admin"))
                .together(partnership)
                .with("note", "Jen pro nás")
                .with("won-through", "own-marketing")
                .asked();
        Client provider = cast.of("provider-global");
        cast.of("nobody").get(path(asked));
        cast.of("nobody").post(path(asked) + "/question", Map.of("note", "Tajný dotaz"));

        Answer page = provider.get(asked.path());
        assertEquals(200, page.status());
        assertTrue(page.page().text().contains("Your reseller Modrá Řeka IT s.r.o. asks for both of you"));
        assertFalse(page.text().contains("Jen pro nás"));
        assertFalse(page.text().contains("Tajný dotaz"));
        assertFalse(page.text().contains("jiri.reznicek@"));
        assertTrue(page.page().select("main form").isEmpty());
        assertTrue(provider.get("/invitations").page().text().contains("Jizerské sklo"));
        assertFalse(provider.get("/invitations.csv").text().contains("jiri.reznicek@"));
        assertTrue(provider.get("/customers?state=invited").page().text().contains("Jizerské sklo"));
        for (String refused : List.of("/draft", "/details", "/revocation", "/draft.eml")) {
            assertEquals(404, provider.get(asked.path() + refused).status(), refused);
        }
        for (String refused :
                List.of("/renewal", "/revocation", "/handover", "/deliveries", "/reminders", "/details")) {
            assertEquals(
                    404, provider.post(asked.path() + refused, asked.draft()).status(), refused);
        }
        assertEquals("open", rows.text("select state from invitation"));
        assertEquals(
                0,
                rows.count("portfolio_entry", "attention is not null and partner_id = '" + tenant("provider") + "'"));
        assertEquals(
                1,
                rows.count("portfolio_entry", "attention is not null and partner_id = '" + tenant("reseller") + "'"));
    }

    @Test
    void aDeclineAndARevocationReachBothLists() {
        Asking.Asked declined = asked();
        Client customer = cast.of("customer-a-global");
        customer.get(path(declined) + "/decline");
        customer.post(path(declined) + "/decline", Map.of("reason", "Ne"));
        assertEquals(2, rows.count("portfolio_entry", "attention = 'declined'"));

        Asking.Asked revoked = asked();
        cast.of("reseller-admin").post(revoked.path() + "/revocation", Map.of("reason", "Omyl"));
        assertEquals(2, rows.count("activity_entry", "action = 'invitation-revoked'"));
        assertEquals(0, rows.count("relationship"));
    }

    @Test
    void whatWasEndedCannotBeInvitedFor() {
        cast.of("provider-global").get(partnership + "/ending");
        assertEquals(
                303,
                cast.of("provider-global")
                        .post(partnership + "/ending", Map.of())
                        .status());

        assertEquals(
                303,
                Asking.by(cast.of("reseller-admin"))
                        .together(partnership)
                        .send()
                        .status());
        assertEquals(
                303,
                cast.of("reseller-admin").get(partnership + "/invitations/new").status());

        assertEquals(0, rows.count("invitation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "domain", "email", "days", "language", "note", "kind", "won-through"})
    void oddInputIsToldAtTheField(String field) {
        for (String odd : List.of("x".repeat(3_000), "a\u0000b", "\u202Eabc", "😀 ".repeat(900), "-1")) {
            Answer answer = Asking.by(cast.of("reseller-admin"))
                    .together(partnership)
                    .with(field, odd)
                    .send();
            assertTrue(answer.status() == 422 || answer.status() == 303, field + " " + answer.status());
        }
    }

    @Test
    void aStandingLinkForBothWorksForEachCustomer() {
        Asking.Asked asked = Asking.by(cast.of("reseller-admin"))
                .together(partnership)
                .with("kind", "standing")
                .with("endless", "yes")
                .with("company", null)
                .with("domain", null)
                .with("email", null)
                .asked();

        Accepting.accept(cast.of("customer-a-global"), path(asked));
        Accepting.accept(cast.of("customer-b-global"), path(asked));

        assertEquals(4, rows.count("relationship"));
        assertEquals(2, rows.count("shared_customer"));
    }
}
