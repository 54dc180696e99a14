package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.mail.Email;
import portal.platform.mail.MailFile;
import portal.platform.texts.Language;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

class DraftFileTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void anotherPartnerAndAHelpdeskAgentDoNotGetTheFile() {
        Asking.Asked asked = Asking.by(app.as("direct-admin")).asked();

        assertEquals(
                404, app.as("reseller-admin").get(asked.path() + "/draft.eml").status());
        assertEquals(
                404,
                app.as("customer-a-global").get(asked.path() + "/draft.eml").status());
        assertEquals(
                403, app.as("direct-helpdesk").get(asked.path() + "/draft.eml").status());
        assertEquals(303, app.nobody().get(asked.path() + "/draft.eml").status());
    }

    @Test
    void theFileIsAnUnsentMailOfTheInviterWithTheLinkInBothForms() throws Exception {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();

        Answer answer = partner.get(asked.path() + "/draft.eml");
        MimeMessage mail = message(answer);

        assertEquals("message/rfc822", answer.contentType());
        assertEquals(
                "attachment; filename=\"invitation-Jizerske-sklo-a.s..eml\";"
                        + " filename*=UTF-8''invitation-Jizersk%C3%A9-sklo-a.s..eml",
                answer.header("Content-Disposition"));
        assertEquals("1", mail.getHeader("X-Unsent", null));
        assertEquals(asked.subject(), mail.getSubject());
        assertEquals("jiri.reznicek@jizerske-sklo.example", mail.getHeader("To", null));
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertEquals("Kovács Gergő", from.getPersonal());
        assertTrue(from.getAddress().startsWith("gergo.kovacs@"));
        assertEquals(from, mail.getReplyTo()[0]);
        Multipart forms = alternatives(mail);
        BodyPart text = forms.getBodyPart(0);
        BodyPart html = forms.getBodyPart(1);
        assertTrue(text.isMimeType("text/plain"));
        assertTrue(text.getContent().toString().contains(asked.link()));
        assertTrue(html.isMimeType("text/html"));
        assertTrue(html.getContent().toString().contains("href=\"" + asked.link() + "\""));
        assertFalse(html.getContent().toString().contains("{link}"));
    }

    @Test
    void withoutAnAddressTheFileHasNoRecipient() throws Exception {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).with("email", null).asked();

        assertNull(message(partner.get(asked.path() + "/draft.eml")).getHeader("To"));
    }

    @Test
    void lineBreaksInTheSubjectAddNoHeader() throws Exception {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        String subject = "Dobrý den\r\nBcc: everybody@else.example\r\n\r\nhello";
        partner.submit(asked.path() + "/draft", Map.of("language", "cs", "subject", subject, "body", asked.body()));

        MimeMessage mail = message(partner.get(asked.path() + "/draft.eml"));

        assertNull(mail.getHeader("Bcc"));
        assertEquals("Dobrý den Bcc: everybody@else.example hello", mail.getSubject());
    }

    @Test
    void lineBreaksInANameOrAddressAddNoHeader() throws Exception {
        Email email = new Email(
                "invitation",
                "a@b.example\r\nBcc: x@y.example",
                null,
                "",
                Language.EN,
                "Hello\nBcc: x@y.example",
                "{link}",
                "{link}",
                "https://portal.example/",
                null,
                null);

        byte[] file = MailFile.of(email, "Eve\r\nBcc: x@y.example", "eve@z.example", Instant.EPOCH);

        MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(file));
        assertNull(mail.getHeader("Bcc"));
        assertEquals(
                List.of(),
                Collections.list(mail.getNonMatchingHeaders(new String[] {
                            "Date",
                            "From",
                            "Reply-To",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "X-Unsent"
                        }))
                        .stream()
                        .map(Header::getName)
                        .toList());
    }

    @Test
    void aClosedInvitationHasNoFile() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        partner.submit(asked.path() + "/revocation", Map.of("reason", ""));

        Answer answer = partner.get(asked.path() + "/draft.eml");

        assertEquals(303, answer.status());
        assertEquals(asked.path(), answer.location().orElseThrow());
    }

    @Test
    void theDraftHoldsItsFormattedFormForTheCopyButtonUnseen() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();

        Document page = partner.get(asked.path() + "/draft").page();

        Element formatted = page.getElementById("formatted");
        assertTrue(formatted.hasAttr("hidden"));
        assertEquals("formatted", page.selectFirst("button[data-copy]").attr("data-copy-html"));
        assertEquals(asked.link(), formatted.selectFirst("a").attr("href"));
        assertEquals(1, formatted.select("a").size());
        assertEquals(asked.subject(), formatted.selectFirst("p").text());
    }

    @Test
    void withoutScriptTheFormattedFormIsThereToBeSelected() {
        Client partner = app.as("direct-admin");
        Asking.Asked asked = Asking.by(partner).asked();
        Map<String, String> fields = new HashMap<>(asked.draft());
        fields.put("body", "Hello <b>you</b> & all\n\nHere: " + asked.link() + " please\nBye");

        Document page = partner.post(asked.path() + "/draft/copy", fields).page();

        Element formatted = page.getElementById("formatted");
        assertFalse(formatted.hasAttr("hidden"));
        assertEquals("Hello <b>you</b> & all", formatted.select("p").get(1).text());
        assertEquals(1, formatted.select("br").size());
        assertTrue(page.selectFirst("pre").wholeText().contains("Here: " + asked.link() + " please\nBye"));
    }

    private static MimeMessage message(Answer answer) throws MessagingException {
        assertEquals(200, answer.status());
        return new MimeMessage(null, new ByteArrayInputStream(answer.body()));
    }

    private static Multipart alternatives(MimeMessage mail) throws MessagingException, IOException {
        Multipart content = (Multipart) mail.getContent();
        while (content.getBodyPart(0).getContent() instanceof Multipart inner) {
            content = inner;
        }
        assertTrue(content.getContentType().startsWith("multipart/alternative"), content.getContentType());
        return content;
    }
}
