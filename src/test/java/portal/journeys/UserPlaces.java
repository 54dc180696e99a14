package portal.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import portal.demo.DemoPeople;
import portal.testing.Answer;
import portal.testing.Client;
import portal.testing.Seats;
import portal.testing.Serving;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Every page about a customer's users, one by one and many at once. */
final class UserPlaces {
    private static final String FILE =
            """
            Sign-in name,First name,Last name,Display name,Usage location,Licences
            jana.vesela@laki-mazurskie.example,Jana,Veselá,,PL,Office for Everybody
            petr.novy@laki-mazurskie.example,Petr,Nový,,PL,
            nobody@elsewhere.example,Nobody,Elsewhere,,PL,
            """;

    private final Places places;
    private final TestApp app;
    private final Client partner;
    private String customer;

    private UserPlaces(Places places, TestApp app, Client partner) {
        this.places = places;
        this.app = app;
        this.partner = partner;
    }

    /** Adds them, as provider2 sees them. */
    static void addTo(Places places, TestApp app) {
        new UserPlaces(places, app, places.as("provider2-admin")).add();
    }

    private void add() {
        String hidden = Serving.withoutPrivileges(places.as("reseller2-admin"), places.as("customer-b-global"));
        places.add("users-hidden", "reseller2-admin", 200, hidden + "/users");
        customer = Serving.with(partner, places.as("customer-b-global"));
        String list = customer + "/users";
        places.add("users-empty-state", "provider2-admin", 200, list + "?state=deleted");
        addOne(list);
        addMany(list);
        places.add("users", "provider2-admin", 200, list);
        places.add("users-nothing-found", "provider2-admin", 200, list + "?q=nowhere");
    }

    private void addOne(String list) {
        String product = Seats.of(app, DemoPeople.person("customer-b-global").tenant(), "Office for Everybody", 3);
        Seats.of(app, DemoPeople.person("customer-b-global").tenant(), "Planner", 0);
        String user = added("ewa.lis", "Ewa", "Lis");
        partner.post(user + "/licences/" + product + "/assignment", Map.of());
        String deleted = added("jan.kos", "Jan", "Kos");
        partner.post(deleted + "/deletion", Map.of());
        Waiting.until(
                "all is passed on", () -> !partner.get(deleted).page().text().contains("Waiting"));
        places.add("user", "provider2-admin", 200, user);
        places.add("user-deleted", "provider2-admin", 200, deleted);
        places.add("user-details", "provider2-admin", 200, user + "/details");
        places.add("user-deletion", "provider2-admin", 200, user + "/deletion");
        places.add("user-password", "provider2-admin", 200, window -> {
            window.open(user);
            window.page().locator("main form[action$='/password'] button").click();
            window.id("temporary-password").waitFor();
        });
        places.add("user-new", "provider2-admin", 200, list + "/new");
        places.add("user-new-errors", "provider2-admin", 422, window -> {
            window.open(list + "/new");
            window.id("sign-in-name").fill("no name");
            window.page().locator("main form .primary").click();
        });
        places.add("user-details-stale", "provider2-admin", 409, window -> {
            window.open(user + "/details");
            // as after a colleague has saved
            window.page().locator("main input[name=version]").evaluate("field => { field.value = '99'; }");
            window.page().locator("main form .primary").click();
        });
    }

    private void addMany(String list) {
        places.add("users-upload", "provider2-admin", 200, list + "/upload");
        places.add("users-upload-errors", "provider2-admin", 422, window -> {
            window.open(list + "/upload");
            window.page().locator("main form .primary").click();
        });
        byte[] file = FILE.getBytes(StandardCharsets.UTF_8);
        String read = partner.upload(list + "/uploads", Map.of(), "file", "people.csv", file)
                .location()
                .orElseThrow();
        places.add("users-batch", "provider2-admin", 200, read);
        String done = partner.upload(list + "/uploads", Map.of(), "file", "people.csv", file)
                .location()
                .orElseThrow();
        partner.get(done);
        assertEquals(303, partner.post(done + "/confirmation", Map.of()).status());
        places.add("users-batch-done", "provider2-admin", 200, done);
        places.add("users-batch-licences", "provider2-admin", 200, window -> {
            window.open(list);
            window.page().locator("main input[name=user]").first().check();
            window.page().locator("main button[value=assign]").click();
        });
    }

    private String added(String mailbox, String first, String last) {
        Answer form = partner.get(customer + "/users/new");
        Map<String, String> fields = new HashMap<>();
        fields.put("id", form.page().select("main input[name=id]").val());
        fields.put("first-name", first);
        fields.put("last-name", last);
        fields.put("sign-in-name", mailbox);
        fields.put("domain", "laki-mazurskie.example");
        fields.put("country", "PL");
        Answer answer = partner.post(customer + "/users", fields);
        assertEquals(200, answer.status());
        return answer.page().select("main a.primary").attr("href");
    }
}
