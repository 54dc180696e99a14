package portal.agreements;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One version of the customer agreement in one language.
 *
 * @param country ISO code, or {@code ZZ} for every country without a version of its own
 * @param digest SHA-256 of the body in UTF-8
 */
public record Agreement(
        UUID id, String version, String country, String language, String title, String body, byte[] digest) {
    /** The country of versions for every country without one of its own. */
    public static final String EVERY_COUNTRY = "ZZ";

    /** The body's paragraphs; one that begins with {@code ## } is a heading. */
    public List<String> blocks() {
        return Arrays.asList(body.split("\\n{2,}"));
    }

    /** The digest in hexadecimal. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest);
    }
}
