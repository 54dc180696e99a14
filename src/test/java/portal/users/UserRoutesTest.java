package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Seats;
import portal.testing.Serving;
import portal.testing.TestApp;

/** Users of one customer, where no directory is connected. */
class UserRoutesTest {
    private static final UUID TENANT = DemoPeople.person("customer-a-global").tenant();
    private static final List<String> VERBS =
            List.of("/disablement", "/enablement", "/deletion", "/restoration", "/details");

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Client admin;
    private static String customer;
    private static String office;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        admin = cast.of("direct-admin");
        customer = Serving.with(admin, cast.of("customer-a-global"));
        office = Seats.of(app, TENANT, "Office for Everybody", 2);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnerFindsNeitherUsersNorTheirPlace() {
        String user = Adding.added(admin, customer, "stranger");
        Client other = cast.of("reseller-admin");
        for (String path : List.of(customer + "/users", customer + "/users/new", user, user + "/details")) {
            assertEquals(404, other.get(path).status(), path);
        }
        for (String verb : VERBS) {
            assertEquals(404, other.post(user + verb, Map.of()).status(), verb);
        }
        String elsewhere = Serving.with(other, cast.of("customer-b-global"));
        String id = user.substring(user.lastIndexOf('/'));
        assertEquals(404, other.get(elsewhere + "/users" + id).status());
        assertEquals(
                404,
                other.post(elsewhere + "/users" + id + "/disablement", Map.of()).status());
        assertEquals("active", rows.text("select state from customer_user where sign_in_name like 'stranger@%'"));
    }

    @Test
    void withoutPrivilegesTheListsPlaceSaysWhatIsMissing() {
        Client partner = cast.of("reseller2-admin");
        String path = Serving.withoutPrivileges(partner, cast.of("customer-b-global"));
        Document page = partner.get(path + "/users").page();
        assertTrue(page.select(".empty").text().contains("delegated admin privileges"), page.text());
        assertEquals(
                3,
                page.select("main button[disabled][aria-describedby=users-why]").size());
        assertTrue(page.select("table, .filters").isEmpty());
        for (String closed : List.of("/users/new", "/users.csv", "/users/upload", "/users/" + UUID.randomUUID())) {
            Answer answer = partner.get(path + closed);
            assertEquals(403, answer.status(), closed);
            assertTrue(answer.page().text().contains("delegated admin privileges"), closed);
        }
        assertEquals(403, partner.post(path + "/users", Map.of("id", "x")).status());
    }

    @Test
    void helpdeskAgentSeesTheUsersAndWhatIsMissing() {
        String user = Adding.added(admin, customer, "helped");
        Client helpdesk = cast.of("direct-helpdesk");
        Document list = helpdesk.get(customer + "/users?q=helped").page();
        assertTrue(list.select("input[name=user]").isEmpty());
        assertFalse(list.getElementById("users-why").text().isEmpty());
        Document page = helpdesk.get(user).page();
        for (Element button : page.select("main button[disabled][aria-describedby]")) {
            assertFalse(
                    page.getElementById(button.attr("aria-describedby")).text().isEmpty());
        }
        for (String verb : VERBS) {
            assertEquals(403, helpdesk.post(user + verb, Map.of()).status(), verb);
        }
        assertEquals(
                403,
                helpdesk.post(user + "/licences/" + office + "/assignment", Map.of())
                        .status());
    }

    @Test
    void withoutADirectoryPasswordsCannotBeResetAndThePageSaysWhy() {
        String user = Adding.added(admin, customer, "kept.here");
        Document page = admin.get(user).page();
        assertTrue(page.getElementById("reset-why").text().contains("No directory is connected"));
        assertTrue(page.select("form[action$=/password] button[disabled]").hasAttr("aria-describedby"));
        Map<String, String> fields = Map.of(
                "id", page.select("form[action$=/password] input[name=id]").val());
        assertEquals(403, admin.post(user + "/password", fields).status());
        assertEquals(0, rows.count("directory_change"));

        rows.change("update customer_user set needs_password = true where sign_in_name like 'kept.here@%'");
        Document list = admin.get(customer + "/users?q=kept.here").page();
        assertEquals(
                user.substring(user.lastIndexOf("/users") + 1),
                list.selectFirst("td.state a").attr("href"));
        page = admin.get(user).page();
        assertTrue(page.select("dl.facts").text().contains("No password yet"));
        assertTrue(page.select("form[action$=/password] button[disabled]").hasAttr("aria-describedby"));
    }

    @Test
    void everyFieldSurvivesWhatPeopleType() {
        Map<String, String> good = Adding.fields(admin, customer, "fields");
        for (String field : List.of("first-name", "last-name", "display-name", "sign-in-name", "domain", "country")) {
            for (String value : List.of("x".repeat(5000), "a\u0000b", "\u202Eabc", "\u200B")) {
                Map<String, String> fields = new HashMap<>(good);
                fields.put(field, value);
                Answer answer = admin.post(customer + "/users", fields);
                assertEquals(422, answer.status(), field);
                assertTrue(answer.wrongFields().contains(field), field);
            }
        }
        for (String field : List.of("first-name", "last-name", "sign-in-name", "domain", "country")) {
            Map<String, String> fields = new HashMap<>(good);
            fields.remove(field);
            assertEquals(422, admin.post(customer + "/users", fields).status(), field);
        }
        for (String name : List.of("a b", "a@b", ".a", "a..b", "ž", "😀")) {
            Map<String, String> fields = new HashMap<>(good);
            fields.put("sign-in-name", name);
            assertEquals(
                    List.of("sign-in-name"),
                    admin.post(customer + "/users", fields).wrongFields(),
                    name);
        }
        Map<String, String> licence = new HashMap<>(good);
        licence.put("licence", UUID.randomUUID().toString());
        assertEquals(422, admin.post(customer + "/users", licence).status());
        Map<String, String> id = new HashMap<>(good);
        id.put("id", "nothing");
        assertEquals(400, admin.post(customer + "/users", id).status());
        assertEquals(0, rows.count("customer_user", "sign_in_name like 'fields@%'"));
        Map<String, String> emoji = new HashMap<>(good);
        emoji.put("first-name", "Jana 😀");
        assertEquals(303, admin.post(customer + "/users", emoji).status());
    }

    @Test
    void userIsAddedOnceWithLicencesAndFoundByName() {
        String product = Seats.of(app, TENANT, "One Seat", 1);
        Map<String, String> fields = Adding.fields(admin, customer, "Bozena.Nova");
        fields.put("licence", product);
        Answer first = admin.post(customer + "/users", fields);
        assertEquals(303, first.status());
        assertEquals(first.location(), admin.post(customer + "/users", fields).location());
        assertEquals(1, rows.count("customer_user", "sign_in_name = 'bozena.nova@jizerske-sklo.example'"));
        assertEquals("1", rows.text("select assigned from seat_pool where product_id = ?", product));

        Map<String, String> again = Adding.fields(admin, customer, "bozena.nova");
        assertEquals(
                List.of("sign-in-name"), admin.post(customer + "/users", again).wrongFields());

        Map<String, String> second = Adding.fields(admin, customer, "bozena.two");
        second.put("licence", product);
        Answer without = admin.submit(customer + "/users", second);
        assertTrue(without.page().select(".notice.warn").text().contains("One Seat"));

        for (String search : List.of("bozena nova", "NOVÁK bož", "bozena.nova@jiz")) {
            Document found = admin.get(
                            customer + "/users?q=" + search.replace(" ", "+").replace("@", "%40"))
                    .page();
            assertTrue(found.select("tbody th").text().contains("bozena.nova@"), search);
        }
        Document licensed = admin.get(customer + "/users?licence=" + product + "&state=active")
                .page();
        assertEquals(1, licensed.select("tbody tr").size());
        assertTrue(licensed.select("tbody tr").text().contains("One Seat"));
        assertEquals(
                1, rows.count("activity_entry", "action = 'user-added' and new_value like 'bozena.nova@%, One Seat'"));
        Answer csv = admin.get(customer + "/users.csv?licence=" + product);
        assertTrue(csv.text().contains("bozena.nova@jizerske-sklo.example"), csv.text());
        assertEquals(2, csv.text().lines().count());
    }

    @Test
    void ofTwoWhoEditTheSecondIsToldAndLosesNothing() {
        String user = Adding.added(admin, customer, "edited");
        Map<String, String> form = new HashMap<>();
        admin.get(user + "/details")
                .page()
                .select("main input[name], main select[name]")
                .forEach(field -> form.put(field.attr("name"), field.val()));
        form.remove("csrf");
        form.put("country", "CZ");
        Map<String, String> first = new HashMap<>(form);
        first.put("last-name", "Svobodová");
        first.put("display-name", "Božena Svobodová");
        assertEquals(303, admin.post(user + "/details", first).status());
        Map<String, String> second = new HashMap<>(form);
        second.put("last-name", "Dvořáková");
        Answer stale = admin.post(user + "/details", second);
        assertEquals(409, stale.status());
        assertEquals("Dvořáková", stale.page().select("#last-name").val());
        assertTrue(stale.page().select(".notice.warn").text().contains("Svobodová"));
        second.put("version", stale.page().select("input[name=version]").val());
        assertEquals(303, admin.post(user + "/details", second).status());
        assertEquals(422, admin.post(user + "/details", Map.of("version", "0")).status());
        assertEquals(
                List.of("Božena Nováková (Božena Nováková), CZ → Božena Svobodová (Božena Svobodová), CZ"),
                rows.texts("select concat(old_value, ' → ', new_value) from activity_entry where action = 'user-edited'"
                        + " order by id limit 1"));
        assertTrue(admin.get(customer + "/users?q=dvorakova").page().text().contains("edited@"));
        assertFalse(admin.get(customer + "/users?q=svobodova").page().text().contains("edited@"));
    }

    @Test
    void deletedUserComesBackWithTheLicencesThatAreStillFree() {
        String kept = Seats.of(app, TENANT, "Kept Product", 1);
        String lost = Seats.of(app, TENANT, "Lost Product", 1);
        String user = Adding.added(admin, customer, "restored");
        for (String product : List.of(kept, lost)) {
            admin.post(user + "/licences/" + product + "/assignment", Map.of());
        }
        assertEquals(303, admin.post(user + "/disablement", Map.of()).status());
        assertTrue(admin.get(user + "/deletion").page().text().contains("Kept Product, Lost Product"));
        assertEquals(303, admin.post(user + "/deletion", Map.of()).status());
        assertEquals(303, admin.post(user + "/deletion", Map.of()).status());
        assertEquals(0, rows.count("seat_pool", "product_id in (?, ?) and assigned <> 0", kept, lost));
        assertFalse(admin.get(customer + "/users").page().text().contains("restored@"));
        assertTrue(admin.get(customer + "/users?state=deleted").page().text().contains("restored@"));
        assertEquals(
                List.of("sign-in-name"), Adding.add(admin, customer, "restored").wrongFields());
        admin.post(user + "/licences/" + kept + "/assignment", Map.of());
        assertEquals(0, rows.count("seat_pool", "product_id = ? and assigned <> 0", kept));

        String other = Adding.added(admin, customer, "quicker");
        admin.post(other + "/licences/" + lost + "/assignment", Map.of());
        Answer page = admin.submit(user + "/restoration", Map.of());
        assertTrue(page.page().select(".notice.warn").text().contains("Lost Product"));
        assertEquals("disabled", rows.text("select state from customer_user where sign_in_name like 'restored@%'"));
        assertEquals(
                List.of("Kept Product"),
                rows.texts(
                        "select p.name from licence l join product p on p.id = l.product_id where l.user_id = ?",
                        user.substring(user.lastIndexOf('/') + 1)));
        assertEquals(2, rows.count("seat_pool", "product_id in (?, ?) and assigned = 1", kept, lost));
    }

    @Test
    void thirtyDaysAfterDeletionNothingIsLeft() {
        String user = Adding.added(admin, customer, "purged");
        admin.post(user + "/deletion", Map.of());
        app.app().purging().purge(app.clock().instant());
        assertEquals(200, admin.get(user).status());
        app.app().purging().purge(app.clock().instant().plus(Duration.ofDays(31)));
        assertEquals(404, admin.get(user).status());
        assertEquals(0, rows.count("customer_user", "sign_in_name like 'purged@%'"));
        assertTrue(rows.count("activity_entry", "action = 'user-purged'") >= 1);
        assertEquals(303, Adding.add(admin, customer, "purged").status());
    }

    @Test
    void everybodyReadsThePagesInTheirLanguage() {
        String user = Adding.added(admin, customer, "languages");
        for (String language : List.of("cs", "pl", "hu", "en")) {
            Client reader = app.as("direct-global").preferring(language);
            for (String path : List.of(
                    customer + "/users",
                    customer + "/users/new",
                    customer + "/users/upload",
                    user,
                    user + "/deletion")) {
                Answer answer = reader.get(path);
                assertEquals(200, answer.status(), language + path);
                assertEquals(language, answer.page().select("html").attr("lang"));
            }
        }
    }

    @Test
    void placeInTheListIsReadOrPassedOver() {
        for (String place : List.of("x", "%00", "after", UUID.randomUUID() + "!!", UUID.randomUUID() + "AAAA")) {
            assertTrue(admin.get(customer + "/users?after=" + place).status() < 400, place);
            assertTrue(admin.get(customer + "/users?before=" + place).status() < 400, place);
        }
        assertEquals(
                200,
                admin.get(customer + "/users?state=nothing&licence=nothing&q=%F0%9F%98%80")
                        .status());
    }
}
