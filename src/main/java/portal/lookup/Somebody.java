package portal.lookup;

import java.time.Instant;
import java.util.UUID;

/**
 * A person of a customer who was looked up.
 *
 * @param userId of the customer's user; null for somebody who is known from signing in only
 * @param lastSignedInAt null for a user, of whom only the directory knows it
 */
public record Somebody(UUID tenantId, UUID userId, String name, String email, Instant lastSignedInAt) {}
