package portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What no browser sends: a request written byte by byte, and the answer as it came. */
record RawRequest(int status, String headers, String body) {
    private static final int PATIENCE = 20_000;

    /** Sends lines of a request's head, without a body, and reads until the server closes. */
    static RawRequest send(int port, String... head) {
        return send(port, List.of(head), new byte[0]);
    }

    static RawRequest send(int port, List<String> head, byte[] body) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            String text = String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new RawRequest(
                    Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(0, end), answer.substring(end + 4));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A header's value; empty when it is absent. */
    String header(String name) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    /** Every value of a header. */
    List<String> headers(String name) {
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .toList();
    }
}
