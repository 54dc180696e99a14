package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Writing;

class ForgettingTest {
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
    void recipientsAreForgottenAYearAfterTheEndAndNotBefore() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).with("note", "Met at the fair").asked();
        Writing writing = Writing.to(app);
        writing.question(writing.nobody(), asked.link(), "Who are you?");
        partner.post(asked.path() + "/revocation", Map.of("reason", "No answer"));
        Forgetting forgetting = new Forgetting(app.database());

        forgetting.forget(app.clock().instant().plus(Duration.ofDays(300)));
        assertEquals(1, count("invitation where email is not null and note is not null"));
        assertEquals(1, count("invitation_message where note is not null"));

        forgetting.forget(app.clock().instant().plus(Duration.ofDays(400)));
        assertEquals(0, count("invitation where email is not null or note is not null"));
        assertEquals(0, count("invitation_message where note is not null or ip <> ''"));
    }

    private static long count(String rows) {
        return app.database().<Long>read(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Long.class)
                .one());
    }
}
