package portal.partnerships;

import java.util.HexFormat;
import java.util.List;
import portal.platform.Vault;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * What a partnership allows, as it is accepted. Whoever changes its texts gives it another version: what was accepted
 * keeps its version and the digest of its words.
 *
 * @param lines as they are shown, one below the other
 */
public record Statement(String version, Language language, List<String> lines) {
    private static final String VERSION = "1";
    private static final List<String> LINES = List.of("invite", "order", "customers", "support", "end");

    /** The one in force, in a language. */
    public static Statement in(Language language) {
        Texts texts = Texts.in(language);
        return new Statement(
                VERSION,
                language,
                LINES.stream()
                        .map(line -> texts.text("partnerships.statement." + line))
                        .toList());
    }

    /** SHA-256 of its words. */
    byte[] digest() {
        return Vault.digest(String.join("\n", lines));
    }

    /** The digest as a form carries it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest());
    }
}
