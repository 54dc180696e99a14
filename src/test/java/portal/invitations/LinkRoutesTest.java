package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.demo.DemoMailServer;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;
import portal.testing.Writing;

class LinkRoutesTest {
    private static final List<String> FORMS = List.of("/question", "/not-administrator");

    private static TestApp app;
    private static Writing writing;
    private static Client partner;

    @BeforeAll
    static void start() {
        app = TestApp.start(Map.of("TRUSTED_PROXIES", "127.0.0.1"));
        writing = Writing.to(app);
        partner = writing.as("direct-admin");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Asking.Asked asked(String company) {
        return Asking.by(partner).with("company", company).asked();
    }

    @Test
    void aStrangersQuestionReachesTheInviterAndNobodyElse() {
        Asking.Asked asked = asked("Otázka s.r.o.");
        Client stranger = writing.nobody();
        assertEquals(200, stranger.get(asked.link() + "/question").status());

        Answer answer = stranger.post(
                asked.link() + "/question",
                Map.of("note", "Proč my?\n{link}\n<b>x</b>", "email", "third@victim.example"));

        assertEquals(303, answer.status());
        assertEquals("question-open", writing.attention(asked));
        List<DemoMailServer.Mail> mails = writing.mailsAbout("Otázka s.r.o.");
        assertFalse(mails.isEmpty());
        for (DemoMailServer.Mail mail : mails) {
            assertTrue(mail.recipients().stream().allMatch(to -> to.endsWith("@kek-duna.example")));
            assertTrue(mail.replyTo().isEmpty());
            assertTrue(mail.text().replace("\r", "").contains("> Proč my?\n> { link }\n> <b>x</b>"), mail.text());
            assertFalse(mail.html().contains("<b>x</b>"));
        }
        Answer page = partner.get(asked.path());
        assertTrue(
                page.page().select("section[aria-labelledby=messages]").text().contains("Proč my?"));
        assertTrue(
                page.page().select("section[aria-labelledby=messages]").text().contains("third@victim.example"));
        assertTrue(partner.get("/").page().text().contains("Question open"));
    }

    @Test
    void whoIsSignedInWithAVerifiedAddressGetsTheAnswerByMail() {
        Asking.Asked asked = asked("Podepsaná s.r.o.");

        assertEquals(
                303,
                writing.question(writing.as("customer-a-user"), asked.link(), "Kdo jste?")
                        .status());

        for (DemoMailServer.Mail mail : writing.mailsAbout("Podepsaná s.r.o.")) {
            assertTrue(mail.replyTo().toString().contains("alzbeta.mala@jizerske-sklo.example"));
        }
    }

    @Test
    void aWrongQuestionComesBackWithWhatWasWritten() {
        Asking.Asked asked = asked("Špatná s.r.o.");
        Client stranger = writing.nobody();
        stranger.get(asked.link() + "/question");

        Answer empty = stranger.post(asked.link() + "/question", Map.of("note", " ", "email", "nobody"));
        Answer longer = stranger.post(asked.link() + "/question", Map.of("note", "😀".repeat(501)));
        Answer together = stranger.post(
                asked.link() + "/not-administrator", Map.of("administrator", "x".repeat(100), "note", "y".repeat(400)));

        assertEquals(422, empty.status());
        assertEquals(List.of("note", "email"), empty.wrongFields());
        assertEquals("nobody", empty.page().select("#email").val());
        assertEquals(422, longer.status());
        assertEquals(422, together.status());
        assertEquals(0, writing.messages(asked, "question"));
        assertEquals(
                303,
                stranger.post(asked.link() + "/question", Map.of("note", "😀".repeat(500)))
                        .status());
    }

    @Test
    void somebodyElseWhoDecidesIsNamedToTheInviter() {
        Asking.Asked asked = asked("Jiný s.r.o.");
        Client stranger = writing.nobody();
        stranger.get(asked.link() + "/not-administrator");

        Answer answer =
                stranger.submit(asked.link() + "/not-administrator", Map.of("administrator", "Jiří", "note", ""));

        assertEquals(200, answer.status());
        assertEquals("other-administrator", writing.attention(asked));
        assertTrue(writing.mailsAbout("Jiný s.r.o.").get(0).text().contains("> Jiří"));
    }

    @Test
    void oneAddressWritesFiveTimesInTenMinutes() {
        Asking.Asked asked = asked("Často s.r.o.");
        Client stranger = writing.nobody();
        for (int i = 0; i < 5; i++) {
            assertEquals(303, writing.question(stranger, asked.link(), "Proč?").status());
        }

        Answer sixth = writing.question(stranger, asked.link(), "Proč?");

        assertEquals(429, sixth.status());
        assertNotEquals("", sixth.header("Retry-After"));
        assertEquals(5, writing.messages(asked, "question"));
    }

    @Test
    void oneInvitationHearsTenMessagesADay() {
        Asking.Asked asked = asked("Mnoho s.r.o.");
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    303,
                    writing.question(writing.nobody(), asked.link(), "Proč?").status());
        }

        assertEquals(
                429, writing.question(writing.nobody(), asked.link(), "Proč?").status());
        assertEquals(10, writing.messages(asked, "question"));
    }

    @Test
    void scannersChangeNothing() {
        Asking.Asked asked = asked("Skener s.r.o.");
        Client scanner = writing.nobody();
        for (String form : FORMS) {
            scanner.get(asked.link() + form);
            scanner.send(HttpRequest.newBuilder(URI.create(asked.link() + form))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            Answer submitted = scanner.send(HttpRequest.newBuilder(URI.create(asked.link() + form))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Origin", app.address().toString())
                    .POST(HttpRequest.BodyPublishers.ofString("note=hello")));
            assertEquals(403, submitted.status());
        }
        assertEquals(0, writing.messages(asked, "question") + writing.messages(asked, "not-administrator"));
        assertEquals(
                0,
                writing.count(
                        "select count(*) from invitation_event where invitation_id = ? and kind <> 'drafted'",
                        Writing.id(asked)));
    }

    @Test
    void closedAndUnknownLinksTakeNoQuestions() {
        Asking.Asked accepted = Asking.by(partner).asked();
        Accepting.accept(writing.as("customer-a-global"), accepted.link());
        Asking.Asked revoked = asked("Vzatá s.r.o.");
        partner.submit(revoked.path() + "/revocation", Map.of("reason", ""));
        String unknown = revoked.link().substring(0, revoked.link().length() - 3) + "xyz";
        Client stranger = writing.nobody();
        for (String form : FORMS) {
            assertEquals(410, stranger.get(accepted.link() + form).status());
            assertEquals(
                    410,
                    stranger.post(accepted.link() + form, Map.of("note", "?")).status());
            assertEquals(410, stranger.get(revoked.link() + form).status());
            assertEquals(
                    410,
                    stranger.post(revoked.link() + form, Map.of("note", "?")).status());
            assertEquals(404, stranger.get(unknown + form).status());
            assertEquals(404, stranger.post(unknown + form, Map.of("note", "?")).status());
        }
        assertEquals(0, writing.messages(accepted, "question") + writing.messages(revoked, "question"));
    }

    @Test
    void aColleagueIsHandedALinkThatIsShownOnceAndDiesWithTheOthers() {
        Asking.Asked asked = asked("Kolega s.r.o.");
        Client user = writing.as("customer-a-user");
        assertFalse(user.get(asked.link()).page().select("a[href$=/handover]").isEmpty());

        String secret = user.get(asked.link() + "/handover")
                .page()
                .select("input[name=secret]")
                .val();
        Answer made = user.post(asked.link() + "/handover", Map.of("secret", secret));
        Answer again = user.post(asked.link() + "/handover", Map.of("secret", secret));

        String link = linkIn(made);
        assertEquals(link, linkIn(again));
        assertEquals(1, writing.handedOver(asked));
        assertNotEquals(asked.link(), link);
        assertTrue(made.page().select("a[href^=mailto:?subject=]").attr("href").contains("invitations"));
        assertEquals(200, writing.as("customer-a-global").get(link).status());
        partner.submit(asked.path() + "/renewal", Map.of());
        assertEquals(404, writing.nobody().get(link).status());
    }

    private static String linkIn(Answer page) {
        assertEquals(200, page.status());
        return page.page()
                .select("pre")
                .text()
                .lines()
                .filter(line -> line.contains("/portals/"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @Test
    void fiveLinksAreHandedOverAndNoMore() {
        Asking.Asked asked = asked("Pět s.r.o.");
        Client user = writing.as("customer-a-user");
        for (int i = 0; i < 6; i++) {
            String secret = user.get(asked.link() + "/handover")
                    .page()
                    .select("input[name=secret]")
                    .val();
            assertEquals(
                    i < 5 ? 200 : 303,
                    user.post(asked.link() + "/handover", Map.of("secret", secret))
                            .status());
        }
        assertEquals(5, writing.handedOver(asked));
    }

    @Test
    void onlyOneWhoMayNotDecideHandsOver() {
        Asking.Asked asked = asked("Nikdo s.r.o.");

        assertFalse(writing.nobody()
                .get(asked.link() + "/handover")
                .page()
                .select("form[action=/sign-in]")
                .isEmpty());
        assertEquals(
                403,
                writing.as("customer-b-global").get(asked.link() + "/handover").status());
        Client admin = writing.as("customer-a-global");
        assertTrue(admin.get(asked.link() + "/handover")
                .page()
                .select("input[name=secret]")
                .isEmpty());
        admin.post(asked.link() + "/handover", Map.of("secret", "AAAA"));
        Client user = writing.as("customer-a-user");
        user.get(asked.link());
        assertEquals(
                400,
                user.post(asked.link() + "/handover", Map.of("secret", "AAAA")).status());
        assertEquals(0, writing.handedOver(asked));
    }

    @Test
    void whoFindsTheLinkExpiredAsksForANewOneAndTheInviterHearsItOnceADay() {
        Asking.Asked asked = asked("Prošlá s.r.o.");
        writing.expire(asked);
        Client stranger = writing.nobody();
        assertEquals(410, stranger.get(asked.link()).status());
        assertEquals(
                422,
                stranger.post(asked.link() + "/new-link", Map.of("email", "")).status());

        for (int i = 0; i < 3; i++) {
            Answer answer = stranger.post(asked.link() + "/new-link", Map.of("email", "jiri@jizerske-sklo.example"));
            assertEquals(303, answer.status());
        }

        assertEquals(3, writing.messages(asked, "new-link"));
        assertEquals("new-link-asked", writing.attention(asked));
        assertEquals(1, writing.mailsAbout("Prošlá s.r.o.").size());
        assertEquals(0, writing.mails("new-link", "jiri@jizerske-sklo.example"));
        assertFalse(partner.get(asked.path())
                .page()
                .select("section[aria-labelledby=messages] form[action$=/renewal]")
                .isEmpty());
        partner.submit(asked.path() + "/renewal", Map.of());
        assertNull(writing.attention(asked));
    }

    @Test
    void aRevokedLinkAnswersLikeAnExpiredOneAndKeepsNothing() {
        Asking.Asked expired = asked("Stejná s.r.o.");
        Asking.Asked revoked = asked("Táž s.r.o.");
        writing.expire(expired);
        partner.submit(revoked.path() + "/revocation", Map.of("reason", ""));
        Map<String, String> fields = Map.of("email", "jiri@jizerske-sklo.example");
        Client first = writing.nobody();
        Client second = writing.nobody();

        String before = body(first.open(expired.link()), expired);
        assertEquals(before, body(second.open(revoked.link()), revoked));
        String after = body(first.submit(expired.link() + "/new-link", fields), expired);
        assertEquals(after, body(second.submit(revoked.link() + "/new-link", fields), revoked));

        assertEquals(1, writing.messages(expired, "new-link"));
        assertEquals(0, writing.messages(revoked, "new-link"));
    }

    private static String body(Answer answer, Asking.Asked asked) {
        assertEquals(410, answer.status());
        answer.page().select("input[name=csrf]").remove();
        return answer.page().body().text()
                + answer.page()
                        .select("form")
                        .eachAttr("action")
                        .toString()
                        .replace(URI.create(asked.link()).getPath(), "LINK");
    }

    @Test
    void anotherAccountIsLetInByTheInviterAndMayThenAnswer() {
        Asking.Asked asked = asked("Sklo s.r.o.");
        Client other = writing.as("customer-b-global");
        assertEquals(403, other.get(asked.link()).status());

        assertEquals(
                303, other.post(asked.link() + "/release-request", Map.of()).status());
        assertEquals(
                303, other.post(asked.link() + "/release-request", Map.of()).status());

        assertEquals(1, writing.messages(asked, "release"));
        assertEquals("release-asked", writing.attention(asked));
        Answer page = partner.get(asked.path());
        String said = page.page().select("section[aria-labelledby=messages]").text();
        assertTrue(said.contains("zaneta.gasior@laki-mazurskie.example") && said.contains("Łąki Mazurskie"), said);
        String message = page.page().select("input[name=message]").val();
        Client stranger = writing.as("reseller-admin");
        stranger.get("/");
        assertEquals(
                404,
                stranger.post(asked.path() + "/releases", Map.of("message", message))
                        .status());
        partner.get(asked.path());
        partner.submit(asked.path() + "/releases", Map.of("message", message));
        assertNull(writing.attention(asked));
        assertEquals(200, other.get(asked.link()).status());
        assertEquals(403, writing.as("customer-c-global").get(asked.link()).status());
    }

    @Test
    void onlyAGlobalAdminOfAnotherOrganizationAsksToBeLetIn() {
        Asking.Asked asked = asked("Cizí s.r.o.");
        Asking.Asked elsewhere = Asking.by(partner)
                .with("company", "Jinde s.r.o.")
                .with("domain", "elsewhere.example")
                .asked();
        Client right = writing.as("customer-a-user");
        Client user = writing.as("customer-a-user");
        Client nobody = writing.nobody();
        right.get(asked.link());
        user.get(elsewhere.link());
        nobody.get(asked.link());

        assertEquals(
                403, right.post(asked.link() + "/release-request", Map.of()).status());
        assertEquals(
                403, user.post(elsewhere.link() + "/release-request", Map.of()).status());
        assertEquals(
                "/sign-in",
                nobody.post(asked.link() + "/release-request", Map.of())
                        .location()
                        .orElseThrow());
        assertEquals(0, writing.messages(asked, "release") + writing.messages(elsewhere, "release"));
    }

    @Test
    void onlyThoseWhoMayAskSettle() {
        Asking.Asked asked = asked("Urovnaná s.r.o.");
        writing.question(writing.nobody(), asked.link(), "Jedna?");
        writing.question(writing.nobody(), asked.link(), "Dvě?");
        List<String> settlements = partner.get(asked.path())
                .page()
                .select("form[action$=/settlement]")
                .eachAttr("action");
        assertEquals(2, settlements.size());
        Client other = writing.as("reseller-admin");
        other.get("/");
        Client helpdesk = writing.as("direct-helpdesk");
        assertTrue(helpdesk.get(asked.path())
                .page()
                .select("form[action$=/settlement]")
                .isEmpty());

        assertEquals(404, other.post(settlements.get(0), Map.of()).status());
        assertEquals(403, helpdesk.post(settlements.get(0), Map.of()).status());
        assertEquals(
                404,
                partner.post(asked.path() + "/messages/" + UUID.randomUUID() + "/settlement", Map.of())
                        .status());
        assertEquals("question-open", writing.attention(asked));

        partner.submit(settlements.get(0), Map.of());
        assertEquals("question-open", writing.attention(asked));
        partner.submit(settlements.get(1), Map.of());
        assertNull(writing.attention(asked));
        assertEquals(303, partner.post(settlements.get(1), Map.of()).status());
    }
}
