package portal.users;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.activity.Action;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.web.Refusal;
import portal.relationships.CustomerRecord;

/**
 * Carries out what is done to many users at once: confirmed by a conditional UPDATE, then some hundred at a time, each part
 * in one transaction that also notes what became of its rows. A batch is claimed with a lease, so when a node dies another
 * one goes on where it stopped.
 */
public final class Batches {
    /** Most users of a selection. */
    public static final int MOST_SELECTED = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int TRIES = 3;

    private final Database database;
    private final BatchSteps steps;
    private final Clock clock;

    /** Carries out what the steps say. */
    public Batches(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.steps = new BatchSteps(new Newcomers(changes));
        this.clock = clock;
    }

    /** Makes a batch of users who are chosen, to be confirmed; empty when none of them is there. */
    public Optional<UUID> select(
            CustomerRecord customer, UUID person, BatchKind kind, UUID product, Collection<UUID> users, Instant now) {
        UUID batch = Ids.next();
        Mandate mandate = Mandate.of(customer, person);
        return database.write(handle -> {
            mandate.hold(handle);
            BatchDao dao = handle.attach(BatchDao.class);
            Instant forgetAt = now.plus(Uploads.KEPT);
            dao.insert(batch, mandate, kind, product, null, now, forgetAt);
            int rows = dao.insertSelection(batch, mandate.customer(), users);
            dao.ready(batch, rows, 0, forgetAt);
            return rows == 0 ? Optional.empty() : Optional.of(batch);
        });
    }

    /** Says yes to a batch; a second yes changes nothing. */
    public void confirm(CustomerRecord customer, UUID person, UUID batch, Instant now) {
        database.write(handle -> {
            Mandate.of(customer, person).hold(handle);
            return handle.attach(BatchDao.class).confirm(customer.customerId(), customer.partnerId(), batch, now);
        });
    }

    /** Carries out one that is confirmed, unless another node does. */
    public void carryOut(UUID batch) {
        database.read(BatchDao.class, dao -> dao.due(batch, clock.instant())).ifPresent(this::carryOut);
    }

    /** Carries out all that is confirmed and not claimed by another node. */
    public void carryOutDue() {
        for (BatchDao.Due due : database.read(BatchDao.class, dao -> dao.due(clock.instant()))) {
            try {
                carryOut(due);
            } catch (RuntimeException failure) {
                LOG.warn("batch {} goes on later: {}", due.id(), failure.toString());
            }
        }
    }

    private void carryOut(BatchDao.Due due) {
        Instant lease = lease();
        if (database.write(handle -> handle.attach(BatchDao.class).claim(due, lease)) == 0) {
            return;
        }
        BatchDao.Work work = database.read(BatchDao.class, dao -> dao.work(due.id()));
        Instant held = lease;
        try {
            while (held != null && !Thread.currentThread().isInterrupted()) {
                held = part(work, held);
            }
        } catch (Refusal ended) {
            Instant last = held;
            database.write(handle -> handle.attach(BatchDao.class).end(work.id(), last, BatchState.STOPPED));
        }
    }

    private Instant lease() {
        return clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    /** Gives the next lease; null when nothing is left, or another node has taken over. */
    private Instant part(BatchDao.Work work, Instant held) {
        for (int tries = 1; ; tries++) {
            try {
                return tryPart(work, held);
            } catch (RuntimeException failure) {
                // somebody added a user of the same name a moment ago; now it is seen
                if (Failure.of(failure) != Failure.DUPLICATE || tries == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private Instant tryPart(BatchDao.Work work, Instant held) {
        Instant now = clock.instant();
        Instant next = lease();
        return database.write(handle -> {
            BatchDao dao = handle.attach(BatchDao.class);
            work.mandate().hold(handle);
            List<BatchRow> done = steps.next(handle, work, now);
            if (done.isEmpty()) {
                if (dao.end(work.id(), held, BatchState.DONE) == 1) {
                    log(work, handle, dao, now);
                }
                return null;
            }
            dao.became(work.id(), done);
            int failed =
                    (int) done.stream().filter(row -> row.outcome().failed()).count();
            if (dao.advance(work.id(), held, next, done.size(), failed) == 0) {
                throw new IllegalStateException("another node carries it out");
            }
            return next;
        });
    }

    private static void log(BatchDao.Work work, org.jdbi.v3.core.Handle handle, BatchDao dao, Instant now) {
        String count = String.valueOf(dao.succeeded(work.id()));
        if (work.kind() == BatchKind.UPLOAD) {
            work.mandate().log(handle, Action.USERS_UPLOADED, work.fileName(), null, count, now);
            return;
        }
        String product = handle.attach(LicenceDao.class).productName(work.productId());
        boolean given = work.kind() == BatchKind.ASSIGN;
        Action action = given ? Action.LICENCES_ASSIGNED : Action.LICENCES_REMOVED;
        String what = count + " × " + product;
        work.mandate().log(handle, action, product, given ? null : what, given ? what : null, now);
    }
}
