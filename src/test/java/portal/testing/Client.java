package portal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A browser without scripts: keeps cookies, follows redirects after forms, sends the last page's form token. Every page
 * it gets is checked for a title, one heading, a token in each form, and texts that are texts rather than keys.
 */
public final class Client {
    private static final int MOST_REDIRECTS = 8;

    private final URI base;
    private final HttpClient http;
    private String language = "en";
    private String token = "";
    private String forwarded = "";

    Client(URI base) {
        this(
                base,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build());
    }

    private Client(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** The same browser, brought to another node. */
    public Client movedTo(URI node) {
        return new Client(node, http);
    }

    /** A browser for a portal that runs somewhere else. */
    public static Client at(URI address) {
        return new Client(address);
    }

    /** The same browser, preferring another language. */
    public Client preferring(String code) {
        language = code;
        return this;
    }

    /** The same browser behind a trusted proxy, which says where it is. */
    public Client from(String ip) {
        forwarded = ip;
        return this;
    }

    /** Signs in through the provider's page and comes back to the path. */
    public Client signIn(String person, String path) {
        Answer page = follow(send(get(base.resolve("/sign-in?return=" + encode(path)))));
        follow(choose(page, person));
        return this;
    }

    /** Presses a person's button on the provider's page. */
    public Answer choose(Answer providerPage, String person) {
        Document document = providerPage.page();
        Element button = document.selectFirst("button[value=" + person + "]");
        Element form = button.closest("form");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.put("person", person);
        URI action = form.hasAttr("action") && !form.attr("action").isEmpty()
                ? URI.create(form.absUrl("action"))
                : providerPage.address();
        return send(post(action, fields, originOf(action)));
    }

    /** GETs a path of the portal, or a whole address, without following. */
    public Answer get(String path) {
        return remember(send(get(base.resolve(path))));
    }

    /** GETs and follows redirects to the page at their end. */
    public Answer open(String path) {
        return follow(send(get(base.resolve(path))));
    }

    /** POSTs fields with the token of the last page, without following; a page is fetched for a token if need be. */
    public Answer post(String path, Map<String, String> fields) {
        if (token.isEmpty()) {
            open("/");
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", token);
        return remember(send(post(base.resolve(path), all, originOf(base))));
    }

    /** POSTs fields and a file in the field "file" with the token of the last page, without following. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        return upload(path, fields, "file", fileName, file);
    }

    /** POSTs a form with a file, with the token of the last page, without following. */
    public Answer upload(String path, Map<String, String> fields, String field, String fileName, byte[] file) {
        if (token.isEmpty()) {
            open("/");
        }
        String boundary = "part-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", token);
        all.forEach((name, value) -> part(body, boundary, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        part(body, boundary, "name=\"" + field + "\"; filename=\"" + fileName + "\"", file);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return remember(send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", originOf(base))
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String names, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    /** POSTs a body as it is, after the token of the last page, without following. */
    public Answer postRaw(String path, String body) {
        if (token.isEmpty()) {
            open("/");
        }
        URI address = base.resolve(path);
        return send(form(address, "csrf=" + encode(token) + "&" + body, originOf(base)));
    }

    /** Asks for the head of a page only. */
    public Answer head(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).method("HEAD", BodyPublishers.noBody()));
    }

    /** The form token of the last page. */
    public String token() {
        return token;
    }

    /** POSTs and follows redirects to the page at their end. */
    public Answer submit(String path, Map<String, String> fields) {
        return follow(post(path, fields));
    }

    /** Sends any request with this browser's cookies. */
    public Answer send(HttpRequest.Builder request) {
        try {
            request.header("Accept-Language", language);
            if (!forwarded.isEmpty()) {
                request.header("X-Forwarded-For", forwarded);
            }
            return Answer.of(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /** Follows redirects, also to the provider and back. */
    public Answer follow(Answer answer) {
        Answer last = answer;
        for (int i = 0; i < MOST_REDIRECTS && last.location().isPresent(); i++) {
            last = send(get(last.address().resolve(last.location().get())));
        }
        return remember(last);
    }

    private Answer remember(Answer answer) {
        boolean ours = answer.address().getPort() == base.getPort();
        if (ours && answer.contentType().startsWith("text/html") && answer.body().length > 0) {
            check(answer);
            Element field = answer.page().selectFirst("input[name=csrf]");
            token = field == null ? token : field.attr("value");
        }
        return answer;
    }

    private static void check(Answer answer) {
        Document page = answer.page();
        String where = answer.status() + " " + answer.address();
        assertFalse(page.title().isBlank(), "a title on " + where);
        assertEquals(1, page.select("h1").size(), "one heading on " + where);
        assertTrue(
                page.select("form[method=post]:not(:has(input[name=csrf]))").isEmpty(),
                "a token in each form on " + where);
        assertFalse(page.body().text().matches("(?s).*\\{\\d+[},].*"), "arguments filled in on " + where);
    }

    private static HttpRequest.Builder get(URI address) {
        return HttpRequest.newBuilder(address).GET();
    }

    private static HttpRequest.Builder post(URI address, Map<String, String> fields, String origin) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return form(address, body, origin);
    }

    private static HttpRequest.Builder form(URI address, String body, String origin) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString(body));
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
