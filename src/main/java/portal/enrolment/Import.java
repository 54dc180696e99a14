package portal.enrolment;

import java.time.Instant;
import java.util.UUID;
import portal.platform.database.Coded;

/**
 * A file of customers served in other portals.
 *
 * @param importedBy name of the person; null when the command did it
 * @param newRows rows that bring a customer into a list at once
 * @param waitingRows rows that wait for a partner
 * @param knownRows rows that bring nothing new
 * @param badRows rows that are left out
 */
public record Import(
        UUID id,
        String fileName,
        State state,
        String importedBy,
        Instant createdAt,
        Instant confirmedAt,
        Instant appliedAt,
        int newRows,
        int waitingRows,
        int knownRows,
        int badRows,
        long appliedTo) {
    /** How far it has come; told by the text {@code imports.state.<code>}. */
    public enum State implements Coded {
        READING,
        /** Read, and not confirmed. */
        READY,
        /** Confirmed, and on its way into the lists. */
        CONFIRMED,
        APPLIED,
        REMOVED
    }

    /** Whether confirming it changes anything. */
    public boolean news() {
        return newRows + waitingRows > 0;
    }

    /** All rows that were read. */
    public int rows() {
        return newRows + waitingRows + knownRows + badRows;
    }
}
