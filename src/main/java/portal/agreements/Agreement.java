package portal.agreements;

import java.util.UUID;

/**
 * One version of the customer agreement in one language.
 *
 * @param country ISO code, or {@code ZZ} for every country without a version of its own
 * @param digest SHA-256 of the body in UTF-8
 */
public record Agreement(
        UUID id, String version, String country, String language, String title, String body, byte[] digest) {}
