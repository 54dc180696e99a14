package portal.testing;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What came back. */
public record Answer(
        int status, URI address, String contentType, Optional<String> location, byte[] body, HttpResponse<?> raw) {
    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.uri(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location"),
                response.body(),
                response);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a page. */
    public Document page() {
        return Jsoup.parse(text(), address.toString());
    }

    /** The page's heading. */
    public String heading() {
        return page().select("h1").text();
    }

    /** Ids of the fields that have an error. */
    public List<String> wrongFields() {
        return page().select("[aria-invalid=true]").eachAttr("id");
    }

    /** A header of the response. */
    public String header(String name) {
        return raw.headers().firstValue(name).orElse("");
    }
}
