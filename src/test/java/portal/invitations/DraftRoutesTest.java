package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import portal.demo.DemoMailServer;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.TestApp;

class DraftRoutesTest {
    private static final int LONGEST_ADDRESS = 1_800;
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

    private static Client admin() {
        return cast.of("direct-admin");
    }

    @Test
    void strangerCannotReadOrChangeADraft() {
        Asking.Asked asked = Asking.by(admin()).asked();
        assertEquals(303, app.nobody().get(asked.path() + "/draft").status());
        assertEquals(
                "/sign-in",
                app.nobody()
                        .post(asked.path() + "/draft", asked.draft())
                        .location()
                        .orElseThrow());
        assertEquals(
                403, cast.of("direct-helpdesk").get(asked.path() + "/draft").status());
        assertEquals(
                403,
                cast.of("direct-helpdesk")
                        .post(asked.path() + "/deliveries", asked.draft())
                        .status());
        assertEquals(
                404, cast.of("customer-a-global").get(asked.path() + "/draft").status());
        assertEquals(0, rows.count("outbox_mail"));
    }

    @Test
    void linkIsShownInFullAndItsSecretStandsNowhereInClear() {
        Client admin = admin();
        Asking.Asked asked = Asking.by(admin).asked();
        assertTrue(asked.link().startsWith(app.address() + "/portals/microsoft-365/invitations/"), asked.link());
        assertTrue(rows.text("select body from invitation_draft").contains("{link}"));

        admin.submit(asked.path() + "/draft", edited(asked, asked.body() + "\nPS: Těšíme se."));
        admin.submit(asked.path() + "/draft/copy", asked.draft());
        admin.submit(asked.path() + "/deliveries", asked.draft());
        admin.submit(asked.path() + "/handover", Map.of());
        secretStandsNowhere(asked);
        app.sentMail();
        assertEquals(1, rows.count("outbox_mail", "sent_at is not null and link_sealed is null"));
        secretStandsNowhere(asked);
        cast.of("customer-b-global").get(asked.link());
        app.nobody().post("/sign-in", Map.of("return", URI.create(asked.link()).getPath()));
        secretStandsNowhere(asked);
        Accepting.accept(cast.of("customer-a-global"), asked.link());
        app.sentMail();
        secretStandsNowhere(asked);
    }

    private static void secretStandsNowhere(Asking.Asked asked) {
        String secret = asked.link().substring(asked.link().lastIndexOf('/') + 1);
        assertEquals(43, secret.length());
        assertEquals(List.of(), rows.holding(secret));
        assertEquals(List.of(), rows.holding(asked.link()));
    }

    @Test
    void linkWorksFromTheMomentTheDraftIsShown() {
        Asking.Asked asked = Asking.by(admin()).asked();
        assertEquals(200, app.nobody().get(asked.link()).status());
    }

    @Test
    void editedDraftIsKeptAndTheTimelineSaysSo() {
        Asking.Asked asked = Asking.by(admin()).asked();
        String text = "Ahoj 🏔,\n\n" + asked.link() + "\n\n<b>Zdraví</b> & hezký den";
        Answer saved = admin().submit(
                        asked.path() + "/draft",
                        Map.of("language", "cs", "subject", "Nový předmět", "body", text.replace("\n", "\r\n")));
        assertEquals(200, saved.status());
        assertEquals(text, saved.page().select("#body").val().strip());
        assertEquals("Nový předmět", saved.page().select("#subject").val());
        assertEquals(List.of("drafted", "edited"), rows.texts("select kind from invitation_event order by id"));
    }

    @Test
    void whatMayNotBeSavedIsToldAtItsFieldAndKept() {
        Asking.Asked asked = Asking.by(admin()).asked();
        String link = asked.link();
        refused(asked, "body", "");
        refused(asked, "body", "Without the link");
        refused(asked, "body", link + "\n" + link);
        refused(asked, "body", link + "\n{customer}");
        refused(asked, "body", link + "\nhttps://evil.example/x");
        refused(asked, "body", link + "\nHTTP://EVIL.example/x");
        refused(asked, "body", link + "\nwww.evil.example");
        refused(asked, "body", link + "\nhttps://xn--evl-vma.example");
        refused(asked, "body", link + "\n" + app.address() + "@evil.example/");
        refused(asked, "body", link + "\n" + app.address() + "/customers");
        refused(asked, "body", link.replace("http://localhost", "http://evil.example"));
        refused(asked, "body", link + "\u0001");
        refused(asked, "body", link + "x".repeat(8_000));
        refused(asked, "body", link + "x".repeat(50_000));
        refused(asked, "subject", "");
        refused(asked, "subject", "s".repeat(201));
        refused(asked, "subject", "s".repeat(10_000));
        refused(asked, "subject", "Open " + link);
        refused(asked, "subject", "https://evil.example");
        refused(asked, "subject", "{partner}");
        assertEquals(asked.body().replace(link, "{link}"), rows.text("select body from invitation_draft"));
        assertEquals(List.of("drafted"), rows.texts("select kind from invitation_event"));
        assertEquals(0, rows.count("outbox_mail"));
        secretStandsNowhere(asked);
    }

    private static void refused(Asking.Asked asked, String field, String value) {
        Map<String, String> fields = new HashMap<>(asked.draft());
        fields.put(field, value);
        for (String verb : List.of("/draft", "/draft/copy", "/deliveries")) {
            Answer answer = admin().post(asked.path() + verb, fields);
            assertEquals(422, answer.status(), () -> verb + " with " + field);
            assertEquals(List.of(field), answer.wrongFields());
            String shown = answer.page().select("#" + field).val();
            boolean visible = value.chars().allMatch(c -> c >= ' ' || c == '\n');
            assertTrue(!visible || value.equals(shown.stripLeading()), () -> "kept: " + shown);
        }
    }

    @Test
    void draftIsStartedAgainInEachLanguage() {
        Asking.Asked asked = Asking.by(admin()).asked();
        Set<String> links = new HashSet<>();
        for (Language language : Language.values()) {
            Answer page = admin().submit(asked.path() + "/draft/language", Map.of("language", language.code()));
            assertEquals(200, page.status());
            String template = Texts.in(language).template("invitations.draft.template.subject");
            assertEquals(
                    template.replace("{partner}", "Kék Duna Informatika Zrt."),
                    page.page().select("#subject").val());
            String body = page.page().select("#body").val();
            assertTrue(body.contains(asked.link()));
            assertTrue(body.contains("Jizerské sklo a.s."));
            assertTrue(body.contains("Kovács Gergő"));
            assertFalse(body.matches("(?s).*\\{[a-z]+}.*"), body);
            assertEquals(language.code(), rows.text("select language from invitation_draft"));
            assertEquals(
                    language.code(),
                    page.page().select("#language option[selected]").val());
            links.add(asked.link());
        }
        assertEquals(1, links.size());
        assertEquals(
                303,
                admin().post(asked.path() + "/draft/language", Map.of("language", "xx"))
                        .status());
    }

    @Test
    void draftWithoutPrivilegesDoesNotPromiseThem() {
        Asking.Asked with = Asking.by(admin()).with("language", "en").asked();
        Asking.Asked without = Asking.by(admin())
                .with("language", "en")
                .with("delegated-admin", null)
                .asked();
        assertTrue(with.body().contains("reseller relationship with delegated admin privileges"));
        assertTrue(without.body().contains("We do not ask for delegated admin privileges"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void mailProgramGetsTheWholeTextOrAShortOneThatFits(Language language) {
        Asking.Asked asked =
                Asking.by(admin()).with("language", language.code()).asked();
        Answer page = admin().get(asked.path() + "/draft");
        String address = page.page().select("a[href^=mailto:]").attr("href");
        assertTrue(address.length() <= LONGEST_ADDRESS, () -> "the address has " + address.length());
        assertTrue(address.startsWith("mailto:jiri.reznicek@jizerske-sklo.example?subject="));
        assertTrue(decoded(address).contains(asked.link()));

        admin().submit(asked.path() + "/draft", edited(asked, asked.link() + "\nAhoj"));
        String whole = admin().get(asked.path() + "/draft")
                .page()
                .select("a[href^=mailto:]")
                .attr("href");
        assertTrue(decoded(whole).endsWith(asked.link() + "\r\nAhoj"));

        admin().submit(asked.path() + "/draft", edited(asked, asked.link() + "\n" + "ř".repeat(700)));
        Answer tooLong = admin().get(asked.path() + "/draft");
        String shortened = tooLong.page().select("a[href^=mailto:]").attr("href");
        assertTrue(shortened.length() <= LONGEST_ADDRESS);
        assertFalse(decoded(shortened).contains("řřř"));
        assertTrue(decoded(shortened).contains(asked.link()));
    }

    @Test
    void longestSubjectStillFitsTheMailProgramsAddress() {
        Asking.Asked asked = Asking.by(admin()).asked();
        admin().submit(
                        asked.path() + "/draft",
                        Map.of("language", "cs", "subject", "ř".repeat(200), "body", asked.body()));
        String address = admin().get(asked.path() + "/draft")
                .page()
                .select("a[href^=mailto:]")
                .attr("href");
        assertTrue(address.length() <= LONGEST_ADDRESS, () -> "the address has " + address.length());
        assertTrue(decoded(address).contains(asked.link()));
    }

    private static String decoded(String address) {
        return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Test
    void copyShowsTheSavedTextToBeSelected() {
        Asking.Asked asked = Asking.by(admin()).asked();
        Answer page = admin().post(asked.path() + "/draft/copy", edited(asked, "Copied " + asked.link()));
        assertEquals(200, page.status());
        assertTrue(page.page().select("pre").text().contains("Copied " + asked.link()));
        assertEquals("Copied {link}", rows.text("select body from invitation_draft"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentMailHasBothFormsTheLinkAndWhoeverAsks(Language language) {
        Asking.Asked asked = Asking.by(admin())
                .with("language", language.code())
                .with("email", language.code() + "@jizerske-sklo.example")
                .asked();
        Map<String, String> draft = new HashMap<>(asked.draft());
        draft.put("language", language.code());
        Answer sent = admin().submit(asked.path() + "/deliveries", draft);
        assertEquals(200, sent.status());

        List<DemoMailServer.Mail> mails = app.sentMail().stream()
                .filter(mail -> mail.recipients().contains(language.code() + "@jizerske-sklo.example"))
                .toList();
        assertEquals(1, mails.size());
        DemoMailServer.Mail mail = mails.get(0);
        assertEquals(asked.subject(), mail.subject());
        assertTrue(mail.replyTo().contains("gergo.kovacs@kek-duna.example"));
        assertTrue(mail.headers().get("From").get(0).contains("Kovács Gergő, Kék Duna Informatika Zrt."));
        assertTrue(mail.headers().get("From").get(0).contains("<invitations@portal.example>"));
        assertEquals(List.of("auto-generated"), mail.headers().get("Auto-Submitted"));
        assertEquals(
                List.of(rows.text("select message_id from outbox_mail")),
                mail.headers().get("Message-ID"));
        assertTrue(mail.headers().get("Content-Type").get(0).startsWith("multipart/"));
        assertEquals(asked.body().strip(), mail.text().replace("\r\n", "\n").strip());
        assertFalse(mail.html().contains("{link}"));
        assertEquals(asked.link(), Jsoup.parse(mail.html()).select("a.go").attr("href"));
        assertEquals(language.code(), Jsoup.parse(mail.html()).select("html").attr("lang"));
        assertEquals(language.code(), rows.text("select language from outbox_mail"));
        assertTrue(Jsoup.parse(mail.html()).text().contains("Jizerské sklo a.s."));
        assertTrue(rows.texts("select kind from invitation_event").containsAll(List.of("sent", "delivered")));
    }

    @Test
    void mailToADomainBeyondAsciiLeaves() {
        Asking.Asked asked = Asking.by(admin())
                .with("email", "jana@čokoláda.example")
                .with("domain", "")
                .asked();
        admin().submit(asked.path() + "/deliveries", asked.draft());
        assertTrue(
                app.sentMail().stream().anyMatch(mail -> mail.recipients().contains("jana@xn--okolda-sta16a.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {".a@sklo.example", "a..b@sklo.example", "a.@sklo.example"})
    void addressNoMailServerTakesIsToldBeforeAnythingIsMade(String email) {
        assertEquals(
                List.of("email"), Asking.by(admin()).with("email", email).send().wrongFields());
    }

    @Test
    void subjectCannotSmuggleHeaders() {
        Asking.Asked asked = Asking.by(admin())
                .with("email", "smuggled@jizerske-sklo.example")
                .asked();
        Map<String, String> draft = new HashMap<>(asked.draft());
        draft.put("subject", "Hello\r\nBcc: victim@evil.example\r\n\r\nText");
        admin().submit(asked.path() + "/deliveries", draft);
        DemoMailServer.Mail mail = app.sentMail().stream()
                .filter(m -> m.recipients().contains("smuggled@jizerske-sklo.example"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, mail.recipients().size());
        assertFalse(mail.headers().containsKey("Bcc"));
        assertEquals("Hello Bcc: victim@evil.example Text", mail.subject());
    }

    @Test
    void fiveMailsGoToOneRecipientInAnHour() {
        Asking.Asked asked =
                Asking.by(admin()).with("email", "five@jizerske-sklo.example").asked();
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    303,
                    admin().post(asked.path() + "/deliveries", asked.draft()).status());
        }
        Answer refused = admin().post(asked.path() + "/deliveries", edited(asked, asked.body() + "\nPS"));
        tooMany(refused);
        assertEquals(5, rows.count("outbox_mail"));
        assertFalse(rows.text("select body from invitation_draft").contains("PS"));

        Asking.Asked other = Asking.by(cast.of("reseller-admin"))
                .with("email", "FIVE@jizerske-sklo.example")
                .asked();
        tooMany(cast.of("reseller-admin").post(other.path() + "/deliveries", other.draft()));
        rows.change("update outbox_mail set created_at = created_at - interval 61 minute");
        assertEquals(
                303, admin().post(asked.path() + "/deliveries", asked.draft()).status());
        app.sentMail();
    }

    @Test
    void thirtyMailsGoFromOneInviterInTenMinutes() {
        Asking.Asked asked =
                Asking.by(admin()).with("email", "thirty@jizerske-sklo.example").asked();
        admin().post(asked.path() + "/deliveries", asked.draft());
        app.sentMail();
        rows.change(
                """
                insert into outbox_mail (id, message_id, kind, recipient, sender_name, language, subject, person_id,
                  created_at, sent_at)
                select uuid(), uuid(), kind, concat(seq, '@else.example'), sender_name, language, subject, person_id,
                  created_at, sent_at
                from outbox_mail, seq_1_to_29
                """);
        tooMany(admin().post(asked.path() + "/deliveries", asked.draft()));
        assertEquals(30, rows.count("outbox_mail"));
        assertEquals(
                303,
                cast.of("direct-global")
                        .post(asked.path() + "/deliveries", asked.draft())
                        .status(),
                "a colleague may still send");
        rows.change("update outbox_mail set created_at = created_at - interval 11 minute");
        assertEquals(
                303, admin().post(asked.path() + "/deliveries", asked.draft()).status());
        app.sentMail();
    }

    private static void tooMany(Answer answer) {
        assertEquals(429, answer.status());
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
    }

    @Test
    void withoutAnAddressSendingIsShownDisabledWithTheReason() {
        Asking.Asked asked = Asking.by(admin()).with("email", "").asked();
        Answer page = admin().get(asked.path() + "/draft");
        String reason = page.page().select("button[disabled]").attr("aria-describedby");
        assertFalse(page.page().select("#" + reason).text().isBlank());
        assertTrue(page.page().select("a[href^=mailto:?subject]").hasAttr("href"));

        Answer sent = admin().submit(asked.path() + "/deliveries", edited(asked, asked.body() + "\nPS"));
        assertEquals(200, sent.status());
        assertTrue(sent.page()
                .select("[role=status]")
                .text()
                .contains(Texts.in(Language.EN).text("flash.no-address")));
        assertEquals(0, rows.count("outbox_mail"));
    }

    @Test
    void handedOverStandsOnTheTimeline() {
        Asking.Asked asked = Asking.by(admin()).asked();
        Answer page = admin().submit(asked.path() + "/handover", Map.of());
        assertEquals(200, page.status());
        assertTrue(page.page()
                .select(".timeline")
                .text()
                .contains(Texts.in(Language.EN).text("invitations.event.handed-over")));
        assertEquals(1, rows.count("activity_entry", "action = 'invitation-handed-over'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"revoked", "declined", "accepted", "over"})
    void draftOfAClosedInvitationStaysAsItIs(String ending) {
        Asking.Asked asked = Asking.by(admin()).asked();
        end(asked, ending);
        List<Map<String, Object>> draft = rows.all("select body, version from invitation_draft");
        long events = rows.count("invitation_event");
        long mails = rows.count("outbox_mail");

        Answer page = admin().get(asked.path() + "/draft");
        assertEquals(asked.path(), page.location().orElseThrow());
        for (String verb : List.of("/draft", "/draft/language", "/draft/copy", "/deliveries", "/handover")) {
            Answer answer = admin().submit(asked.path() + verb, edited(asked, "Changed " + asked.link()));
            assertEquals(200, answer.status(), verb);
            assertEquals(
                    Texts.in(Language.EN).text("flash.invitation-closed"),
                    answer.page().select("[role=status]").text(),
                    verb);
        }
        assertEquals(draft, rows.all("select body, version from invitation_draft"));
        assertEquals(events, rows.count("invitation_event"));
        assertEquals(mails, rows.count("outbox_mail"));
    }

    private static void end(Asking.Asked asked, String ending) {
        switch (ending) {
            case "revoked" -> admin().submit(asked.path() + "/revocation", Map.of("reason", ""));
            case "declined" -> cast.of("customer-a-global").submit(asked.link() + "/decline", Map.of("reason", ""));
            case "accepted" -> Accepting.accept(cast.of("customer-a-global"), asked.link());
            default -> rows.change("update invitation set expires_at = utc_timestamp(6) - interval 1 second");
        }
        assertNotEquals(
                0, rows.count("invitation", "state <> 'open' or expires_at < utc_timestamp(6)"), "it has ended");
    }

    private static Map<String, String> edited(Asking.Asked asked, String body) {
        return Map.of("language", "cs", "subject", asked.subject(), "body", body);
    }

    @Test
    void mailPressedTwiceLeavesOnceAndAnOldTextIsKeptButNotSaved() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked =
                Asking.by(partner).with("email", "twice@jizerske-sklo.example").asked();
        String version = partner.open(asked.path() + "/draft")
                .page()
                .select("input[name=version]")
                .val();
        Map<String, String> fields = new HashMap<>(asked.draft());
        fields.put("version", version);

        assertEquals(303, partner.post(asked.path() + "/deliveries", fields).status());
        assertEquals(409, partner.post(asked.path() + "/deliveries", fields).status());
        fields.put("subject", "My own words");
        Answer stale = partner.post(asked.path() + "/draft", fields);

        assertEquals(409, stale.status());
        assertEquals("My own words", stale.page().select("#subject").val());
        assertEquals(
                1,
                app.sentMail().stream()
                        .filter(mail -> mail.recipients().contains("twice@jizerske-sklo.example"))
                        .count());
        fields.put("version", stale.page().select("input[name=version]").val());
        assertEquals(303, partner.post(asked.path() + "/draft", fields).status());
    }
}
