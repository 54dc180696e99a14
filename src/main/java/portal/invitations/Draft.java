package portal.invitations;

import java.time.Instant;
import portal.platform.texts.Language;

/**
 * The text that brings an invitation to the customer; {@code {link}} stands where the link goes.
 *
 * @param version counts how often it was saved or sent
 */
public record Draft(Language language, String subject, String body, Instant savedAt, int version) {
    /** A text not yet saved. */
    static Draft unsaved(Language language, String subject, String body, Instant now) {
        return new Draft(language, subject, body, now, 0);
    }
}
