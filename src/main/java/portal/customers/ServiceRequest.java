package portal.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A service request somebody opened by phone.
 *
 * @param number as the other side calls it
 * @param notedBy name of who wrote it down
 */
public record ServiceRequest(
        UUID id, String number, LocalDate calledOn, String subject, String notedBy, Instant notedAt) {}
