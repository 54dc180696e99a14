package portal.enrolment;

import java.time.Instant;
import java.util.HexFormat;

/**
 * That somebody accepted the terms for a partner.
 *
 * @param person name
 */
public record TermsAcceptance(String version, String language, byte[] digest, String person, Instant acceptedAt) {
    /** The digest in hexadecimal. */
    public String fingerprint() {
        return HexFormat.of().formatHex(digest);
    }
}
