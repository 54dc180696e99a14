package portal.users;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organizations;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.web.CsvRows;
import portal.platform.web.FormErrors;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPools;

/** Reads files with users into batches, a thousand rows at a time, so that memory stays the same however many there are. */
public final class Uploads {
    /** Most rows of one file. */
    public static final int MOST = 100_000;

    /** How long a batch can be looked at. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Duration READING = Duration.ofDays(1);
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final Organizations organizations;

    /** Kept in the database. */
    public Uploads(Database database, Organizations organizations) {
        this.database = database;
        this.organizations = organizations;
    }

    /** Ends the reading of a file that is too long. */
    private static final class TooManyException extends RuntimeException {
        private TooManyException() {
            super("too many rows", null, false, false);
        }
    }

    /**
     * Reads a file.
     *
     * @param errors gets what is wrong with the file as a whole, in the field {@code file}
     * @return the batch; empty when something was wrong
     */
    public Optional<UUID> read(
            CustomerRecord customer, UUID person, String fileName, InputStream file, FormErrors errors, Instant now) {
        CsvRows rows = CsvRows.of(file);
        Map<UserColumn, Integer> places = UserColumn.places(rows.header());
        if (!places.keySet().containsAll(UserColumn.NEEDED)) {
            errors.add("file", "error.users.columns");
            return Optional.empty();
        }
        UserLine line = database.read(handle -> new UserLine(
                places,
                customer.domain(),
                customer.country(),
                organizations.countries(),
                SeatPools.of(handle, customer.customerId())));
        UUID batch = Ids.next();
        database.write(handle -> {
            handle.attach(BatchDao.class)
                    .insert(
                            batch,
                            Mandate.of(customer, person),
                            BatchKind.UPLOAD,
                            null,
                            fileName,
                            now,
                            now.plus(READING));
            return null;
        });
        if (!new Reading(customer, batch, line).all(rows, errors, now)) {
            database.write(handle -> {
                handle.attach(BatchDao.class).giveUp(batch, now);
                return null;
            });
            return Optional.empty();
        }
        return Optional.of(batch);
    }

    /** One file on its way into the tables. */
    private final class Reading {
        private final CustomerRecord customer;
        private final UUID batch;
        private final UserLine line;
        private final List<BatchRow> waiting = new ArrayList<>();
        private int count;
        private int wrong;

        Reading(CustomerRecord customer, UUID batch, UserLine line) {
            this.customer = customer;
            this.batch = batch;
            this.line = line;
        }

        boolean all(CsvRows rows, FormErrors errors, Instant now) {
            try {
                OptionalLong end = rows.each(row -> line.read(row).ifPresent(this::take));
                if (end.isPresent()) {
                    errors.add("file", "error.users.broken", end.getAsLong());
                    return false;
                }
            } catch (TooManyException tooMany) {
                errors.add("file", "error.users.too-many", MOST);
                return false;
            }
            write();
            if (count == 0) {
                errors.add("file", "error.users.empty");
                return false;
            }
            int total = count;
            int bad = wrong;
            database.write(handle -> handle.attach(BatchDao.class).ready(batch, total, bad, now.plus(KEPT)));
            return true;
        }

        private void take(BatchRow row) {
            if (++count > MOST) {
                throw new TooManyException();
            }
            waiting.add(row);
            if (waiting.size() == AT_ONCE) {
                write();
            }
        }

        private void write() {
            if (!waiting.isEmpty()) {
                List<BatchRow> checked = database.write(this::write);
                wrong += (int)
                        checked.stream().filter(row -> row.problem() != null).count();
                waiting.clear();
            }
        }

        private List<BatchRow> write(Handle handle) {
            Set<String> names = new HashSet<>();
            waiting.forEach(row -> names.add(row.signInName()));
            Set<String> taken = handle.attach(UserDao.class).taken(customer.customerId(), names);
            Set<String> seen = new HashSet<>(handle.attach(BatchDao.class).named(batch, names));
            List<BatchRow> checked = waiting.stream()
                    .map(row -> row.with(taken.contains(row.signInName()) ? RowProblem.TAKEN : null)
                            .with(!seen.add(row.signInName()) ? RowProblem.TWICE : null))
                    .toList();
            handle.attach(BatchDao.class).insertRows(batch, checked);
            return checked;
        }
    }
}
