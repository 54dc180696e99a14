package portal.operating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.invitations.Forgetting;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Relating;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;

class OperatingTest {
    private static final UUID CUSTOMER = Relating.company(105);

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
        app.mail().acceptAgain();
        rows.startAgain();
    }

    private Asking.Asked refused() {
        app.mail().refuse(550);
        Client partner = cast.of("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        partner.submit(asked.path() + "/deliveries", asked.draft());
        Waiting.until("it was refused", () -> rows.count("outbox_mail", "refused_at is not null") == 1);
        app.mail().acceptAgain();
        return asked;
    }

    @Test
    void strangersLookAfterNothing() {
        for (String person : List.of("direct-global", "customer-a-global", "norole")) {
            for (String page : List.of("/mail", "/people", "/people?q=x")) {
                assertEquals(404, cast.of(person).get(page).status());
            }
        }
    }

    @Test
    void refusedMailIsSeenWithoutItsTextAndTriedAgain() {
        Asking.Asked asked = refused();
        Client operator = cast.of("operator");
        Answer page = operator.get("/mail");
        assertTrue(page.text().contains("jiri.reznicek@jizerske-sklo.example"));
        assertTrue(page.text().contains("No such mailbox"));
        assertFalse(page.text().contains(asked.subject()));
        assertFalse(page.text().contains("/portals/"));
        String id = rows.text("select id from outbox_mail");
        Answer tried = operator.submit("/mail/" + id + "/attempts", Map.of());
        assertTrue(tried.text().contains("The mail is tried again"));
        assertTrue(app.sentMail().stream()
                .anyMatch(mail ->
                        mail.subject().equals(asked.subject()) && mail.text().contains(asked.link())));
        assertTrue(operator.submit("/mail/" + id + "/attempts", Map.of()).text().contains("not stuck any more"));
        assertEquals(1, rows.count("activity_entry", "action = 'mail-retried'"));
    }

    @Test
    void mailIsGivenUpOnce() {
        refused();
        Client operator = cast.of("operator");
        String id = rows.text("select id from outbox_mail");
        operator.submit("/mail/" + id + "/withdrawal", Map.of());
        assertEquals(1, operator.get("/mail").page().select(".empty").size());
        assertEquals(1, rows.count("outbox_mail", "link_sealed is null and given_up_at is not null"));
        assertTrue(
                operator.submit("/mail/" + id + "/withdrawal", Map.of()).text().contains("not stuck any more"));
        assertEquals(404, operator.post("/mail/x/withdrawal", Map.of()).status());
    }

    @Test
    void revokedInvitationsMailCannotBeTriedAgain() {
        Asking.Asked asked = refused();
        cast.of("direct-admin").submit(asked.path() + "/revocation", Map.of("reason", ""));
        assertEquals(1, cast.of("operator").get("/mail").page().select(".empty").size());
    }

    @Test
    void personIsFoundByTheWholeAddressOrId() {
        cast.of("direct-admin");
        Client operator = cast.of("operator");
        String id = rows.text("select id from person where email = 'gergo.kovacs@kek-duna.example'");
        assertTrue(
                operator.get("/people?q=gergo.kovacs@kek-duna.example").text().contains(id));
        assertTrue(operator.get("/people?q=" + id).text().contains("gergo.kovacs@kek-duna.example"));
        for (String odd : List.of("gergo", "%25", "%00", "x".repeat(3000), "%F0%9F%98%80")) {
            Answer answer = operator.get("/people?q=" + odd);
            assertEquals(200, answer.status());
            assertEquals(1, answer.page().select(".empty").size());
        }
        assertEquals(
                404, operator.get("/people/" + UUID.randomUUID() + "/erasure").status());
    }

    @Test
    void exportHoldsWhatIsKeptAndNoSecret() {
        Client partner = cast.of("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        Accepting.accept(cast.of("customer-a-global"), asked.link());
        Client operator = cast.of("operator");
        String id = rows.text("select id from person where email = 'jiri.reznicek@jizerske-sklo.example'");
        operator.get("/people");
        String file = operator.post("/people/" + id + "/export", Map.of()).text();
        assertTrue(file.contains("person,1,name,Jiří Řezníček"), file);
        assertTrue(file.contains("acceptance_evidence,1,"));
        assertTrue(file.contains("agreement_acceptance,1,"));
        assertTrue(file.contains("activity_entry,"));
        assertFalse(file.contains("csrf"));
        assertEquals(1, rows.count("activity_entry", "action = 'person-exported' and subject = ?", id));
    }

    @Test
    void erasedPersonIsANumberAndSignedOut() {
        Client leaver = app.as("provider-helpdesk");
        Client operator = cast.of("operator");
        String email = "lukasz.wojcik@baltyk-dystrybucja.example";
        String id = rows.text("select id from person where email = ?", email);
        operator.get("/people/" + id + "/erasure");
        Answer done = operator.submit("/people/" + id + "/erasure", Map.of());
        assertTrue(done.text().contains("The person is erased"));
        assertTrue(
                operator.submit("/people/" + id + "/erasure", Map.of()).text().contains("erased already"));
        assertEquals(303, leaver.get("/customers").status());
        Map<String, Object> row = rows.row("select name, email, phone, subject from person where id = ?", id);
        assertEquals("#" + id.substring(28), row.get("name"));
        assertEquals(null, row.get("email"));
        assertEquals(List.of(), rows.holding(email));
        assertEquals(List.of(), rows.holding("Łukasz Wójcik"));
        app.as("provider-helpdesk");
        assertEquals(1, rows.count("person", "email = ?", email));
        assertEquals(1, rows.count("person", "id = ? and erased_at is not null", id));
    }

    @Test
    void whatOthersKeepOfSomebodyIsExportedAndErased() {
        String email = "customer.person@jizerske-sklo.example";
        Client partner = cast.of("direct-admin");
        String account = Relating.in(app).begin("direct-admin", Capacity.DIRECT_BILL, CUSTOMER, true);
        partner.post(account + "/notes", Map.of("id", Ids.next().toString(), "note", "Write to " + email + " only"));
        Asking.Asked asked = Asking.by(partner).with("email", email).asked();
        partner.post(asked.path() + "/deliveries", asked.draft());
        app.sentMail();
        partner.post(asked.path() + "/revocation", Map.of("reason", ""));
        String person = known(email, "Customer Person");
        String user = user(email, "deleted");
        user("somebody.else@jizerske-sklo.example", "deleted");

        Client operator = cast.of("operator");
        operator.get("/people");
        String file = operator.post("/people/" + person + "/export", Map.of()).text();
        for (String kept : List.of(
                "customer_user,1,sign_in_name," + email,
                "customer_note about,1,body,Write to " + email,
                "invitation_event received,1,detail," + email)) {
            assertTrue(file.contains(kept), () -> kept + " in " + file);
        }
        operator.submit("/people/" + person + "/erasure", Map.of());

        assertEquals(List.of(), rows.holding(email));
        assertEquals(0, rows.count("customer_user", "id = ?", user));
        assertEquals(1, rows.count("customer_user", "sign_in_name like 'somebody.else%'"));
        assertEquals(1, rows.count("customer_note", "body like 'Write to #% only'"));
        assertTrue(partner.get(asked.path()).text().contains("#" + person.substring(28)));
    }

    @Test
    void aUserWhoIsNotDeletedStaysTheCustomers() {
        String email = "still.here@jizerske-sklo.example";
        String person = known(email, "Still Here");
        String user = user(email, "active");
        Client operator = cast.of("operator");
        assertTrue(operator.get("/people/" + person + "/erasure").text().contains("not deleted stays"));
        operator.submit("/people/" + person + "/erasure", Map.of());
        assertEquals(1, rows.count("customer_user", "id = ? and state = 'active'", user));
    }

    @Test
    void enrolmentsOfSomebodyAreExported() {
        Client newcomer = cast.of("direct-admin");
        assertEquals(200, newcomer.get("/").status());
        String id = rows.text("select id from person where email = 'gergo.kovacs@kek-duna.example'");
        rows.change(
                "insert into enrolment (organization_id, state, submitted_by, submitted_at) select tenant_id, 'active', id, utc_timestamp(6) from person where id = ? on duplicate key update submitted_by = values(submitted_by)",
                id);
        Client operator = cast.of("operator");
        operator.get("/people");
        String file = operator.post("/people/" + id + "/export", Map.of()).text();
        assertTrue(file.contains("enrolment,1,organization_id,"), file);
    }

    @Test
    void addressesInTheHistoryOfAnInvitationGoAYearAfterItEnded() {
        Client partner = cast.of("direct-admin");
        Asking.Asked asked = Asking.by(partner)
                .with("email", "long.ago@jizerske-sklo.example")
                .asked();
        partner.post(asked.path() + "/deliveries", asked.draft());
        app.sentMail();
        partner.post(asked.path() + "/revocation", Map.of("reason", "no need"));
        rows.change("update outbox_mail set recipient = '-', text_body = null, html_body = null");
        new Forgetting(app.database()).forget(app.clock().instant().plus(Duration.ofDays(500)));
        assertEquals(0, rows.count("invitation_event", "detail like 'long.ago%'"));
        assertEquals(1, rows.count("invitation_event", "detail = 'no need'"));
    }

    private String known(String email, String name) {
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

    private String user(String signInName, String state) {
        String id = Ids.next().toString();
        boolean deleted = state.equals("deleted");
        rows.change(
                "insert into customer_user (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key,"
                        + " country, state, created_at, deleted_at, deleted_for, purge_at) values (?, ?, ?, 'Customer',"
                        + " 'Person', 'Customer Person', 'x', 'CZ', ?, utc_timestamp(6), ?, ?, ?)",
                id,
                CUSTOMER,
                signInName,
                state,
                deleted ? "2026-01-01" : null,
                deleted ? "7e4a47c0-0000-4000-8000-000000000001" : null,
                deleted ? "2036-01-01" : null);
        return id;
    }
}
