package portal.endings;

import java.time.Instant;
import java.util.UUID;
import portal.platform.texts.Language;

/**
 * The letter that tells a customer that its partner has ended the relationship.
 *
 * @param recipient where it was sent, or is meant to go; null when nobody said
 * @param sentAt null until it was sent from here
 */
public record TerminationNotice(
        UUID removalId,
        Language language,
        String subject,
        String body,
        String recipient,
        Instant sentAt,
        int version) {}
