package portal.users;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.Config;

class ScimDirectoryTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final CountDownLatch enough = new CountDownLatch(1);
    private HttpServer server;
    private ScimDirectory directory;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        directory = new ScimDirectory(new Config.Directory(url, "token"), PATIENCE);
    }

    @AfterEach
    void stop() {
        enough.countDown();
        server.stop(0);
    }

    @Test
    void directoryThatStopsInTheMiddleOfItsAnswerIsAway() {
        server.createContext("/", exchange -> answer(exchange, true));
        assertAway();
    }

    @Test
    void directoryThatDoesNotAnswerIsAway() {
        server.createContext("/", exchange -> answer(exchange, false));
        assertAway();
    }

    private void assertAway() {
        Directory.Away away = assertTimeout(
                Duration.ofSeconds(10), () -> assertThrows(Directory.Away.class, () -> directory.remove("u1")));
        assertTrue(away.getMessage().contains("no whole answer"), away.getMessage());
    }

    /** The server ends it only after the test. */
    private void answer(HttpExchange exchange, boolean begun) throws IOException {
        if (begun) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
        try {
            enough.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
