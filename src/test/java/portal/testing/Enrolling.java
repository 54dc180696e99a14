package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import portal.demo.DemoPeople;

/** Enrols a company as a partner through the pages, as its Global admin does. */
public final class Enrolling {
    private final Map<String, String> fields = new HashMap<>(Map.of(
            "capacity", "direct-bill",
            "legal-name", "Krkonošský Cloud s.r.o.",
            "mpn-id", "2345020",
            "country", "CZ",
            "cloud", "public",
            "address-line1", "Krkonošská 1",
            "city", "Vrchlabí",
            "postal-code", "543 01",
            "support-email", "podpora@krkonossky-cloud.example",
            "notification-email", "urad@krkonossky-cloud.example"));
    private final Client admin;

    private Enrolling(Client admin) {
        this.admin = admin;
        fields.put("language", "cs");
        fields.put("time-zone", "Europe/Prague");
        fields.put("agrees", "yes");
    }

    /** An enrolment by somebody of a tenant the portal does not know. */
    public static Enrolling by(Client admin) {
        return new Enrolling(admin);
    }

    /** A Global admin of a company nobody has heard of; gives the value of the provider's button. */
    public static String newcomer(String domain) {
        return newcomer(UUID.randomUUID(), domain, List.of("GlobalAdmin"));
    }

    /** Somebody of a tenant. */
    public static String newcomer(UUID tenant, String domain, List<String> roles) {
        String value = "newcomer-" + UUID.randomUUID();
        TestApp.provider()
                .add(new DemoPeople.Person(
                        value,
                        UUID.randomUUID().toString(),
                        tenant,
                        "Vlasta Šimůnková",
                        value.substring(0, 17) + "@" + domain,
                        "+420 499 555 101",
                        roles));
        return value;
    }

    /** The same with another field; null leaves it out. */
    public Enrolling with(String field, String value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return this;
    }

    /** Opens the form, fills it in and sends it; gives what comes back without following. */
    public Answer send() {
        Answer form = admin.get("/enrolment");
        for (String hidden : List.of("terms", "enrolment-version")) {
            fields.putIfAbsent(
                    hidden, form.page().select("input[name=" + hidden + "]").val());
        }
        return admin.post("/enrolment", fields);
    }

    /** Enrols. */
    public void sent() {
        Answer answer = send();
        assertEquals(303, answer.status(), () -> "the enrolment is sent: " + answer.wrongFields());
        assertEquals("/", answer.location().orElseThrow());
    }

    /** Decides as the operator does, by the buttons of the partner's page; gives what comes back. */
    public static Answer decide(Client operator, UUID partner, String noun, String reason) {
        String path = "/enrolments/" + partner;
        Answer page = operator.get(reason == null ? path : path + "/" + noun);
        String version = page.page().select("input[name=version]").val();
        Map<String, String> fields = new HashMap<>();
        fields.put("version", version);
        if (reason != null) {
            fields.put("reason", reason);
        }
        return operator.post(path + "/" + noun, fields);
    }
}
