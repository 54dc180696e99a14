package portal.users;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import portal.platform.Config;

/**
 * A directory spoken to by SCIM 2.0 (RFC 7643, RFC 7644). Our id is the {@code externalId}, the tenant the
 * {@code organization} of the enterprise extension. That a password has to be changed is said in an extension of our own,
 * because SCIM has no word for it.
 */
public final class ScimDirectory implements Directory {
    /** Schema of a user. */
    public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    /** Schema of what enterprises add. */
    public static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** Schema of what this portal adds. */
    public static final String PASSWORDS = "urn:partner-portal:scim:schemas:extension:passwords:1.0:User";

    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Set<Integer> REFUSALS = Set.of(400, 409, 413, 422);
    private static final int LONGEST_REASON = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI users;
    private final String token;
    private final Duration patience;

    /** The directory that is configured. */
    public ScimDirectory(Config.Directory config) {
        this(config, TIMEOUT);
    }

    ScimDirectory(Config.Directory config, Duration patience) {
        this.patience = patience;
        users = URI.create(config.url() + "/Users");
        token = config.token();
    }

    @Override
    public String create(Account account, Optional<String> temporaryPassword) {
        ObjectNode resource = resource(account);
        temporaryPassword.ifPresent(password -> addPassword(resource, password));
        HttpResponse<String> answer = send("POST", users, resource);
        if (answer.statusCode() == 409) {
            // added before, and the answer was lost; or the name is somebody else's
            return find(account.id()).orElseThrow(() -> new Refused(reason(answer)));
        }
        return text(checked(answer), "id").orElseThrow(() -> new Away("the answer has no id"));
    }

    private Optional<String> find(UUID id) {
        String filter = URLEncoder.encode("externalId eq \"" + id + "\"", StandardCharsets.UTF_8);
        HttpResponse<String> answer = send("GET", URI.create(users + "?filter=" + filter), null);
        return text(read(checked(answer).body()).path("Resources").path(0).path("id"));
    }

    @Override
    public void update(String directoryId, Account account) {
        checked(send("PUT", user(directoryId), resource(account)));
    }

    @Override
    public void setTemporaryPassword(String directoryId, String password) {
        ObjectNode patch = json.createObjectNode();
        patch.putArray("schemas").add(PATCH);
        ObjectNode operation = patch.putArray("Operations").addObject();
        operation.put("op", "replace");
        addPassword(operation.putObject("value"), password);
        checked(send("PATCH", user(directoryId), patch));
    }

    @Override
    public void remove(String directoryId) {
        HttpResponse<String> answer = send("DELETE", user(directoryId), null);
        if (answer.statusCode() != 404) {
            checked(answer);
        }
    }

    private URI user(String directoryId) {
        return URI.create(users + "/"
                + URLEncoder.encode(directoryId, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private ObjectNode resource(Account account) {
        ObjectNode resource = json.createObjectNode();
        resource.putArray("schemas").add(USER).add(ENTERPRISE);
        resource.put("externalId", account.id().toString());
        resource.put("userName", account.signInName());
        resource.putObject("name").put("givenName", account.firstName()).put("familyName", account.lastName());
        resource.put("displayName", account.displayName());
        resource.put("active", account.active());
        resource.putArray("emails")
                .addObject()
                .put("value", account.signInName())
                .put("primary", true);
        resource.putArray("addresses").addObject().put("type", "work").put("country", account.country());
        resource.putObject(ENTERPRISE).put("organization", account.tenant().toString());
        return resource;
    }

    private static void addPassword(ObjectNode resource, String password) {
        resource.put("password", password);
        resource.putObject(PASSWORDS).put("changeAtNextSignIn", true);
        if (resource.path("schemas").isArray()) {
            resource.withArray("schemas").add(PASSWORDS);
        }
    }

    private HttpResponse<String> send(String method, URI address, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/scim+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        if (body != null) {
            request.header("Content-Type", "application/scim+json");
        }
        // the request's own limit ends with the headers of the answer, and its body may never end
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            answer.cancel(true);
            throw new Away("no whole answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException failure) {
            throw new Away(String.valueOf(failure.getCause()));
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Away("stopped");
        }
    }

    /** What is wrong with the request stays wrong; anything else (a wrong token, a mistake over there) may pass. */
    private HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        if (REFUSALS.contains(answer.statusCode())) {
            throw new Refused(reason(answer));
        }
        throw new Away(reason(answer));
    }

    private String reason(HttpResponse<String> answer) {
        String detail = text(answer, "detail").orElse("");
        String reason = answer.statusCode() + (detail.isEmpty() ? "" : " " + detail);
        return reason.codePoints()
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private Optional<String> text(HttpResponse<String> answer, String field) {
        return text(read(answer.body()).path(field));
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.missingNode();
        }
    }
}
