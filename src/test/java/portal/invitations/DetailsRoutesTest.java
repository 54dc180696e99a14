package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class DetailsRoutesTest {
    private static TestApp app;
    private static Client partner;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        partner = app.as("direct-admin");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnerFindsNothingToChange() {
        Asking.Asked asked = Asking.by(partner).asked();
        Client other = app.as("reseller-admin");
        assertEquals(404, other.get(asked.path() + "/details").status());
        assertEquals(
                404,
                other.post(asked.path() + "/details", Map.of("version", "0")).status());
        assertEquals(
                403, app.as("direct-helpdesk").get(asked.path() + "/details").status());
    }

    @Test
    void changedDetailsStandEverywhere() {
        Asking.Asked asked = Asking.by(partner)
                .with("company", "Starý název")
                .with("days", "10")
                .asked();
        Map<String, String> fields = fields(asked);
        assertEquals("Starý název", fields.get("company"));
        fields.put("company", "Nové jméno a.s.");
        fields.put("domain", "nove-jmeno.example");
        fields.put("won-through", "own-marketing");
        fields.put("days", "40");
        fields.remove("remind");
        Answer saved = partner.submit(asked.path() + "/details", fields);

        String text = saved.page().select("main").text();
        assertTrue(text.contains("Nové jméno a.s.") && text.contains("Own marketing"), text);
        assertTrue(text.contains("Reminders Off"), text);
        assertEquals(40, number("select datediff(expires_at, created_at) from invitation where id = :id", asked));
        assertEquals(1, found("nove"));
        assertEquals(1, found("nove-jmeno.example"));
        assertEquals(0, found("stary"));
        String log = partner.get("/activity").page().select("tbody tr").get(0).text();
        assertTrue(log.contains("Invitation changed") && log.contains("Starý název"), log);
        assertEquals(
                1,
                number(
                        "select count(*) from invitation_event where invitation_id = :id and kind = 'details-edited'",
                        asked));
        assertEquals(
                40,
                number("select datediff(invited_until, since) from portfolio_entry where invitation_id = :id", asked));
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsToldAndLosesNothing() {
        Asking.Asked asked = Asking.by(partner).with("company", "Before").asked();
        Map<String, String> mine = fields(asked);
        Map<String, String> theirs = new HashMap<>(mine);
        theirs.put("company", "Theirs");
        assertEquals(303, partner.post(asked.path() + "/details", theirs).status());
        mine.put("company", "Mine");
        mine.put("note", "My long note");
        Answer told = partner.post(asked.path() + "/details", mine);
        assertEquals(409, told.status());
        assertEquals("Mine", told.page().select("#company").val());
        assertEquals("My long note", told.page().select("#note").text());
        assertTrue(told.page().select(".notice.warn").text().contains("Company is now “Theirs”, you wrote “Mine”."));
        mine.put("version", told.page().select("input[name=version]").val());
        assertEquals(303, partner.post(asked.path() + "/details", mine).status());
        assertTrue(partner.get(asked.path()).page().text().contains("My long note"));
    }

    @Test
    void badInputIsToldAtItsFieldAndTheEndStaysWithoutDays() {
        Asking.Asked asked = Asking.by(partner).with("days", "12").asked();
        Map<String, String> fields = fields(asked);
        Map<String, String> wrong = new HashMap<>(fields);
        wrong.put("domain", "no domain");
        wrong.put("days", "91");
        wrong.put("won-through", "luck");
        Answer answer = partner.post(asked.path() + "/details", wrong);
        assertEquals(422, answer.status());
        assertEquals(List.of("domain", "days", "won-through"), answer.wrongFields());
        assertEquals("no domain", answer.page().select("#domain").val());
        fields.put("note", "x");
        assertEquals(303, partner.post(asked.path() + "/details", fields).status());
        assertEquals(12, number("select datediff(expires_at, created_at) from invitation where id = :id", asked));
    }

    @Test
    void standingLinkGetsAnEndAndLosesItAgain() {
        Asking.Asked asked = Asking.by(partner)
                .with("kind", "standing")
                .with("company", null)
                .with("domain", null)
                .with("email", null)
                .with("days", "")
                .asked();
        Map<String, String> fields = fields(asked);
        assertFalse(fields.containsKey("domain"));
        assertEquals("yes", fields.get("endless"));
        fields.remove("endless");
        assertEquals(
                List.of("days"), partner.post(asked.path() + "/details", fields).wrongFields());
        fields.put("days", "5");
        assertEquals(303, partner.post(asked.path() + "/details", fields).status());
        assertEquals(5, number("select validity_days from invitation where id = :id", asked));
        Map<String, String> again = fields(asked);
        again.put("endless", "yes");
        partner.post(asked.path() + "/details", again);
        assertEquals(9999, number("select year(expires_at) from invitation where id = :id", asked));
        assertEquals(
                1,
                number(
                        "select count(*) from portfolio_entry where invitation_id = :id and invited_until is null",
                        asked));
    }

    @Test
    void closedInvitationCannotBeChanged() {
        Asking.Asked asked = Asking.by(partner).asked();
        Map<String, String> fields = fields(asked);
        partner.submit(asked.path() + "/revocation", Map.of("reason", ""));
        Answer answer = partner.post(asked.path() + "/details", fields);
        assertEquals(asked.path(), answer.location().orElseThrow());
        assertEquals(303, partner.get(asked.path() + "/details").status());
    }

    private static Map<String, String> fields(Asking.Asked asked) {
        Map<String, String> fields = new HashMap<>();
        partner.get(asked.path() + "/details").page().select("form[action$=details] [name]").stream()
                .filter(field -> !field.attr("type").equals("checkbox") || field.hasAttr("checked"))
                .filter(field -> !field.attr("name").equals("csrf"))
                .forEach(field -> fields.put(
                        field.attr("name"),
                        field.tagName().equals("select")
                                ? field.select("option[selected]").val()
                                : field.val()));
        return fields;
    }

    private static int found(String words) {
        return partner.get("/customers?q=" + words).page().select("tbody tr").size();
    }

    private static int number(String query, Asking.Asked asked) {
        return app.database().read(handle -> handle.createQuery(query)
                .bind("id", asked.path().substring("/invitations/".length()))
                .mapTo(Integer.class)
                .one());
    }
}
