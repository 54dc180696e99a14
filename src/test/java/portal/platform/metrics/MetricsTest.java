package portal.platform.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.TestDatabase;
import portal.testing.Waiting;
import portal.testing.Wire;

class MetricsTest {
    @Test
    void strangersDoNotFindMetricsWherePeopleAre() {
        try (TestApp app = TestApp.start()) {
            assertEquals(404, app.nobody().get("/metrics").status());
        }
    }

    @Test
    void operatorsSeeRequestsByRouteAndNoSecretOrNameInThem() throws IOException {
        int port = freePort();
        try (TestApp app = TestApp.start(Map.of("MANAGEMENT_PORT", String.valueOf(port)))) {
            Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();
            app.nobody().get(URI.create(asked.link()).getPath());
            Client operator = Client.at(URI.create("http://localhost:" + port));

            assertEquals(200, operator.get("/health/live").status());
            assertEquals(200, operator.get("/health/ready").status());
            String route = "route=\"/portals/{portal}/invitations/{secret}\"";
            Waiting.until("it is counted", () -> operator.get("/metrics").text().contains(route));
            Answer metrics = operator.get("/metrics");
            assertTrue(metrics.text().contains("portal_outbox_waiting 0"), metrics.text());
            assertTrue(metrics.text().contains("hikaricp_connections_active"), metrics.text());
            String secret = asked.link().replaceFirst(".*/", "");
            assertFalse(metrics.text().contains(secret));
        }
    }

    @Test
    void operatorsSeeThatTheDatabaseIsAway() throws IOException {
        int port = freePort();
        try (Wire wire = new Wire(TestDatabase.newSchema());
                TestApp app = TestApp.start(Map.of("DB_URL", wire.url(), "MANAGEMENT_PORT", String.valueOf(port)))) {
            Client operator = Client.at(URI.create("http://localhost:" + port));
            wire.cut();
            Waiting.until("it is noticed", () -> operator.get("/health/ready").status() == 503);
            assertTrue(operator.get("/metrics").text().contains("portal_outbox_waiting NaN"));
            wire.mend();
            Waiting.until("it is back", () -> operator.get("/health/ready").status() == 200);
            assertEquals(200, app.nobody().get("/health/ready").status());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
