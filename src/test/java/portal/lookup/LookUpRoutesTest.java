package portal.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;

class LookUpRoutesTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");
    private static final String PERSON = "jiri.reznicek%40jizerske-sklo.example";

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Supporting supporting;

    private UUID entry;
    private UUID subscription;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        supporting = Supporting.in(app);
        cast.of("customer-a-global");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void sell() {
        rows.startAgain();
        entry = supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        subscription = supporting.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, null);
    }

    private static Answer look(String person, String text) {
        return cast.of(person).get("/look-up?q=" + text);
    }

    private static boolean card(Answer answer) {
        assertEquals(200, answer.status());
        return !answer.page().select("main .facts").isEmpty();
    }

    @Test
    void customersOfOthersAreNotFound() {
        for (String text : List.of(
                "jizersk%C3%A9", "jizerske-sklo.example", CUSTOMER.toString(), subscription.toString(), PERSON)) {
            Answer answer = look("provider2-admin", text);
            assertFalse(card(answer));
            assertTrue(answer.page().select("main h2").text().contains("Nothing found"), text);
        }
        assertEquals(0, rows.count("activity_entry", "action = 'person-looked-up'"));
        assertEquals(0, rows.count("recent_look_up"));
    }

    @Test
    void oneBoxFindsByEverythingSomebodySaysOnThePhone() {
        for (String text : List.of(
                "jizersk%C3%A9", "JIZERSKE-sklo.example", CUSTOMER.toString(), subscription.toString(), PERSON)) {
            Answer answer = look("provider-helpdesk", text);
            assertTrue(card(answer), text);
            assertTrue(answer.text().contains("Jizerské sklo a.s."));
            assertTrue(answer.text().contains(Supporting.PRODUCT));
        }
    }

    @Test
    void lookUpsOfPeopleAreLogged() {
        // without privileges the company is found, and nobody of it
        assertFalse(look("provider-helpdesk", PERSON).text().contains("Jiří Řezníček"));
        assertEquals(0, rows.count("activity_entry", "action = 'person-looked-up'"));
        supporting.grantPrivileges(PROVIDER, CUSTOMER);
        Answer answer = look("provider-helpdesk", PERSON);
        assertTrue(answer.text().contains("Jiří Řezníček"));
        assertEquals(
                "jiri.reznicek@jizerske-sklo.example",
                rows.text("select subject from activity_entry where action = 'person-looked-up'"));
        // of somebody nobody knows, the company is found, and nobody is logged
        assertTrue(card(look("provider-helpdesk", "nikdo%40jizerske-sklo.example")));
        assertEquals(1, rows.count("activity_entry", "action = 'person-looked-up'"));
        assertFalse(card(look("provider-helpdesk", "nikdo%40nikde.example")));
    }

    @Test
    void userOfTheCustomerIsFoundBySignInName() {
        supporting.grantPrivileges(PROVIDER, CUSTOMER);
        UUID user = Ids.next();
        rows.change(
                """
                insert into customer_user
                  (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key, country, state, created_at)
                values (?, ?, 'lenka.simkova@jizerske-sklo.example', 'Lenka', 'Šimková', 'Lenka Šimková', '', 'CZ', 'active',
                  utc_timestamp(6))
                """,
                user,
                CUSTOMER);
        Answer answer = look("provider-helpdesk", "Lenka.Simkova%40jizerske-sklo.example");
        assertEquals(
                "Lenka Šimková",
                answer.page()
                        .select("main a[href=/customers/" + entry + "/users/" + user + "]")
                        .text());
        rows.change("delete from customer_user where id = ?", user);
    }

    @Test
    void reasonStandsBesideWhatIsNotAllowed() {
        Answer answer = look("provider-helpdesk", CUSTOMER.toString());
        List<String> described =
                answer.page().select("main .actions button[disabled]").eachAttr("aria-describedby");
        assertEquals(4, described.size());
        described.forEach(
                id -> assertFalse(answer.page().select("#" + id).text().isEmpty()));
        assertEquals(
                "/customers/" + entry + "/support",
                answer.page().select("main .actions a").attr("href"));
        assertTrue(answer.text().contains("delegated admin privileges"));
    }

    @Test
    void severalHitsAreAListFromWhichOneIsChosen() {
        supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, Supporting.tenant("customer-b"), true);
        Answer answer = look("provider-helpdesk", "example");
        assertEquals(2, answer.page().select("tbody tr").size());
        String chosen = answer.page().select("tbody a").get(0).attr("href");
        assertTrue(card(cast.of("provider-helpdesk").get(chosen)));
    }

    @Test
    void helpdeskAgentsHomeIsThisWork() {
        look("provider-helpdesk", CUSTOMER.toString());
        Answer home = cast.of("provider-helpdesk").get("/");
        assertEquals(1, home.page().select("main form[action=/look-up]").size());
        assertEquals(
                "/customers/" + entry + "/support",
                home.page().select("main section[aria-labelledby=recent] a").attr("href"));
        assertTrue(cast.of("provider-admin")
                .get("/")
                .page()
                .select("main form[action=/look-up]")
                .isEmpty());
        assertEquals(
                1,
                cast.of("provider-admin")
                        .get("/")
                        .page()
                        .select(".bar form[action=/look-up]")
                        .size());
        // what ends is not open any more
        rows.change("update portfolio_entry set state = 'removed' where id = ?", entry);
        assertTrue(cast.of("provider-helpdesk")
                .get("/")
                .page()
                .select("main section[aria-labelledby=recent] a")
                .isEmpty());
    }

    @Test
    void onlyTheLastTwentyAreKept() {
        UUID person = UUID.fromString(rows.text("select id from person where email like 'lukasz.wojcik@%'"));
        rows.change(
                """
                insert into portfolio_entry (id, partner_id, capacity, name, name_key, state, dap, since)
                select uuid(), ?, 'indirect-provider', seq, '', 'active', 'none', utc_timestamp(6) from seq_1_to_30
                """,
                PROVIDER);
        rows.change(
                """
                insert into recent_look_up (person_id, entry_id, looked_at)
                select ?, id, utc_timestamp(6) - interval 1 hour - interval cast(name as integer) minute
                from portfolio_entry where name regexp '^[0-9]+$'
                """,
                person);
        look("provider-helpdesk", CUSTOMER.toString());
        assertEquals(20, rows.count("recent_look_up"));
        assertEquals(1, rows.count("recent_look_up", "entry_id = ?", entry));
    }

    @Test
    void whateverIsWrittenIsAnsweredCalmly() {
        for (String odd : List.of(
                "%00", "%F0%9F%98%80", "%E2%80%AEabc", "@", "a@", "@b", "a@b@c", "x".repeat(3000), "%25", "'%22%3E")) {
            assertEquals(200, look("provider-admin", odd).status(), odd);
        }
        assertEquals(
                200, cast.of("provider-admin").get("/look-up?q=a&q=b&row=x").status());
    }

    @Test
    void whoLooksUpTooMuchWaits() {
        Client hasty = cast.of("reseller-admin");
        int refused = 0;
        for (int i = 0; i < 70; i++) {
            Answer answer = hasty.get("/look-up?q=nikdo");
            if (answer.status() == 429) {
                refused++;
                assertFalse(answer.header("Retry-After").isEmpty());
            }
        }
        assertTrue(refused > 0);
        assertEquals(200, hasty.get("/look-up").status());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everybodyReadsItInTheirLanguage(Language language) {
        Client client = cast.of("provider-helpdesk").preferring(language.code());
        try {
            Answer answer = client.get("/look-up?q=" + CUSTOMER);
            assertEquals(Texts.in(language).text("lookup.title"), answer.heading());
        } finally {
            client.preferring("en");
        }
    }
}
