package portal.portfolio;

import java.time.Instant;
import java.util.UUID;

/**
 * A note on a customer, for the partner's own people.
 *
 * @param author name of who wrote it
 */
public record Note(UUID id, String body, String author, Instant writtenAt) {}
