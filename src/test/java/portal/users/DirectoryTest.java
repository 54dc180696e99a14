package portal.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.platform.Vault;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Serving;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Users who are passed on to the provider where people sign in. */
class DirectoryTest {
    private static final String AT = "@jizerske-sklo.example";

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Client admin;
    private static String customer;

    @BeforeAll
    static void start() {
        app = TestApp.withDirectory().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        admin = cast.of("direct-admin");
        customer = Serving.with(admin, cast.of("customer-a-global"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Names that no other test run of this provider has used. */
    private static String mailbox(String beginning) {
        return beginning + "." + UUID.randomUUID().toString().substring(0, 8);
    }

    private static void passedOn() {
        Waiting.until("all is passed on", () -> rows.count("directory_change", "due_at is not null") == 0);
    }

    private static Answer signInPage(Client browser) {
        return browser.follow(browser.get("/sign-in?return=/"));
    }

    /** Sends a form of the provider's page, filled in. */
    private static Answer submit(Client browser, Answer page, String having, Map<String, String> typed) {
        Element form = page.page().selectFirst("form:has(" + having + ")");
        Map<String, String> fields = new HashMap<>();
        form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(typed);
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Answer signIn(Client browser, String name, String password) {
        return submit(browser, signInPage(browser), "#password", Map.of("user-name", name, "password", password));
    }

    private static String password(Answer answer) {
        assertEquals(200, answer.status(), () -> answer.wrongFields().toString());
        return answer.page().select("#temporary-password").text();
    }

    @Test
    void createdUserSignsInWithTheTemporaryPasswordAndIsAPlainUserOfTheCustomer() {
        String mailbox = mailbox("bozena");
        Answer added = Adding.add(admin, customer, mailbox);
        String temporary = password(added);
        assertTrue(temporary.matches("P[a-z2-9]{4}(-[a-z2-9]{4}){3}7"), temporary);
        passedOn();
        assertEquals(List.of(), rows.holding(temporary), "the password stands nowhere in clear");
        assertEquals(0, rows.count("directory_change", "password_sealed is not null"));
        String user = added.page().select("main a.primary").attr("href");
        Document page = admin.get(user).page();
        assertTrue(page.select(".timeline").text().contains("Passed on"));
        assertFalse(page.text().contains(temporary));

        Client browser = app.nobody();
        assertEquals(401, signIn(browser, mailbox + AT, "wrong").status());
        assertEquals(401, signIn(browser, "nobody" + AT, temporary).status());
        Answer change = signIn(browser, mailbox + AT, temporary);
        assertEquals("Choose a new password", change.heading());
        for (String poor : List.of("short", temporary)) {
            change = submit(browser, change, "#new-password", Map.of("new-password", poor, "new-password-again", poor));
            assertEquals(422, change.status(), poor);
        }
        String own = "a password of one's own";
        Answer home = browser.follow(
                submit(browser, change, "#new-password", Map.of("new-password", own, "new-password-again", own)));
        assertEquals(200, home.status());
        assertTrue(home.page().text().contains("Božena Nováková"), home.page().text());
        assertTrue(home.page().text().contains("Jizerské sklo"), home.page().text());
        assertEquals(404, browser.get("/customers").status());
        assertEquals(403, browser.get("/agreement").status(), "no Global admin");

        Client later = app.nobody();
        assertEquals(401, signIn(later, mailbox + AT, temporary).status());
        assertEquals(200, later.follow(signIn(later, mailbox + AT, own)).status());

        admin.post(user + "/disablement", Map.of());
        passedOn();
        assertEquals(401, signIn(app.nobody(), mailbox + AT, own).status());
        admin.post(user + "/enablement", Map.of());
        passedOn();
        assertEquals(303, signIn(app.nobody(), mailbox + AT, own).status());
        admin.post(user + "/deletion", Map.of());
        passedOn();
        assertEquals(401, signIn(app.nobody(), mailbox + AT, own).status());
        admin.post(user + "/restoration", Map.of());
        passedOn();
        assertEquals(303, signIn(app.nobody(), mailbox + AT, own).status());
    }

    @Test
    void usersOfAnUploadAreMarkedUntilTheyHaveAPassword() {
        StringBuilder file =
                new StringBuilder("Sign-in name,First name,Last name,Display name,Usage location,Licences\r\n");
        String first = mailbox("uploaded");
        for (int i = 0; i < 60; i++) {
            file.append(first + i + AT + ",Božena,Nováková,000 Uploaded " + i + ",CZ,\r\n");
        }
        String batch = admin.upload(
                        customer + "/users/uploads",
                        Map.of(),
                        "file",
                        "people.csv",
                        file.toString().getBytes(StandardCharsets.UTF_8))
                .location()
                .orElseThrow();
        admin.submit(batch + "/confirmation", Map.of());
        passedOn();
        Waiting.until("all are added", () -> rows.count("user_batch", "state = 'done'") == 1);
        assertTrue(admin.get(batch).text().contains("The new users have no password yet"));
        assertEquals(60, rows.count("customer_user", "needs_password"));

        Client helpdesk = cast.of("direct-helpdesk");
        Answer list = helpdesk.get(customer + "/users");
        assertTrue(list.body().length <= 30_000, "a page of " + list.body().length + " bytes");
        assertTrue(list.page().select("tbody button, [formaction]").isEmpty(), "Enter in the list makes no password");
        Element mark = list.page().selectFirst("tbody td.state a");
        assertEquals("No password yet", mark.text());
        String link = mark.attr("href");
        String user = customer + "/" + link;
        Map<String, String> form = reset(helpdesk.get(user));
        Map<String, String> colleagues = reset(admin.get(user));
        assertEquals("yes", form.get("first"));
        password(helpdesk.post(user + "/password", form));
        Answer second = admin.submit(user + "/password", colleagues);
        assertTrue(second.page().select(".notice.warn").text().contains("somebody else made one meanwhile"));
        assertEquals(1, rows.count("activity_entry", "action = 'user-password-reset' and subject = '000 Uploaded 0'"));
        assertEquals(59, rows.count("customer_user", "needs_password"));
        assertTrue(helpdesk.get(customer + "/users")
                .page()
                .select("td.state a[href=" + link + "]")
                .isEmpty());
        Map<String, String> again = reset(admin.get(user));
        assertFalse(again.containsKey("first"));
        password(admin.post(user + "/password", again));
        passedOn();
    }

    private static Map<String, String> reset(Answer page) {
        Map<String, String> fields = new HashMap<>();
        page.page()
                .select("form[action$=/password] input[type=hidden]:not([name=csrf])")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        return fields;
    }

    @Test
    void helpdeskAgentResetsAPasswordWhichIsShownOnce() {
        String mailbox = mailbox("reset");
        String user = Adding.added(admin, customer, mailbox);
        Client helpdesk = cast.of("direct-helpdesk");
        Map<String, String> form = Map.of(
                "id",
                helpdesk.get(user)
                        .page()
                        .select("form[action$=/password] input[name=id]")
                        .val());
        String temporary = password(helpdesk.post(user + "/password", form));
        Answer twice = helpdesk.submit(user + "/password", form);
        assertTrue(twice.page().select(".notice.warn").text().contains("No further password"));
        passedOn();
        assertEquals(
                "Choose a new password",
                signIn(app.nobody(), mailbox + AT, temporary).heading());
        assertEquals(1, rows.count("activity_entry", "action = 'user-password-reset' and new_value = ?", mailbox + AT));
        assertEquals(400, helpdesk.post(user + "/password", Map.of()).status());
        admin.post(user + "/disablement", Map.of());
        assertTrue(helpdesk.get(user).page().getElementById("reset-why").text().contains("disabled"));
    }

    @Test
    void directoryThatRefusesIsQuotedAndAskedAgain() {
        // one of the ready people has this name at the provider
        String taken = DemoPeople.person("customer-a-user").email();
        String user = Adding.added(admin, customer, taken.substring(0, taken.indexOf('@')));
        passedOn();
        Document page = admin.get(user).page();
        assertTrue(page.select(".timeline").text().contains("Refused: 409 The user name " + taken), page.text());
        assertEquals(0, rows.count("directory_change", "password_sealed is not null"));
        String again = page.select("form[action$=/repetition]").attr("action");
        assertEquals(403, cast.of("direct-helpdesk").post(again, Map.of()).status());
        assertEquals(303, admin.post(again, Map.of()).status());
        passedOn();
        assertEquals(1, rows.count("directory_change", "refused_at is not null"));
    }

    @Test
    void whatWaitsForADirectoryThatIsAwayGoesInOrderWhenItIsBack() {
        int port = TestApp.provider().directory().getPort();
        Map<String, String> away = new HashMap<>(app.settings());
        try (TestApp without = TestApp.start(Map.of(
                "DIRECTORY_URL", "http://127.0.0.1:1/scim/v2", "DIRECTORY_TOKEN", away.get("DIRECTORY_TOKEN")))) {
            Rows there = Rows.of(without);
            Client partner = without.as("direct-admin");
            String path = Serving.with(partner, without.as("customer-a-global"));
            String mailbox = mailbox("patient");
            String user = Adding.added(partner, path, mailbox);
            String id = partner.get(user)
                    .page()
                    .select("form[action$=/password] input[name=id]")
                    .val();
            String temporary = password(partner.post(user + "/password", Map.of("id", id)));
            partner.post(user + "/disablement", Map.of());
            partner.post(user + "/enablement", Map.of());
            Waiting.until("it was tried", () -> there.count("directory_change", "attempts > 0") > 0);
            assertTrue(partner.get(user).page().select(".timeline").text().contains("Waiting"));
            assertEquals(2, there.count("directory_change", "password_sealed is not null"));
            assertEquals(List.of(), there.holding(temporary));
            reseal(without, there);

            // the directory is back: another node knows where, and a third one competes
            Map<String, String> back = Map.of(
                    "DIRECTORY_URL",
                    "http://127.0.0.1:" + port + "/scim/v2",
                    "DIRECTORY_TOKEN",
                    app.settings().get("DIRECTORY_TOKEN"));
            try (TestApp second = without.secondNode(back);
                    TestApp third = without.secondNode(back)) {
                there.change("update directory_change set due_at = now(6) - interval 1 day, attempts = 0");
                Waiting.until("all is passed on", () -> {
                    // what the first node puts off; what is due in two minutes is being passed on
                    there.change(
                            """
                            update directory_change set due_at = now(6), attempts = 0
                            where due_at > now(6) and due_at < now(6) + interval 90 second and last_error is not null
                            """);
                    return there.count("directory_change", "passed_at is null") == 0;
                });
                assertEquals(
                        there.texts("select id from directory_change order by id"),
                        there.texts("select id from directory_change order by passed_at, id"));
                assertEquals(
                        "Choose a new password",
                        signIn(second.nobody(), mailbox + AT, temporary).heading());
                assertEquals(200, third.nobody().get("/").status());
            }
        }
    }

    /** Passwords on their way survive a change of the portal's key. */
    private static void reseal(TestApp without, Rows there) {
        List<String> before =
                there.texts("select hex(password_sealed) from directory_change where password_sealed is not null");
        byte[] anew = new byte[32];
        anew[0] = 1;
        Vault rotated = new Vault(List.of(anew, new byte[32]));
        assertEquals(2, Changes.reseal(without.database(), rotated).resealed());
        assertNotEquals(
                before,
                there.texts("select hex(password_sealed) from directory_change where password_sealed is not null"));
        Vault back = new Vault(List.of(new byte[32], anew));
        assertEquals(2, Changes.reseal(without.database(), back).resealed());
    }

    @Test
    void purgedUserIsRemovedFromTheDirectory() {
        String mailbox = mailbox("purged");
        String user = Adding.added(admin, customer, mailbox);
        passedOn();
        admin.post(user + "/deletion", Map.of());
        passedOn();
        app.app().purging().purge(app.clock().instant().plus(Users.KEPT).plusSeconds(60));
        rows.change("update directory_change set due_at = now(6) where kind = 'purge'");
        passedOn();
        assertEquals(1, rows.count("directory_change", "kind = 'purge' and passed_at is not null"));
        // the name is free there too
        Adding.added(admin, customer, mailbox);
        passedOn();
        assertEquals(
                0, rows.count("directory_change", "refused_at is not null and last_error like ?", "%" + mailbox + "%"));
    }
}
