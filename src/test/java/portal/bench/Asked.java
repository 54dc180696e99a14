package portal.bench;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests as a signed-in browser sends them, ready to be written. */
final class Asked {
    private final int port;
    private final SignedIn person;
    private final String more;

    private Asked(int port, SignedIn person, String more) {
        this.port = port;
        this.person = person;
        this.more = more;
    }

    /** By a person who accepts compressed answers. */
    static Asked by(SignedIn person, int port) {
        return new Asked(port, person, "Accept-Encoding: gzip, deflate, br\r\n");
    }

    /** By the same person, who wants the page as it is. */
    Asked uncompressed() {
        return new Asked(port, person, "");
    }

    /** By the same person from another address, so that the limits per address are not what is measured. */
    Asked from(String address) {
        return new Asked(port, person, "X-Forwarded-For: " + address + "\r\n");
    }

    byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "", "&csrf=" + person.csrfToken()));
        return (head("POST", path) + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends a file as the form's field {@code file}. */
    byte[] upload(String path, byte[] file) {
        String boundary = "--part\r\nContent-Disposition: form-data; name=";
        byte[] before = (boundary + "\"csrf\"\r\n\r\n" + person.csrfToken() + "\r\n" + boundary
                        + "\"file\"; filename=\"users.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8);
        int length = before.length + file.length + after.length;
        byte[] head = (head("POST", path) + "Content-Type: multipart/form-data; boundary=part\r\nContent-Length: "
                        + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + length)
                .put(head)
                .put(before)
                .put(file)
                .put(after)
                .array();
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n"
                + "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
                + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n"
                + "Accept-Language: en-GB,en;q=0.5\r\nSec-Fetch-Site: same-origin\r\n"
                + "Cookie: session=" + person.cookie() + "\r\n" + more;
    }
}
