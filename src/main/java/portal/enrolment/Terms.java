package portal.enrolment;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * The operator's terms for partners in one language. A release that changes the text {@code enrolment.terms.body} gives
 * it a new version here.
 */
public record Terms(String version, Language language, String body) {
    private static final String VERSION = "2026-11";

    /** The terms in force. */
    public static Terms in(Texts reader) {
        return new Terms(VERSION, reader.language(), reader.template("enrolment.terms.body"));
    }

    /** The text's paragraphs; one that begins with {@code ## } is a heading. */
    public List<String> blocks() {
        return Arrays.asList(body.split("\\n{2,}"));
    }

    /** SHA-256 of the body in UTF-8. */
    public byte[] digest() {
        return Vault.digest(body);
    }

    /** The digest in hexadecimal. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest());
    }
}
