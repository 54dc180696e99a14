package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import portal.platform.database.Ids;

/** Asks customers through the pages, as a partner does. */
public final class Asking {
    private final Map<String, String> fields = new HashMap<>(Map.of(
            "delegated-admin", "yes",
            "company", "Jizerské sklo a.s.",
            "domain", "jizerske-sklo.example",
            "email", "jiri.reznicek@jizerske-sklo.example",
            "language", "cs",
            "days", "30",
            "duplicate", "yes"));
    private final Client partner;
    private String address = "/invitations";

    private Asking(Client partner) {
        this.partner = partner;
    }

    /** A request of customer A by somebody who is signed in. */
    public static Asking by(Client partner) {
        return new Asking(partner);
    }

    /** The same with another field; null leaves it out. */
    public Asking with(String field, String value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return this;
    }

    /** The same together with the provider of a partnership. */
    public Asking together(String partnership) {
        address = partnership + "/invitations";
        return this;
    }

    /** Sends the first page's form as it is; gives what comes back without following. */
    public Answer send() {
        fields.putIfAbsent("id", Ids.next().toString());
        return partner.post(address, fields);
    }

    /** Makes the invitation and gives it. */
    public Asked asked() {
        Answer answer = send();
        assertEquals(303, answer.status(), () -> "the request is made: " + answer.wrongFields());
        String path = answer.location().orElseThrow().replace("/draft", "");
        Answer draft = partner.open(path + "/draft");
        String body = draft.page().select("#body").val();
        String link = body.lines()
                .filter(line -> line.contains("/portals/"))
                .findFirst()
                .orElseThrow()
                .strip();
        return new Asked(path, link, draft.page().select("#subject").val(), body);
    }

    /**
     * An invitation that was made.
     *
     * @param path its page
     * @param link what the customer follows
     */
    public record Asked(String path, String link, String subject, String body) {
        /** The draft's fields. */
        public Map<String, String> draft() {
            return Map.of("language", "cs", "subject", subject, "body", body);
        }
    }
}
