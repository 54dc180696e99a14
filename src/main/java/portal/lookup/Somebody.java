package portal.lookup;

import java.time.Instant;
import java.util.UUID;

/** A person of a customer who was looked up. */
public record Somebody(UUID tenantId, String name, String email, Instant lastSignedInAt) {}
