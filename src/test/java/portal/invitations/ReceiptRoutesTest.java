package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class ReceiptRoutesTest {
    private static TestApp app;
    private static Asking.Asked asked;
    private static String receipt;

    @BeforeAll
    static void aCustomerReadsTheAgreementInCzechAndAccepts() {
        app = TestApp.start();
        asked = Asking.by(app.as("direct-admin")).asked();
        Client customer = app.as("customer-a-global").preferring("cs");
        assertEquals(200, Accepting.accept(customer, asked.link()).status());
        receipt = "/receipts/" + column("id");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String column(String name) {
        return app.database()
                .read(handle -> handle.createQuery("select " + name + " from acceptance_evidence order by id limit 1")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void strangersFindNoReceipt() {
        assertEquals(303, app.nobody().get(receipt).status());
        for (String stranger : new String[] {"customer-b-global", "reseller-admin", "provider-global", "operator"}) {
            Client client = app.as(stranger);
            assertEquals(404, client.get(receipt).status(), stranger);
            assertEquals(404, client.get(receipt + "/agreement").status(), stranger);
            assertEquals(404, client.get(asked.path() + "/receipts").status(), stranger);
        }
        assertFalse(app.as("reseller2-admin").get("/receipts").text().contains("Jizerské sklo"));
    }

    @Test
    void aUserOfTheCustomerIsToldWhoMaySeeIt() {
        Answer refused = app.as("customer-a-user").get(receipt);
        assertEquals(403, refused.status());
        assertTrue(refused.page().text().contains("Jizerské sklo a.s."));
        assertEquals(403, app.as("norole").get(receipt).status());
    }

    @Test
    void bothSidesReadTheSameReceipt() {
        for (String reader : new String[] {"customer-a-global", "direct-helpdesk"}) {
            Answer answer = app.as(reader).get(receipt);
            assertEquals(200, answer.status());
            String text = answer.page().select("main").text();
            assertTrue(text.contains("-000001"), text);
            assertTrue(text.contains("Jiří Řezníček"), text);
            assertTrue(text.contains("jiri.reznicek@jizerske-sklo.example"), text);
            assertTrue(text.contains("Global admin"), text);
            assertTrue(text.contains(column("lower(hex(digest))")), text);
            assertTrue(text.contains(column("lower(hex(sheet_digest))")), text);
            assertTrue(text.contains(column("lower(hex(agreement_digest))")), text);
            assertTrue(text.contains(" UTC"), text);
            assertTrue(text.contains("127.0.0.1"), text);
            assertTrue(text.contains("with delegated admin privileges"), text);
        }
    }

    @Test
    void theReceiptLeadsToTheExactTextAndSaysWhenItWasChanged() {
        Client customer = app.as("customer-a-global");
        String agreement =
                customer.get(receipt).page().select("a[href$=/agreement]").attr("href");
        Document page = customer.get(agreement).page();
        assertEquals("Smlouva se zákazníkem Microsoftu", page.select("h1").text());
        assertEquals("cs", page.select("h1").attr("lang"));
        assertTrue(page.select(".notice.bad").isEmpty());
        app.database()
                .write(handle ->
                        handle.execute("update agreement_text set body = concat(body, ' x') where language = 'cs'"));
        assertFalse(customer.get(agreement).page().select(".notice.bad").isEmpty());
        app.database()
                .write(handle -> handle.execute("update agreement_text set body = left(body, char_length(body) - 2)"
                        + " where language = 'cs'"));
    }

    @Test
    void theReceiptIsFoundFromTheLinkTheHomePageTheInvitationAndTheMails() {
        Client customer = app.as("customer-a-global");
        String fromLink =
                customer.get(asked.link()).page().select("a[href$=/receipts]").attr("href");
        assertEquals("Receipt", customer.open(fromLink).heading().split(" ")[0]);
        assertFalse(customer.get("/").page().select("a[href=" + receipt + "]").isEmpty());
        assertFalse(customer.get("/receipts")
                .page()
                .select("a[href=" + receipt + "]")
                .isEmpty());
        Client partner = app.as("direct-helpdesk");
        String fromInvitation =
                partner.get(asked.path()).page().select("a[href$=/receipts]").attr("href");
        assertEquals("Receipt", partner.open(fromInvitation).heading().split(" ")[0]);
        assertFalse(partner.get("/receipts")
                .page()
                .select("a[href=" + receipt + "]")
                .isEmpty());
        assertTrue(app.as("customer-a-user")
                .get("/")
                .page()
                .select("a[href=/receipts]")
                .isEmpty());
        assertTrue(app.sentMail().stream()
                .filter(mail -> mail.toString().contains(receipt))
                .findAny()
                .isPresent());
    }

    @Test
    void aSecondAcceptanceNamesTheTextThatWasAcceptedEarlier() {
        Asking.Asked second = Asking.by(app.as("reseller-admin")).asked();
        Client english = app.as("customer-a-global");
        assertEquals(200, Accepting.accept(english, second.link()).status());
        List<String> languages = app.database()
                .read(handle -> handle.createQuery("select agreement_language from acceptance_evidence order by id")
                        .mapTo(String.class)
                        .list());
        assertEquals(List.of("cs", "cs"), languages);
        assertEquals(1, app.database().<Integer>read(handle -> handle.createQuery(
                        "select count(*) from agreement_acceptance")
                .mapTo(Integer.class)
                .one()));
    }
}
