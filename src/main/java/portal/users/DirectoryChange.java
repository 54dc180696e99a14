package portal.users;

import java.time.Instant;
import java.util.UUID;

/**
 * One change on its way to the directory.
 *
 * @param dueAt when it is tried next; null when nothing more is to be done
 * @param lastError in the directory's words; null when there was none
 */
public record DirectoryChange(
        UUID id,
        ChangeKind kind,
        Instant createdAt,
        int attempts,
        Instant dueAt,
        Instant passedAt,
        Instant refusedAt,
        String lastError) {

    /** Whether it has not been passed on and not been refused. */
    public boolean waiting() {
        return passedAt == null && refusedAt == null;
    }

    /** Whether it can be tried again: a refused password is gone, so another one is made instead. */
    public boolean repeatable() {
        return refusedAt != null && kind != ChangeKind.PASSWORD;
    }
}
