package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import portal.platform.texts.Language;

class DraftFormTest {
    private static final String SECRET = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA";
    private static final String LINK = "https://portal.example/portals/microsoft-365/invitations/" + SECRET;

    @Test
    void linkOnceAndNothingElseIsRight() {
        assertEquals(List.of(), wrong("Dobrý den,\n{link}\n"));
        assertEquals(List.of(), wrong("An offer of 30 % {link} and more (a@b.example, 12:30, and/or)."));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTemplateIsRight(Language language) {
        TemplateText.portals(language)
                .bodies()
                .forEach(body -> assertEquals(List.of(), wrong(body.replaceAll("\\{(?!link)[a-z]+}", "x"))));
    }

    @Test
    void textWithoutTheLinkOrWithSeveralIsRefused() {
        assertEquals("error.draft.no-link", key("Dobrý den", "body"));
        assertEquals("error.draft.several-links", key("{link} {link}", "body"));
        assertEquals("error.required", key("", "body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/x",
                "https://evil.example",
                "HTTPS://EVIL.EXAMPLE",
                "hTTp://evil.example:8443/?q#f",
                "www.evil.example",
                "WWW.Evil.example",
                "https://xn--evl-vma.example",
                "https://čert.example",
                "https://portal.example@evil.example/",
                "https://admin.microsoft.com@evil.example/",
                "https://admin.microsoft.com:443@evil.example/",
                "https://admin.microsoft.com.evil.example/",
                "https://admin.microsoft.com\\@evil.example/",
                "https://admin.microsoft.com\\.evil.example/",
                "zdehttps://evil.example",
                "čhttps://evil.example",
                "1https://evil.example",
                "_https://evil.example",
                "ftp://evil.example/x",
                "file://evil.example/share",
                "https:\\\\evil.example",
                "https:/\\evil.example",
                "https://",
                "[click](https://evil.example)",
                "<a href='https://evil.example'>x</a>",
                "https://[::1]/x",
                "https://127.0.0.1/x",
                "javascript://evil.example/%0aalert(1)",
                "https://portal.example/"
            })
    void addressOfAnotherHostIsRefused(String address) {
        assertEquals(List.of("body"), wrong("Text {link}\n" + address + "\nmore"), address);
        assertEquals("error.draft.other-host", key("{link} " + address, "body"));
        assertEquals(List.of("subject"), wrong(address, "{link}"), "in the subject");
    }

    @Test
    void addressesTheTemplatesNameMayBeNamed() {
        assertEquals(List.of(), wrong("{link} https://admin.microsoft.com/Adminportal/Home?#/BillingAccounts"));
        assertEquals(List.of(), wrong("{link} HTTPS://Admin.Microsoft.com/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{customer}", "{LINK}", "{ link }", "{0}", "{}", "{link" + "s}"})
    void unknownPlaceholderIsRefusedWhereItStands(String placeholder) {
        assertEquals("error.draft.placeholder", key("{link} " + placeholder, "body"));
        DraftForm inSubject = new DraftForm("cs", "Hello " + placeholder, "{link}");
        assertEquals(
                List.of("subject"),
                List.copyOf(inSubject.errors(SECRET).problems().keySet()));
    }

    @Test
    void theLinkHasNoPlaceInTheSubject() {
        assertEquals(List.of("subject"), wrong("{link}", "{link}"));
        assertEquals(List.of("subject"), wrong("Open " + LINK, "{link}"));
        assertEquals(List.of("subject"), wrong("Your code: " + SECRET, "{link}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SECRET,
                "/portals/microsoft-365/invitations/" + SECRET,
                "portal.example/portals/microsoft-365/invitations/" + SECRET,
                "code=" + SECRET + "!"
            })
    void secretBesideTheLinkIsRefused(String text) {
        assertEquals(List.of("body"), wrong("{link} " + text));
    }

    @Test
    void overLongAndUnprintableTextsAreRefused() {
        assertEquals(List.of("body"), wrong("{link}" + "x".repeat(8_000)));
        assertEquals(List.of("subject"), wrong("s".repeat(201), "{link}"));
        assertEquals(List.of("subject"), wrong("", "{link}"));
        assertEquals(List.of("subject"), wrong("a\u202eb", "{link}"));
        assertEquals(List.of("body"), wrong("{link}\u0000"));
        assertTrue(wrong("a" + "🏔".repeat(199), "{link} 🏔").isEmpty());
    }

    private static List<String> wrong(String body) {
        return wrong("Dobrý den", body);
    }

    private static List<String> wrong(String subject, String body) {
        return List.copyOf(
                new DraftForm("cs", subject, body).errors(SECRET).problems().keySet());
    }

    private static String key(String body, String field) {
        return new DraftForm("cs", "Dobrý den", body)
                .errors(SECRET)
                .problems()
                .get(field)
                .key();
    }
}
