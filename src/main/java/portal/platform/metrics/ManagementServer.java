package portal.platform.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import portal.platform.Config;

/** Health and metrics on a port of their own, which people do not reach. */
public final class ManagementServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "management");
        thread.setDaemon(true);
        return thread;
    });

    private ManagementServer(Config.Management config, Metrics metrics, Supplier<Optional<String>> whyNot)
            throws IOException {
        server = HttpServer.create(new InetSocketAddress(config.bindAddress(), config.port()), 0);
        server.setExecutor(threads);
        server.createContext(
                "/metrics", exchange -> answer(exchange, 200, "text/plain; version=0.0.4", metrics.text()));
        server.createContext("/health/live", exchange -> answer(exchange, 200, "text/plain", "live"));
        server.createContext("/health/ready", exchange -> {
            Optional<String> reason = whyNot.get();
            answer(exchange, reason.isEmpty() ? 200 : 503, "text/plain", reason.orElse("ready"));
        });
        server.start();
    }

    /** Listens from now on; {@link Config.Management#port} is not 0. */
    public static ManagementServer start(Config.Management config, Metrics metrics, Supplier<Optional<String>> whyNot) {
        metrics.addProcess();
        try {
            return new ManagementServer(config, metrics, whyNot);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
