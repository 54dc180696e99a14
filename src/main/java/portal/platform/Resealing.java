package portal.platform;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import portal.platform.database.Database;

/**
 * Seals anew, with the current key, what an older one sealed: batch by batch in transactions of their own, so it may be
 * stopped and run again at any time.
 */
public final class Resealing {
    /** Rows per transaction, as much as a cluster takes. */
    public static final int BATCH = 1_000;

    private final Database database;
    private final Vault vault;
    private final String purpose;

    /**
     * What was done.
     *
     * @param unreadable values whose key is not configured any more; they stay as they are
     */
    public record Count(long resealed, long unreadable) {
        private Count plus(Count other) {
            return new Count(resealed + other.resealed, unreadable + other.unreadable);
        }
    }

    /** Writes a value in place of another; not when that one is no longer there. */
    @FunctionalInterface
    public interface Replacement<R> {
        /** Gives the number of rows changed. */
        int replace(Handle handle, R row, byte[] anew);
    }

    private record Batch<R>(List<R> rows, Count count) {}

    /** For values sealed for a purpose. */
    public Resealing(Database database, Vault vault, String purpose) {
        this.database = database;
        this.vault = vault;
        this.purpose = purpose;
    }

    /**
     * Goes through all rows.
     *
     * @param first key before that of any row
     * @param next at most {@link #BATCH} rows after a key, in the order of the keys
     */
    public <K, R> Count all(
            K first,
            BiFunction<Handle, K, List<R>> next,
            Function<R, K> key,
            Function<R, byte[]> value,
            Replacement<R> replacement) {
        Count total = new Count(0, 0);
        K last = first;
        while (true) {
            K after = last;
            Batch<R> batch = database.write(handle -> {
                List<R> rows = next.apply(handle, after);
                Count count = rows.stream()
                        .map(row -> one(handle, row, value.apply(row), replacement))
                        .reduce(new Count(0, 0), Count::plus);
                return new Batch<>(rows, count);
            });
            total = total.plus(batch.count());
            if (batch.rows().isEmpty()) {
                return total;
            }
            last = key.apply(batch.rows().get(batch.rows().size() - 1));
        }
    }

    private <R> Count one(Handle handle, R row, byte[] value, Replacement<R> replacement) {
        if (vault.current(value)) {
            return new Count(0, 0);
        }
        return vault.tryOpen(purpose, value)
                .map(text -> new Count(replacement.replace(handle, row, vault.seal(purpose, text)), 0))
                .orElse(new Count(0, 1));
    }
}
