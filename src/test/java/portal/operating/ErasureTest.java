package portal.operating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;

class ErasureTest {
    private static final UUID CUSTOMER = Relating.company(105);
    private static final UUID PARTNER = UUID.fromString("7e4a47c0-0000-4000-8000-000000000001");
    private static final String BEGUN = "has not come to its end";

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
    }

    @Test
    void strangersWhoseAddressContainsItStayAndAreNotExported() {
        String person = known("ann@x.cz", "Ann X");
        String others = "joann@x.cz, jo.ann@x.cz, ann@x.cz.example";
        note(others + " and ANN@x.cz.");
        note("Only joann@x.cz");
        Client operator = cast.of("operator");
        operator.get("/people");
        String file = operator.post("/people/" + person + "/export", Map.of()).text();
        assertTrue(file.contains("customer_note about,1,body,"), file);
        assertTrue(file.contains("activity_entry about,1,new_value,"), file);
        assertFalse(file.contains("Only joann@x.cz"), file);

        operator.submit(erasure(person), Map.of());

        String left = others + " and #" + person.substring(28) + ".";
        for (String text : List.of(left, "Only joann@x.cz")) {
            assertEquals(1, rows.count("customer_note", "body = ?", text));
            assertEquals(1, rows.count("activity_entry", "action = 'note-written' and new_value = ?", text));
        }
    }

    @Test
    void anInterruptedErasureIsFinishedByErasingOnceMore() {
        String email = "half.way@jizerske-sklo.example";
        String person = keptEverywhere(email);
        Client operator = cast.of("operator");
        assertFalse(operator.get(erasure(person)).text().contains(BEGUN));
        for (String step : List.of(
                "delete on customer_user",
                "update on outbox_mail",
                "update on customer_note",
                "update on activity_entry",
                "update on invitation",
                "update on invitation_event",
                "update on person")) {
            rows.change("create trigger interruption before " + step + " for each row signal sqlstate '45000'");
            int status = operator.post(erasure(person), Map.of()).status();
            rows.change("drop trigger interruption");
            assertEquals(503, status, step);
            assertEquals(1, rows.count("person", "email = ?", email), step);
            assertTrue(operator.get(erasure(person)).text().contains(BEGUN), step);
        }
        assertTrue(operator.submit(erasure(person), Map.of()).text().contains("The person is erased"));
        assertFalse(operator.get(erasure(person)).text().contains(BEGUN));
        assertTrue(operator.submit(erasure(person), Map.of()).text().contains("erased already"));
        assertEquals(List.of(), rows.holding(email));
        assertEquals(List.of(), rows.holding("Half Way"));
        assertEquals(0, rows.count("customer_user", "state = 'deleted'"));
        assertEquals(1, rows.count("activity_entry", "action = 'person-erased' and subject = ?", person));
    }

    @Test
    void tablesOfManyWindowsAreGoneThrough() {
        String person = known("many@x.cz", "Many X");
        rows.change(
                "insert into customer_note (id, partner_id, customer_id, body, written_by, written_at)"
                        + " select uuid(), ?, ?, if(seq mod 5 = 0, 'Ask many@x.cz', 'Ask'), ?, utc_timestamp(6)"
                        + " from seq_1_to_12000",
                PARTNER,
                CUSTOMER,
                person);
        cast.of("operator").submit(erasure(person), Map.of());
        assertEquals(2_400, rows.count("customer_note", "body = ?", "Ask #" + person.substring(28)));
        assertEquals(9_600, rows.count("customer_note", "body = 'Ask'"));
    }

    @Test
    void aTextThatWouldGrowTooLongIsCut() {
        String person = known("a@b.cz", "A B");
        note("a@b.cz ".repeat(285) + "end");
        cast.of("operator").submit(erasure(person), Map.of());
        assertEquals(List.of(), rows.holding("a@b.cz"));
        assertEquals(1, rows.count("customer_note", "char_length(body) = 2000"));
        assertEquals(1, rows.count("person", "id = ? and erased_at is not null", person));
    }

    private static String erasure(String person) {
        return "/people/" + person + "/erasure";
    }

    private static void note(String text) {
        List<String> entries = rows.texts("select id from portfolio_entry where customer_id = ?", CUSTOMER);
        String account = entries.isEmpty()
                ? Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, CUSTOMER, true)
                : "/customers/" + entries.get(0);
        Client partner = cast.of("direct-admin");
        partner.get(account);
        partner.post(account + "/notes", Map.of("id", Ids.next().toString(), "note", text));
    }

    /** In a note and its log, in mail and history of an invitation, and as a deleted user. */
    private static String keptEverywhere(String email) {
        note("Write to " + email + " only");
        Client partner = cast.of("direct-admin");
        Asking.Asked asked = Asking.by(partner).with("email", email).asked();
        partner.post(asked.path() + "/deliveries", asked.draft());
        app.sentMail();
        partner.post(asked.path() + "/revocation", Map.of("reason", ""));
        rows.change(
                "insert into customer_user (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key,"
                        + " country, state, created_at, deleted_at, deleted_for, purge_at) values (?, ?, ?, 'Half', 'Way',"
                        + " 'Half Way', 'x', 'CZ', 'deleted', utc_timestamp(6), '2026-01-01', ?, '2036-01-01')",
                Ids.next(),
                CUSTOMER,
                email,
                PARTNER);
        return known(email, "Half Way");
    }

    private static String known(String email, String name) {
        String id = Ids.next().toString();
        rows.change(
                "insert into person (id, issuer, subject, tenant_id, name, email, roles, created_at, last_signed_in_at)"
                        + " values (?, 'https://provider.example', ?, ?, ?, ?, '', utc_timestamp(6), utc_timestamp(6))",
                id,
                id,
                CUSTOMER,
                name,
                email);
        return id;
    }
}
