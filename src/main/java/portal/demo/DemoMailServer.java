package portal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.subethamail.smtp.server.SMTPServer;

/** A mailbox for everybody: takes every message over SMTP on 127.0.0.1 and keeps it as a file. */
public final class DemoMailServer implements AutoCloseable {
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int SHOWN = 200;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path directory;
    private final AtomicInteger refusal;
    private final SMTPServer server;

    private DemoMailServer(Path directory, AtomicInteger refusal, SMTPServer server) {
        this.directory = directory;
        this.refusal = refusal;
        this.server = server;
    }

    /**
     * One message as it was received.
     *
     * @param id sorts by time of receipt
     * @param from the envelope's sender, empty for a bounce
     * @param recipients the envelope's recipients, also those no header names
     * @param replyTo addresses to answer to, empty when not said
     * @param text the plain part, empty when there is none
     * @param html the HTML part, empty when there is none
     * @param headers every header by its name as written, values decoded
     */
    public record Mail(
            String id,
            Instant receivedAt,
            String from,
            List<String> recipients,
            String replyTo,
            String subject,
            String text,
            String html,
            Map<String, List<String>> headers) {}

    /**
     * Starts to take mail. Messages of earlier runs in the same directory are there again.
     *
     * @param directory where each message becomes a file; made when missing
     * @param port the TCP port, 0 for a free one
     * @throws UncheckedIOException when the directory cannot be made
     * @throws RuntimeException when the port is taken
     */
    public static DemoMailServer start(Path directory, int port) {
        LibraryLogs.quieten("org.subethamail");
        AtomicInteger refusal = new AtomicInteger();
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(loopback())
                .hostName("localhost")
                .maxMessageSize(LARGEST)
                .fromAddressValidator(address -> true)
                .messageHandlerFactory(context -> new MailReception(directory, LARGEST, refusal))
                .build();
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.start();
        return new DemoMailServer(directory, refusal, server);
    }

    /** The port it listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    /**
     * The newest messages, at most 200, newest first.
     *
     * @throws UncheckedIOException when the directory cannot be read
     */
    public List<Mail> mails() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * One message, when there is one of that id; any other text finds nothing.
     *
     * @throws UncheckedIOException when its file cannot be read
     */
    public Optional<Mail> find(String id) {
        Path file = directory.resolve(ID.matcher(id).matches() ? id + ".eml" : "none");
        return Files.isRegularFile(file) ? Optional.of(MailFile.read(id, file)) : Optional.empty();
    }

    /**
     * From now on answers every recipient with this code, so that a sender's handling of it can be seen.
     *
     * @param code such as 451 (try again later) or 550 (never)
     * @throws IllegalArgumentException when the code is not a refusal
     */
    public void refuse(int code) {
        if (code < 400 || code > 599) {
            throw new IllegalArgumentException("Not an SMTP refusal: " + code);
        }
        refusal.set(code);
    }

    /** Takes mail again after {@link #refuse(int)}. */
    public void acceptAgain() {
        refusal.set(0);
    }

    /** Stops to take mail; the messages stay. */
    @Override
    public void close() {
        server.stop();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
