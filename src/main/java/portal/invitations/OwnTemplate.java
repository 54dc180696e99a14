package portal.invitations;

import java.time.Instant;
import portal.platform.texts.Language;

/**
 * A partner's own template in one language.
 *
 * @param savedBy name of the person
 */
public record OwnTemplate(
        Language language,
        String subject,
        String body,
        String bodyRelationshipOnly,
        String shortBody,
        String savedBy,
        Instant savedAt,
        int version) {
    TemplateText text() {
        return new TemplateText(language, subject, body, bodyRelationshipOnly, shortBody);
    }
}
