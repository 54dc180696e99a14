package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class StandingLinkTest {
    private static TestApp app;
    private static Client partner;
    private static Client customerA;
    private static Client customerB;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        partner = app.as("reseller-admin");
        customerA = app.as("customer-a-global");
        customerB = app.as("customer-b-global");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void standingLinkNamesNobody() {
        Answer answer = standing(partner)
                .with("company", "A")
                .with("domain", "a.example")
                .with("email", "a@a.example")
                .send();
        assertEquals(422, answer.status());
        assertEquals(List.of("company", "domain", "email"), answer.wrongFields());
        assertEquals("a.example", answer.page().select("#domain").val());
        assertTrue(answer.page().select("#kind-standing").hasAttr("checked"));
        assertEquals(
                List.of("kind"), Asking.by(partner).with("kind", "many").send().wrongFields());
    }

    @Test
    void standingLinkWorksUntilRevokedUnlessDaysAreGiven() {
        Asking.Asked endless = standing(partner).with("days", "").asked();
        assertTrue(page(endless).contains("Link works until You revoke it"), page(endless));
        assertTrue(
                endless.body().contains(Texts.in(Language.CS).text("invitations.draft.until-revoked")), endless.body());
        assertTrue(app.nobody().get(endless.link()).page().text().contains("No end is set"));
        Asking.Asked ticked = standing(partner).with("endless", "yes").asked();
        assertTrue(page(ticked).contains("You revoke it"));
        Asking.Asked ends = standing(partner).asked();
        assertFalse(page(ends).contains("You revoke it"));
        assertEquals(
                30, number("select datediff(expires_at, created_at) from invitation where id = '" + id(ends) + "'"));
        Asking.Asked one = Asking.by(partner).with("endless", "yes").asked();
        assertFalse(page(one).contains("You revoke it"));
        Answer renewed = partner.submit(endless.path() + "/renewal", Map.of());
        assertEquals(200, renewed.status());
        assertTrue(page(endless).contains("You revoke it"));
    }

    @Test
    void eachCustomerAcceptsAStandingLinkOnceAndItStaysOpen() {
        Asking.Asked asked = standing(partner).with("days", "").asked();
        assertEquals(200, Accepting.accept(customerA, asked.link()).status());

        Answer again = customerA.get(asked.link());
        assertEquals("You have accepted this request", again.heading());
        assertTrue(again.page().text().contains("Jiří Řezníček"), again.page().text());
        assertEquals(200, Accepting.accept(customerB, asked.link()).status());
        assertEquals(2, evidence(asked));
        assertEquals("open", state(asked));
        assertTrue(page(asked).contains("2 customers"));

        Element row =
                partner.get("/customers?state=invited").page().selectFirst("tr:has(a[href=" + asked.path() + "])");
        assertTrue(row.select("td.state").text().contains("2 accepted"), row.text());
        String active =
                partner.get("/customers?state=active").page().select("tbody").text();
        assertTrue(active.contains("Jizerské sklo") && active.contains("Łąki Mazurskie"), active);

        partner.submit(asked.path() + "/revocation", Map.of("reason", "enough"));
        assertEquals(
                "You have accepted this request", customerA.get(asked.link()).heading());
        assertEquals(410, app.as("customer-c-global").get(asked.link()).status());
    }

    @Test
    void aHundredAcceptancesOfOneCustomerAreOne() throws Exception {
        Asking.Asked asked = standing(app.as("dual-admin"))
                .with("capacity", "direct-bill")
                .with("days", "")
                .asked();
        Map<String, String> fields = Accepting.fields(customerA, asked.link());
        List<Callable<Answer>> presses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            presses.add(() -> customerA.post(asked.link() + "/acceptance", fields));
        }
        List<Integer> statuses = atOnce(16, presses);
        assertTrue(statuses.stream().allMatch(status -> status == 303 || status == 200), statuses.toString());
        assertEquals(1, evidence(asked));
        assertEquals(1, number("select acceptances from invitation where id = '" + id(asked) + "'"));
        assertEquals(1, number("select acceptances from portfolio_entry where invitation_id = '" + id(asked) + "'"));
        assertEquals(
                1,
                number("select count(*) from invitation_event where kind = 'accepted' and invitation_id = '" + id(asked)
                        + "'"));
    }

    @Test
    void customersWhoAcceptAtOnceBothDo() throws Exception {
        Asking.Asked asked =
                standing(app.as("reseller2-admin")).with("days", "").asked();
        Map<String, String> a = Accepting.fields(customerA, asked.link());
        Map<String, String> b = Accepting.fields(customerB, asked.link());
        atOnce(
                2,
                List.of(
                        () -> customerA.post(asked.link() + "/acceptance", a),
                        () -> customerB.post(asked.link() + "/acceptance", b)));
        assertEquals(2, evidence(asked));
        assertEquals(2, number("select acceptances from invitation where id = '" + id(asked) + "'"));
        assertEquals(2, number("select acceptances from portfolio_entry where invitation_id = '" + id(asked) + "'"));
    }

    @Test
    void declineOfAStandingLinkOnlyTellsTheInviterOnce() {
        Asking.Asked asked = standing(app.as("direct-admin")).with("days", "").asked();
        Answer page = customerB.get(asked.link() + "/decline");
        assertTrue(page.page().text().contains("you can still accept later"));
        for (int i = 0; i < 3; i++) {
            customerB.submit(asked.link() + "/decline", Map.of("reason", "Not now"));
        }
        assertEquals("open", state(asked));
        assertEquals(
                1,
                number("select count(*) from invitation_event where kind = 'declined' and invitation_id = '" + id(asked)
                        + "'"));
        assertEquals(
                0,
                number("select count(*) from portfolio_entry where attention is not null and invitation_id = '"
                        + id(asked) + "'"));
        assertNotEquals(0, number("select count(*) from outbox_mail where kind = 'declined'"));
        assertEquals(200, Accepting.accept(customerB, asked.link()).status());
        assertEquals(1, evidence(asked));
    }

    private static Asking standing(Client by) {
        return Asking.by(by)
                .with("kind", "standing")
                .with("company", null)
                .with("domain", null)
                .with("email", null);
    }

    private static List<Integer> atOnce(int threads, List<Callable<Answer>> presses) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : people.invokeAll(presses)) {
                statuses.add(answer.get().status());
            }
            return statuses;
        } finally {
            people.shutdown();
        }
    }

    private static String page(Asking.Asked asked) {
        return partner.get(asked.path()).page().select("main").text();
    }

    private static String id(Asking.Asked asked) {
        return asked.path().substring("/invitations/".length());
    }

    private static int evidence(Asking.Asked asked) {
        return number("select count(*) from acceptance_evidence where invitation_id = '" + id(asked) + "'");
    }

    private static String state(Asking.Asked asked) {
        return app.database().read(handle -> handle.createQuery("select state from invitation where id = :id")
                .bind("id", id(asked))
                .mapTo(String.class)
                .one());
    }

    private static int number(String query) {
        return app.database()
                .read(handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
