package portal.lookup;

import java.time.Instant;
import java.util.UUID;

/** A customer somebody looked up. */
public record Recent(UUID entryId, String name, String domain, Instant lookedAt) {}
