package portal.users;

import java.time.Instant;
import java.util.UUID;

/**
 * Many users to whom the same is done, or who come from one file.
 *
 * @param productId of a selection; null for an upload, as is its name
 * @param fileName of an upload; null for a selection
 * @param wrong rows that need another look; nothing is done with them
 * @param failed of the rows done, those that are not as they were meant to be
 */
public record Batch(
        UUID id,
        BatchKind kind,
        UUID productId,
        String productName,
        String fileName,
        BatchState state,
        int rows,
        int wrong,
        int done,
        int failed,
        String madeBy,
        Instant madeAt) {

    /** Rows that something is done with. */
    public int good() {
        return rows - wrong;
    }

    /** Whether users are added by it. */
    public boolean upload() {
        return kind == BatchKind.UPLOAD;
    }
}
