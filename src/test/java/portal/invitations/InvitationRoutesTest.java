package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portal.platform.database.Ids;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class InvitationRoutesTest {
    private static final String SCRIPT = "<script>alert('x')</script>";
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
    void strangerIsSentToSignInAndMakesNothing() {
        Answer page = app.nobody().get("/invitations/new");
        assertEquals(303, page.status());
        assertTrue(page.location().orElseThrow().startsWith("/sign-in?return="));

        Answer sent = Asking.by(app.nobody()).send();
        assertEquals(303, sent.status());
        assertEquals("/sign-in", sent.location().orElseThrow());
        assertEquals(0, rows.count("invitation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer-a-global", "customer-c-global", "operator"})
    void whoeverIsNoPartnerFindsNoSuchPage(String person) {
        assertEquals(404, cast.of(person).get("/invitations/new").status());
        assertEquals(404, Asking.by(cast.of(person)).send().status());
        assertEquals(0, rows.count("invitation"));
    }

    @ParameterizedTest
    @CsvSource({"direct-helpdesk,Admin agent", "norole,Admin agent"})
    void whoeverLacksTheRoleIsToldWhichOneAndWhoGivesIt(String person, String role) {
        Answer page = cast.of(person).get("/invitations/new");
        assertEquals(403, page.status());
        assertTrue(page.page().text().contains(role));
        assertTrue(page.page().text().contains("Kék Duna Informatika Zrt."));
        assertEquals(403, Asking.by(cast.of(person)).send().status());
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void suspendedPartnerSeesItsInvitationsAndAsksNobody() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        rows.change("update organization set state = 'suspended' where domain = 'kek-duna.example'");

        assertEquals(200, cast.of("direct-admin").get(asked.path()).status());
        Answer refused = Asking.by(cast.of("direct-admin")).send();
        assertEquals(403, refused.status());
        assertTrue(refused.page().text().contains("suspended"));
        assertEquals(
                403,
                cast.of("direct-admin")
                        .post(asked.path() + "/renewal", Map.of())
                        .status());
        assertEquals(1, rows.count("invitation"));
    }

    @Test
    void overLongInputIsToldAtItsFieldAndKept() {
        refused("company", "c".repeat(201));
        refused("company", "ř".repeat(10_000));
        refused("domain", "d".repeat(250) + ".example");
        refused("domain", "d".repeat(10_000));
        refused("email", "e".repeat(250) + "@sklo.example");
        refused("email", "e".repeat(10_000));
        refused("note", "n".repeat(2_001));
        refused("note", "n".repeat(10_000));
        refused("days", "9".repeat(10_000));
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void charactersNobodySeesAreToldAtTheirField() {
        for (String hidden :
                List.of("\u0001", "\u0000", "\u001b[31m", "\u007f", "\u0085", "\u202e", "\u200f", "\u2066")) {
            for (String field : List.of("company", "domain", "email", "note")) {
                Answer answer = Asking.by(cast.of("direct-admin"))
                        .with(field, "a" + hidden + "b")
                        .send();
                assertEquals(422, answer.status(), field);
                assertEquals(List.of(field), answer.wrongFields());
            }
        }
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void badDomainsAndAddressesAreToldAtTheirFieldAndKept() {
        refused("domain", "jizerske sklo.example");
        refused("domain", "https://jizerske-sklo.example");
        refused("domain", "jizerske-sklo.example/contact");
        refused("domain", SCRIPT);
        refused("email", "jiri.reznicek");
        refused("email", "jiri.reznicek@");
        refused("email", "@jizerske-sklo.example");
        refused("email", "🏔@jizerske-sklo.example");
        refused("email", "a@jizerske-sklo.example, b@jizerske-sklo.example");
        assertEquals(0, rows.count("invitation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "91", "1e9", "1000000000", "abc", "-1", "🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔🏔"})
    void daysBeyondOneToNinetyAreToldAtTheirField(String days) {
        refused("days", days);
        refused("days", "x" + "🏔".repeat(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xx", "CS", "cs ; drop table invitation", "čeština"})
    void unknownLanguageIsToldAtItsField(String language) {
        Answer answer =
                Asking.by(cast.of("direct-admin")).with("language", language).send();
        assertEquals(422, answer.status());
        assertEquals(List.of("language"), answer.wrongFields());
        assertEquals("Jizerské sklo a.s.", answer.page().select("#company").val());
    }

    private static void refused(String field, String value) {
        Answer answer = Asking.by(cast.of("direct-admin")).with(field, value).send();
        assertEquals(422, answer.status(), field);
        assertEquals(List.of(field), answer.wrongFields());
        assertEquals(value, answer.page().select("#" + field).val());
        assertEquals(1, answer.page().select("#errors a").size());
        assertEquals("#" + field, answer.page().select("#errors a").attr("href"));
    }

    @Test
    void strangeButRightInputIsTakenAsItIs() {
        for (String company : List.of(
                "🏔️ Čokoládovna 👩‍👩‍👧‍👦",
                "𠜎𠜱𠝹 漢字",
                "🏔".repeat(200),
                "a" + "🏔".repeat(199),
                "'; drop table invitation; -- \"`\\",
                "{x} {link} {customer} '{'",
                "شركة الزجاج",
                "=1+1",
                "null",
                "%s %00 &amp; &#0;")) {
            Asking.Asked asked = Asking.by(cast.of("direct-admin"))
                    .with("company", company)
                    .with("domain", "")
                    .asked();
            String id = asked.path().substring("/invitations/".length());
            assertEquals(company, rows.text("select company from invitation where id = ?", id));
            assertEquals(company, cast.of("direct-admin").get(asked.path()).heading());
        }
        String logged = String.join("", rows.texts("select subject from activity_entry"));
        assertFalse(logged.contains("?…"), "the log cuts between characters");
    }

    @Test
    void textIsComposedAndTidiedBeforeItIsKept() {
        Asking.by(cast.of("direct-admin"))
                .with("company", "  Jizerske\u0301 \t sklo\u00a0a.s.\r\n")
                .asked();
        assertEquals("Jizerské sklo\u00a0a.s.", rows.text("select company from invitation"));
    }

    @Test
    void domainBeyondAsciiIsStoredAsTheNetworkKnowsIt() {
        Asking.by(cast.of("direct-admin"))
                .with("domain", "Čokoláda.example")
                .with("email", "jana@čokoláda.example")
                .asked();
        Map<String, Object> row = rows.row("select domain, email from invitation");
        assertEquals("xn--okolda-sta16a.example", row.get("domain"));
        assertEquals("jana@xn--okolda-sta16a.example", row.get("email"));
        assertEquals("xn--okolda-sta16a.example", rows.text("select domain from portfolio_entry"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company=%ED%A0%80",
                "company=%ED%A0%BD%ED%B0%80",
                "company=%FF%FE",
                "company=%C3%28",
                "company=%",
                "company=%zz",
                "company=%u0161",
                "company=%00",
                "company[]=a&company[b]=c",
                "=&&&=",
                "language=cs&days=30&company=a&company=%00",
                "id=%ED%A0%80",
                "days=%F0%9F"
            })
    void brokenBytesNeverBreakThePortal(String body) {
        Client admin = cast.of("direct-admin");
        Answer answer = admin.postRaw("/invitations", body + "&id=" + Ids.next());
        assertTrue(answer.status() < 500, () -> body + " gives " + answer.status());
        Answer preferences = admin.postRaw("/preferences", body);
        assertTrue(preferences.status() < 500, () -> body + " gives " + preferences.status());
    }

    @Test
    void ofAFieldSentTwiceTheFirstCounts() {
        Answer answer = cast.of("direct-admin")
                .postRaw(
                        "/invitations",
                        "id=" + Ids.next() + "&id=x&language=cs&language=xx&days=7&days=abc&company=A&company=B");
        assertEquals(303, answer.status());
        Map<String, Object> row = rows.row("select company, validity_days, language from invitation");
        assertEquals("A", row.get("company"));
        assertEquals(7, row.get("validity_days"));
        assertEquals("cs", row.get("language"));
    }

    @Test
    void missingFieldsAreToldLikeEmptyOnes() {
        Answer answer = cast.of("direct-admin")
                .post("/invitations", Map.of("id", Ids.next().toString()));
        assertEquals(422, answer.status());
        assertEquals(
                List.of("days", "language"),
                answer.wrongFields().stream().sorted().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "9e550a00-0000-4000-8000-000000000001", "00000000-0000-0000-0000-000000000000"})
    void formThatIsNotOursIsNotTaken(String id) {
        assertEquals(
                400, Asking.by(cast.of("direct-admin")).with("id", id).send().status());
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void formWithTheNumberOfAnotherPartnersInvitationTellsAndChangesNothing() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        String id = asked.path().substring("/invitations/".length());

        Answer answer = Asking.by(cast.of("reseller-admin"))
                .with("id", id)
                .with("company", "Stolen")
                .send();

        assertEquals(400, answer.status());
        assertEquals("Jizerské sklo a.s.", rows.text("select company from invitation"));
        assertEquals(1, rows.count("invitation_party"));
    }

    @Test
    void formOfAnotherSiteOrWithoutItsTokenIsNotTaken() {
        Answer forged = Asking.by(cast.of("direct-admin")).with("csrf", "AAAA").send();
        assertEquals(403, forged.status());
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void giantFormIsRefusedAsTooLarge() {
        Answer answer = Asking.by(cast.of("direct-admin"))
                .with("note", "n".repeat(400_000))
                .send();
        assertEquals(413, answer.status());
        assertEquals(0, rows.count("invitation"));
    }

    @Test
    void htmlIsShownAsTextEverywhere() {
        Client admin = cast.of("direct-admin");
        Asking.Asked asked =
                Asking.by(admin).with("company", SCRIPT).with("note", SCRIPT).asked();
        admin.post(asked.path() + "/handover", Map.of());
        for (String path : List.of(asked.path(), asked.path() + "/draft", asked.path() + "/revocation", "/")) {
            shownAsText(admin.get(path));
        }
        shownAsText(cast.of("customer-b-global").get(asked.link()));
        shownAsText(admin.post(asked.path() + "/draft", Map.of("subject", SCRIPT, "body", SCRIPT)));
        Answer told = admin.submit(
                asked.path() + "/deliveries",
                Map.of("language", "cs", "subject", SCRIPT, "body", SCRIPT + asked.link()));
        assertEquals(200, told.status());
        app.sentMail().forEach(mail -> assertFalse(mail.html().contains("<script")));
        admin.submit(asked.path() + "/revocation", Map.of("reason", SCRIPT));
        shownAsText(admin.get(asked.path()));
    }

    private static void shownAsText(Answer answer) {
        assertTrue(answer.status() < 500);
        assertFalse(answer.text().contains("<script>alert"), () -> "escaped at " + answer.address());
        assertTrue(
                answer.text().contains("&lt;script>") || answer.text().contains("&lt;script&gt;"),
                () -> "shown at " + answer.address());
    }

    @Test
    void partnerOfTwoCapacitiesChoosesOne() {
        Client dual = cast.of("dual-admin");
        assertEquals(
                2,
                dual.get("/invitations/new")
                        .page()
                        .select("input[name=capacity]")
                        .size());

        assertEquals(List.of("capacity"), Asking.by(dual).send().wrongFields());
        assertEquals(
                List.of("capacity"),
                Asking.by(dual).with("capacity", "indirect-provider").send().wrongFields());
        assertEquals(
                List.of("capacity"),
                Asking.by(dual).with("capacity", "x").send().wrongFields());
        Asking.by(dual).with("capacity", "indirect-reseller").asked();

        assertEquals("indirect-reseller", rows.text("select capacity from invitation_party"));
        assertEquals("indirect-reseller", rows.text("select capacity from portfolio_entry"));
    }

    @Test
    void partnerOfOneCapacityCannotAskInAnother() {
        Asking.by(cast.of("direct-admin")).with("capacity", "indirect-provider").asked();
        assertEquals("direct-bill", rows.text("select capacity from invitation_party"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gov-global", "germany-global"})
    void inANationalCloudPrivilegesArePartOfTheRequestEvenWithoutTheBox(String person) {
        Answer page = cast.of(person).get("/invitations/new");
        assertTrue(page.page().select("#delegated-admin[checked][disabled]").hasAttr("aria-describedby"));

        Asking.Asked asked = Asking.by(cast.of(person))
                .with("delegated-admin", null)
                .with("domain", null)
                .asked();

        assertEquals("1", rows.text("select delegated_admin from invitation_party"));
        assertTrue(asked.link().contains("/portals/office/"), asked.link());
    }

    @Test
    void clearedBoxAsksForTheRelationshipOnly() {
        Asking.by(cast.of("direct-admin")).with("delegated-admin", null).asked();
        assertEquals("0", rows.text("select delegated_admin from invitation_party"));
        assertEquals("none", rows.text("select dap from portfolio_entry"));
    }

    @Test
    void sameFormSentTwiceMakesOneInvitation() {
        Asking asking = Asking.by(cast.of("direct-admin"));
        Answer first = asking.send();
        Answer second = asking.send();

        assertEquals(303, second.status());
        assertEquals(first.location(), second.location());
        assertEquals(1, rows.count("invitation"));
        assertEquals(1, rows.count("portfolio_entry"));
        assertEquals(1, rows.count("activity_entry"));
        assertEquals(1, rows.count("invitation_event"));
    }

    @Test
    void twoHundredInvitationsMayBeOpenAndNotOneMore() {
        Asking last = Asking.by(cast.of("direct-admin"));
        Asking.Asked asked = last.asked();
        openAsMany(199);

        Answer refused = Asking.by(cast.of("direct-admin")).send();
        assertEquals(403, refused.status());
        assertTrue(refused.page().text().contains("200 open invitations"));
        assertEquals(200, rows.count("invitation"));
        assertEquals(303, last.send().status(), "the form of the last one sent twice is no further one");
        assertEquals(303, Asking.by(cast.of("reseller-admin")).send().status(), "others are not concerned");

        assertEquals(
                303,
                cast.of("direct-admin")
                        .post(asked.path() + "/revocation", Map.of())
                        .status());
        assertEquals(303, Asking.by(cast.of("direct-admin")).send().status());
    }

    @Test
    void expiredInvitationIsNotOpenedAgainBeyondTwoHundred() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        rows.change("update invitation set expires_at = utc_timestamp(6) - interval 1 day");
        app.app().invitations().expireOverdue(app.clock().instant());
        openAsMany(200);

        assertEquals(
                403,
                cast.of("direct-admin")
                        .post(asked.path() + "/renewal", Map.of())
                        .status());
        assertEquals("expired", rows.text("select state from invitation where company = 'Jizerské sklo a.s.'"));
    }

    /** Further open invitations of the direct bill partner. */
    private static void openAsMany(int count) {
        rows.change(
                """
                insert into invitation (id, kind, state, cloud, company, language, created_by, created_at, validity_days,
                  expires_at)
                select uuid(), kind, 'open', cloud, concat('Further ', seq), language, created_by,
                  created_at, validity_days, utc_timestamp(6) + interval 1 day
                from invitation, seq_1_to_%d
                """
                        .formatted(count));
        rows.change(
                """
                insert into invitation_party (invitation_id, partner_id, capacity, inviter, delegated_admin)
                select i.id, o.id, 'direct-bill', true, true from invitation i, organization o
                where i.company like 'Further %' and o.domain = 'kek-duna.example'
                """);
    }

    @Test
    void anotherPartnersInvitationDoesNotExist() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        Client other = cast.of("reseller-admin");
        Map<String, Long> before = rows.counts();
        for (String page : List.of("", "/draft", "/revocation")) {
            assertEquals(404, other.get(asked.path() + page).status());
        }
        for (String verb : List.of(
                "/draft", "/draft/language", "/draft/copy", "/deliveries", "/handover", "/renewal", "/revocation")) {
            assertEquals(404, other.post(asked.path() + verb, asked.draft()).status(), verb);
        }
        assertEquals(before, rows.counts());
        assertEquals("open", rows.text("select state from invitation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "7e4a47c0", "%F0%9F%8F%94", "..%2f..%2fetc", "7e4a47c0-0-4000-8000-1"})
    void whatIsNoNumberOfAnInvitationIsNoPage(String id) {
        int status = cast.of("direct-admin").get("/invitations/" + id).status();
        assertTrue(status == 404 || status == 400, () -> id + " gives " + status);
    }

    @Test
    void invitationStandsAmongTheCustomersAtOnceAndTheLogSaysSo() {
        Asking.by(cast.of("direct-admin")).asked();
        Map<String, Object> row = rows.row("select name, domain, state, dap, capacity from portfolio_entry");
        assertEquals("Jizerské sklo a.s.", row.get("name"));
        assertEquals("invited", row.get("state"));
        assertEquals("asked", row.get("dap"));
        assertTrue(cast.of("direct-global").get("/").page().text().contains("Jizerské sklo a.s."));
        Map<String, Object> logged = rows.row("select action, subject, organization_id from activity_entry");
        assertEquals("invitation-drafted", logged.get("action"));
        assertEquals("Jizerské sklo a.s.", logged.get("subject"));
        assertEquals("7e4a47c0-0000-4000-8000-000000000001", String.valueOf(logged.get("organization_id")));
    }

    @Test
    void linkWorksToTheEndOfTheLastDayInTheInvitersZone() {
        Asking.by(cast.of("direct-admin")).with("days", "1").asked();
        ZonedDateTime end = LocalDateTime.parse(
                        rows.text("select date_format(expires_at, '%Y-%m-%dT%H:%i:%s') from invitation"))
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(ZoneId.of("Europe/Budapest"));
        assertEquals(LocalTime.of(23, 59, 59), end.toLocalTime());
        assertEquals(LocalDate.now(ZoneId.of("Europe/Budapest")).plusDays(1), end.toLocalDate());
    }

    @Test
    void idsOfFormsNeverRepeat() {
        Client admin = cast.of("direct-admin");
        UUID one = UUID.fromString(
                admin.get("/invitations/new").page().select("input[name=id]").val());
        UUID two = UUID.fromString(
                admin.get("/invitations/new").page().select("input[name=id]").val());
        assertFalse(one.equals(two));
    }
}
