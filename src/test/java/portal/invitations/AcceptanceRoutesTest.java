package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.TestApp;

class AcceptanceRoutesTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherCustomerIsToldThatTheInvitationIsNotForThem() {
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();

        Answer answer = app.as("customer-b-global").get(asked.link());

        assertEquals(403, answer.status());
        assertTrue(answer.page().text().contains("jizerske-sklo.example"));
    }

    @Test
    void theRightGlobalAdminAcceptsAndTheRowTurnsActive() {
        Asking.Asked asked = Asking.by(app.as("reseller-admin")).asked();

        Answer answer = Accepting.accept(app.as("customer-a-global"), asked.link());

        assertEquals(200, answer.status());
        String state = app.database().read(handle -> handle.createQuery(
                        "select state from portfolio_entry where name = 'Jizerské sklo a.s.' and capacity = 'indirect-reseller'")
                .mapTo(String.class)
                .one());
        assertEquals("active", state);
        assertEquals(2, app.sentMail().size());
    }
}
