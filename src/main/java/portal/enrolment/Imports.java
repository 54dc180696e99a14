package portal.enrolment;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;

/** What the operator does with files of customers served in other portals, and what comes of them. */
public final class Imports {
    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Database database;
    private final ImportedCustomers customers;
    private final Clock clock;

    /** Kept in the database. */
    public Imports(Database database, Clock clock) {
        this.database = database;
        this.customers = new ImportedCustomers(database);
        this.clock = clock;
    }

    /**
     * Lets the customers that wait for a partner stand in its list; to be called when the partner is approved, after that
     * transaction. It does nothing unless the partner is an active indirect reseller, and nothing again when called twice;
     * what it leaves undone when it is cut off, a job does.
     */
    public void applyTo(PartnerId partner) {
        customers.apply(partner, clock.instant(), () -> true);
    }

    /** The same for as long as somebody may wait for an answer; what is left, a job does. */
    void begin(PartnerId partner) {
        Instant end = clock.instant().plus(LONGEST_WAIT);
        customers.apply(partner, clock.instant(), () -> clock.instant().isBefore(end));
    }

    /** An import. */
    Optional<Import> find(UUID id) {
        return database.read(ImportDao.class, dao -> dao.find(id));
    }

    /**
     * Reads a file to be looked at; nothing else changes. The same id sent again reads nothing.
     *
     * @param operator empty for the command
     * @return columns the file does not have; when there are any, nothing is kept
     */
    Set<ImportColumn> read(Optional<Visitor> operator, UUID id, String fileName, InputStream file) {
        ImportReading reading = new ImportReading(database, file);
        if (reading.missing().isEmpty() && begun(operator, id, fileName)) {
            reading.into(id);
        }
        return reading.missing();
    }

    /** Reads a file and confirms it without looking; the demo's comes so. */
    public void bring(String fileName, InputStream file) {
        UUID id = Ids.next();
        read(Optional.empty(), id, fileName, file);
        find(id).filter(read -> confirm(Optional.empty(), read)).ifPresent(read -> apply(id, () -> true));
    }

    private boolean begun(Optional<Visitor> operator, UUID id, String fileName) {
        UUID person = operator.map(Visitor::personId).orElse(null);
        try {
            database.write(handle -> {
                handle.attach(ImportDao.class).insert(id, shortened(fileName), person, clock.instant());
                return null;
            });
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }

    private static String shortened(String fileName) {
        String name = fileName.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        String known = name.isEmpty() ? "csv" : name;
        int length = Math.min(LONGEST_NAME, known.codePointCount(0, known.length()));
        return known.substring(0, known.offsetByCodePoints(0, length));
    }

    /**
     * Confirms what was looked at. From now on its rows go into the lists, whatever happens to who confirmed.
     *
     * @return whether it was confirmed now; not when somebody was quicker, or it was removed
     */
    boolean confirm(Optional<Visitor> operator, Import confirmed) {
        Instant now = clock.instant();
        return database.write(handle -> {
            if (handle.attach(ImportDao.class).confirm(confirmed.id(), now) == 0) {
                return false;
            }
            operator.ifPresent(
                    visitor -> Activity.of(Action.IMPORT_CONFIRMED, visitor.personId(), null, confirmed.fileName())
                            .changing(null, String.valueOf(confirmed.newRows() + confirmed.waitingRows()))
                            .log(handle, visitor.tenantId(), now));
            return true;
        });
    }

    /**
     * Forgets what was not confirmed.
     *
     * @return whether it was removed now
     */
    boolean remove(UUID id) {
        boolean removed =
                database.write(handle -> handle.attach(ImportDao.class).remove(id) > 0);
        if (removed) {
            forget(id);
        }
        return removed;
    }

    private void forget(UUID id) {
        while (database.write(handle -> handle.attach(ImportDao.class).deleteRows(id)) > 0) {
            // until none is left
        }
        database.write(handle -> handle.attach(ImportDao.class).delete(id));
    }

    /**
     * Brings the rows of a confirmed import into the lists, as long as there is time; what is left, a job does.
     *
     * @param time asked before each step
     */
    void apply(UUID id, BooleanSupplier time) {
        while (time.getAsBoolean() && step(id)) {
            // a thousand rows each
        }
        customers.ready().forEach(partner -> customers.apply(partner, clock.instant(), time));
    }

    private boolean step(UUID id) {
        Instant now = clock.instant();
        return database.write(handle -> {
            ImportDao dao = handle.attach(ImportDao.class);
            long from = dao.find(id).map(Import::appliedTo).orElse(0L);
            Optional<Long> to = dao.nextTo(id, from);
            if (to.isEmpty()) {
                dao.applied(id, from, now);
                return false;
            }
            if (dao.take(id, from, to.get()) == 0) {
                return false;
            }
            ImportedCustomerDao waiting = handle.attach(ImportedCustomerDao.class);
            waiting.renew(id, from, to.get());
            waiting.add(id, from, to.get(), now);
            return true;
        });
    }

    /** Goes on with what was cut off, and forgets what was removed; a job calls it. */
    public void goOn() {
        database.read(ImportDao.class, ImportDao::confirmed).forEach(id -> apply(id, () -> true));
        customers.ready().forEach(this::applyTo);
        List<UUID> removed = database.read(ImportDao.class, ImportDao::removed);
        removed.forEach(this::forget);
    }
}
