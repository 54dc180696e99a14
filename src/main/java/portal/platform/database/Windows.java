package portal.platform.database;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Goes over a whole table in windows of its ids, for rows that no index finds. Each statement is short, rows that are not
 * looked for are not locked, and whoever was interrupted goes over it again and finds what is left.
 *
 * @param end where a window ends
 */
public record Windows<D>(Database database, Class<D> dao, End<D> end) {
    /** Rows that one statement looks at. */
    private static final int ROWS = 5_000;

    /** Rows per transaction; the server turns longer lists into tables. */
    private static final int BATCH = 500;

    private static final UUID START = new UUID(0, 0);

    /** Finds where a window ends. */
    @FunctionalInterface
    public interface End<D> {
        /** The id of the last of so many rows after an id; empty when there are none. */
        Optional<UUID> of(D dao, UUID after, int rows);
    }

    /** Finds rows. */
    @FunctionalInterface
    public interface Search<D> {
        /** Ids of those looked for after one id and up to another. */
        List<UUID> between(D dao, UUID after, UUID end);
    }

    /** Changes rows. */
    @FunctionalInterface
    public interface Change<D> {
        /** Changes those with the ids, and gives how many. */
        int of(D dao, List<UUID> ids);
    }

    /** Calls for each window, with the id before its first row and the id of its last. */
    public void each(BiConsumer<UUID, UUID> window) {
        UUID after = START;
        for (Optional<UUID> last = next(after); last.isPresent(); last = next(after)) {
            window.accept(after, last.get());
            after = last.get();
        }
    }

    /** Changes all rows that are found. */
    public void change(Search<D> search, Change<D> change) {
        each((after, last) -> inBatches(database.read(dao, rows -> search.between(rows, after, last)), change));
    }

    private Optional<UUID> next(UUID after) {
        return database.read(dao, rows -> end.of(rows, after, ROWS));
    }

    private void inBatches(List<UUID> found, Change<D> change) {
        for (int first = 0; first < found.size(); first += BATCH) {
            List<UUID> batch = found.subList(first, Math.min(first + BATCH, found.size()));
            database.write(handle -> change.of(handle.attach(dao), batch));
        }
    }
}
