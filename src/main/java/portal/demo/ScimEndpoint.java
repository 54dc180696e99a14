package portal.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import portal.users.ScimDirectory;

/** Users by SCIM 2.0 (RFC 7643, RFC 7644), as far as a directory needs it to be told about them. */
final class ScimEndpoint {
    /** Below it there is {@code /Users}. */
    static final String PATH = "/scim/v2";

    private static final String USERS = PATH + "/Users";
    private static final String USER = USERS + "/{id}";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final Pattern FILTER = Pattern.compile("(externalId|userName) eq \"([^\"\\\\]*)\"");
    private static final int SHORTEST_PASSWORD = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final Accounts accounts;
    private final String token;
    private final Predicate<String> known;

    /**
     * An endpoint for whoever has the token.
     *
     * @param known whether a user name belongs to somebody else already
     */
    ScimEndpoint(Accounts accounts, String token, Predicate<String> known) {
        this.accounts = accounts;
        this.token = token;
        this.known = known;
    }

    void addTo(RoutesConfig routes) {
        routes.get(USERS, guarded(this::list));
        routes.post(USERS, guarded(this::create));
        routes.get(USER, guarded(context -> answer(context, 200, resource(found(context)))));
        routes.put(USER, guarded(this::replace));
        routes.patch(USER, guarded(this::patch));
        routes.delete(USER, guarded(this::delete));
    }

    /** What the one who asks did wrong. */
    private static final class FaultException extends RuntimeException {
        private final int status;
        private final String type;

        private FaultException(int status, String type, String detail) {
            super(detail, null, false, false);
            this.status = status;
            this.type = type;
        }
    }

    private Handler guarded(Handler handler) {
        return context -> {
            try {
                String expected = "Bearer " + token;
                String given = String.valueOf(context.header("Authorization"));
                if (!MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
                    throw new FaultException(401, null, "The bearer token is missing or wrong");
                }
                handler.handle(context);
            } catch (FaultException fault) {
                ObjectNode error = json.createObjectNode();
                error.putArray("schemas").add(ERROR);
                error.put("status", String.valueOf(fault.status)).put("detail", fault.getMessage());
                if (fault.type != null) {
                    error.put("scimType", fault.type);
                }
                answer(context, fault.status, error);
            }
        };
    }

    private static void answer(Context context, int status, JsonNode body) {
        context.status(status).contentType("application/scim+json").result(body.toString());
    }

    private Account found(Context context) {
        return accounts.find(context.pathParam("id"))
                .orElseThrow(() -> new FaultException(404, null, "There is no such user"));
    }

    private void list(Context context) {
        Matcher filter = FILTER.matcher(String.valueOf(context.queryParam("filter")));
        if (!filter.matches()) {
            throw new FaultException(400, "invalidFilter", "Only externalId eq and userName eq are known");
        }
        Optional<Account> found = filter.group(1).equals("externalId")
                ? accounts.known(filter.group(2))
                : accounts.named(filter.group(2));
        ObjectNode answer = json.createObjectNode();
        answer.putArray("schemas").add(LIST);
        answer.put("totalResults", found.isPresent() ? 1 : 0);
        ArrayNode resources = answer.putArray("Resources");
        found.ifPresent(account -> resources.add(resource(account)));
        answer(context, 200, answer);
    }

    private void create(Context context) {
        JsonNode sent = body(context);
        String name = sent.path("userName").asText("");
        if (known.test(name) || accounts.named(name).isPresent()) {
            throw new FaultException(409, "uniqueness", "The user name " + name + " is taken");
        }
        Account account = withPassword(account(UUID.randomUUID().toString(), sent), sent);
        accounts.put(account);
        answer(context, 201, resource(account));
    }

    private void replace(Context context) {
        Account before = found(context);
        JsonNode sent = body(context);
        Account after = account(before.id(), sent).withPassword(before.password(), before.temporary());
        accounts.put(withPassword(after, sent));
        answer(context, 200, resource(after));
    }

    /** Only a password, and whether the person may sign in, can be changed apart from the rest. */
    private void patch(Context context) {
        Account account = found(context);
        for (JsonNode operation : body(context).path("Operations")) {
            JsonNode value = operation.path("value");
            if (!operation.path("op").asText().equalsIgnoreCase("replace") || !value.isObject()) {
                throw new FaultException(400, "invalidSyntax", "Only replace with an object is known");
            }
            account = withPassword(account, value);
        }
        accounts.put(account);
        answer(context, 200, resource(account));
    }

    private void delete(Context context) {
        if (!accounts.remove(context.pathParam("id"))) {
            throw new FaultException(404, null, "There is no such user");
        }
        context.status(204);
    }

    private JsonNode body(Context context) {
        try {
            return json.readTree(context.body());
        } catch (JsonProcessingException notJson) {
            throw new FaultException(400, "invalidSyntax", "This is not JSON");
        }
    }

    private static Account account(String id, JsonNode sent) {
        try {
            return new Account(
                    id,
                    needed(sent.path("externalId")),
                    UUID.fromString(needed(sent.path(ScimDirectory.ENTERPRISE).path("organization"))),
                    needed(sent.path("userName")),
                    needed(sent.path("name").path("givenName")),
                    needed(sent.path("name").path("familyName")),
                    needed(sent.path("displayName")),
                    sent.path("addresses").path(0).path("country").asText(""),
                    sent.path("active").asBoolean(true),
                    null,
                    false);
        } catch (IllegalArgumentException notATenant) {
            throw new FaultException(400, "invalidValue", "The organization is not a tenant id");
        }
    }

    private static String needed(JsonNode value) {
        if (value.asText("").isBlank()) {
            throw new FaultException(400, "invalidValue", "A user needs externalId, userName, names and organization");
        }
        return value.asText();
    }

    private static Account withPassword(Account account, JsonNode sent) {
        if (!sent.has("password")) {
            return account;
        }
        String password = sent.path("password").asText();
        if (password.length() < SHORTEST_PASSWORD) {
            throw new FaultException(400, "invalidValue", "The password is too short");
        }
        boolean temporary =
                sent.path(ScimDirectory.PASSWORDS).path("changeAtNextSignIn").asBoolean(false);
        return account.withPassword(Passwords.keep(password), temporary);
    }

    private ObjectNode resource(Account account) {
        ObjectNode resource = json.createObjectNode();
        resource.putArray("schemas").add(ScimDirectory.USER).add(ScimDirectory.ENTERPRISE);
        resource.put("id", account.id()).put("externalId", account.externalId());
        resource.put("userName", account.userName()).put("displayName", account.displayName());
        resource.putObject("name").put("givenName", account.givenName()).put("familyName", account.familyName());
        resource.put("active", account.active());
        resource.putObject(ScimDirectory.ENTERPRISE)
                .put("organization", account.tenant().toString());
        resource.putObject("meta").put("resourceType", "User").put("location", USERS + "/" + account.id());
        return resource;
    }
}
