package portal.relationships;

import java.time.Instant;
import portal.platform.access.Capacity;

/**
 * From when until when a partner had a relationship with a customer, or delegated admin privileges.
 *
 * @param capacity of the relationship; null for the privileges
 * @param endedAt null while it lasts
 */
public record Period(Capacity capacity, Instant beganAt, Instant endedAt) {
    /** Whether it is about delegated admin privileges. */
    public boolean delegatedAdmin() {
        return capacity == null;
    }

    /** Whether a relationship lasts. */
    public boolean lasts() {
        return !delegatedAdmin() && endedAt == null;
    }
}
