package portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The portal as a process of its own, so that its CPU time can be told from the load's. */
final class Application implements AutoCloseable {
    private static final Path LOG = Path.of("target", "bench-application.log");
    private static final long PATIENCE = 60;

    private final Process process;
    private final int port;
    private final long startedAt = System.nanoTime();

    private Application(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The settings of a portal whose provider is never asked and whose mail server never answers. */
    static Map<String, String> settings(String databaseUrl, int port, int mailPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DB_URL", databaseUrl);
        settings.put("PORT", String.valueOf(port));
        settings.put("PORTAL_BASE_URL", "http://localhost:" + port);
        settings.put("PORTAL_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("OIDC_DISCOVERY", "http://localhost:1/.well-known/openid-configuration");
        settings.put("OIDC_CLIENT_ID", "bench");
        settings.put("OIDC_CLIENT_SECRET", "bench");
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mailPort);
        settings.put("MAIL_FROM", "invitations@portal.example");
        settings.put("OPERATOR_TENANT", "7e4a47c0-0000-4000-8000-000000000031");
        settings.put("OPERATOR_NAME", "Středoevropský portál z.s.");
        settings.put("OPERATOR_CONTACT", "podpora@stredoevropsky-portal.example");
        settings.put("TRUSTED_PROXIES", "127.0.0.1");
        return settings;
    }

    /** Runs a program of ours in a JVM like this one. */
    static Application run(List<String> options, List<String> program, Map<String, String> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        try {
            return new Application(builder.start(), Integer.parseInt(settings.get("PORT")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Asks until the answer is a page; gives the time since the start. */
    Duration awaitPage(byte[] request) {
        while (process.isAlive() && System.nanoTime() - startedAt < TimeUnit.SECONDS.toNanos(PATIENCE)) {
            try (Connection connection = new Connection(port)) {
                if (connection.exchange(request).status() == 200) {
                    return Duration.ofNanos(System.nanoTime() - startedAt);
                }
            } catch (IOException notYet) {
                pause();
            }
        }
        throw new IllegalStateException("The portal did not start: see " + LOG);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
