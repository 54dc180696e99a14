package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Accepting;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Transactions;

/** How many statements asking and accepting take: each costs, and while a partner's row is held others wait. */
class StatementsTest {
    private static TestApp app;
    private static Cast cast;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void askingTakesFewStatements() {
        Client partner = cast.of("direct-admin");
        List<String> statements = Transactions.of(app)
                .writing(
                        "invitation",
                        () -> assertEquals(
                                303,
                                Asking.by(partner)
                                        .with("domain", "nova.example")
                                        .send()
                                        .status()));
        assertTrue(statements.size() <= 14, () -> String.join("\n", statements));
    }

    @Test
    void acceptingTakesFewStatementsAndHoldsThePartnerForSomeOfThem() {
        Client partner = cast.of("direct-admin");
        // the first one begins the partner's chain of evidence
        Accepting.accept(
                cast.of("customer-b-global"),
                Asking.by(partner).with("domain", "").asked().link());
        Client customer = cast.of("customer-a-global");
        String link = Asking.by(partner).asked().link();
        Map<String, String> fields = Accepting.fields(customer, link);
        List<String> statements = Transactions.of(app)
                .writing(
                        "acceptance_evidence",
                        () -> assertEquals(
                                303, customer.post(link + "/acceptance", fields).status()));
        assertTrue(statements.size() <= 26, () -> String.join("\n", statements));
        long held = statements.stream()
                .dropWhile(statement -> !statement.startsWith("update organization"))
                .count();
        assertTrue(held <= 15, () -> held + " of\n" + String.join("\n", statements));
    }
}
