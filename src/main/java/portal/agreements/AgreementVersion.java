package portal.agreements;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A version as the operator sees it. It is never changed once added; a correction is a new version.
 *
 * @param country ISO code, or {@code ZZ} for every country without a version of its own
 * @param requiredFrom when customers who accepted an earlier version are asked again; null when they are not
 * @param languages codes joined by commas
 * @param addedBy name of the operator's person; null for the version the portal came with
 */
public record AgreementVersion(
        UUID id,
        String version,
        String country,
        Instant effectiveFrom,
        Instant requiredFrom,
        String languages,
        String addedBy,
        Instant addedAt) {
    /** Codes of the languages it has a text in. */
    public List<String> languageCodes() {
        return Arrays.asList(languages.split(","));
    }
}
