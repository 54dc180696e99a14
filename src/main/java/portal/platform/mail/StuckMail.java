package portal.platform.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail somebody has to look at: neither its text nor its subject is told.
 *
 * @param dueAt when it is tried next; null when it was refused
 * @param refusedAt null while it is tried
 * @param lastError what the mail server said; null when it has said nothing
 * @param retryable whether its text is still there
 */
public record StuckMail(
        UUID id,
        String kind,
        String recipient,
        Instant createdAt,
        int attempts,
        Instant dueAt,
        Instant refusedAt,
        String lastError,
        boolean retryable) {}
