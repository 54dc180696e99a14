package portal.endings;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a partner without privileges agreed anew with its customer.
 *
 * @param note null for none
 * @param notedBy name of the person
 */
public record Renegotiation(LocalDate agreedOn, String note, String notedBy, Instant notedAt) {}
