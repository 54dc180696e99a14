package portal.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import portal.testing.Waiting;

/** One node of the portal, run from the release in a process of its own. */
final class PortalNode implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path program;
    private final Map<String, String> settings;
    private final Path log;
    private Process process;

    PortalNode(Path program, Map<String, String> settings, Path log) {
        this.program = program;
        this.settings = settings;
        this.log = log;
    }

    int port() {
        return Integer.parseInt(settings.get("PORT"));
    }

    /** Starts it; it serves later. */
    void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(program.toString(), "serve");
            builder.environment().clear();
            builder.environment().put("PATH", System.getenv("PATH"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(settings);
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void awaitReady() {
        Waiting.until("it is ready", LONGEST, this::ready);
    }

    private boolean ready() {
        return ready(port());
    }

    /** Whether a node, or one behind a proxy, serves at a port. */
    static boolean ready(int port) {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + "/health/ready");
            return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM, and waits for its end. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        Waiting.until("it has ended", LONGEST, () -> !process.isAlive());
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
