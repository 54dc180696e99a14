package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class DuplicateTest {
    private static TestApp app;
    private static Client partner;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        partner = app.as("dual-admin");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnersInvitationOrOneInAnotherCapacityIsNoDuplicate() {
        asking(partner, "first.example").with("capacity", "direct-bill").asked();
        asking(app.as("direct-admin"), "first.example").asked();
        asking(partner, "first.example").with("capacity", "indirect-reseller").asked();
    }

    @Test
    void secondOpenInvitationToADomainAsksBeforeItIsMade() {
        Asking.Asked first = asking(partner, "second.example")
                .with("company", "Druhá s.r.o.")
                .asked();
        Answer answer = asking(partner, "Second.Example")
                .with("company", "Second again")
                .with("note", "keep me")
                .send();
        assertEquals(422, answer.status());
        Document page = answer.page();
        assertEquals(
                "Druhá s.r.o.",
                page.select(".notice.warn a[href=" + first.path() + "]").text());
        assertTrue(page.select(".notice.warn").text().contains("second.example"));
        assertEquals("Second again", page.select("#company").val());
        assertEquals("keep me", page.select("#note").text());
        assertEquals(1, answer.wrongFields().size());
        assertEquals(1, count("second.example"));

        asking(partner, "second.example").with("duplicate", "yes").asked();
        assertEquals(2, count("second.example"));
    }

    @Test
    void formThatIsSentTwiceIsNoDuplicate() {
        String id = Ids.next().toString();
        assertEquals(303, asking(partner, "twice.example").with("id", id).send().status());
        assertEquals(303, asking(partner, "twice.example").with("id", id).send().status());
        assertEquals(1, count("twice.example"));
    }

    @Test
    void closedInvitationIsNoDuplicate() {
        Asking.Asked first = asking(partner, "closed.example").asked();
        partner.submit(first.path() + "/revocation", Map.of("reason", ""));
        asking(partner, "closed.example").asked();
        assertEquals(2, count("closed.example"));
    }

    @Test
    void howTheCustomerWasWonStandsOnTheInvitation() {
        Asking.Asked asked =
                asking(partner, "won.example").with("won-through", "referral").asked();
        assertTrue(partner.get(asked.path()).page().text().contains("How the customer was won Referral"));
        Answer wrong =
                asking(partner, "won2.example").with("won-through", "luck").send();
        assertTrue(wrong.wrongFields().contains("won-through"));
    }

    private static Asking asking(Client by, String domain) {
        return Asking.by(by)
                .with("domain", domain)
                .with("capacity", "direct-bill")
                .with("duplicate", null);
    }

    private static int count(String domain) {
        return app.database()
                .read(handle -> handle.createQuery("select count(*) from invitation where domain = :domain")
                        .bind("domain", domain)
                        .mapTo(Integer.class)
                        .one());
    }
}
