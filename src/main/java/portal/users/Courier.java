package portal.users;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.platform.Vault;
import portal.platform.database.Database;

/**
 * Passes changes on to the directory, those of one user in their order. A change is claimed by moving its due time, so only
 * one node passes it on, and when that node dies it is due again after the lease. What is passed on is how the user stands
 * now, so that passing on twice, or a change that overtakes a refused one, ends the same.
 */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Vault vault;
    private final Directory directory;
    private final Clock clock;

    /** A courier to a directory. */
    public Courier(Database database, Vault vault, Directory directory, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.directory = directory;
        this.clock = clock;
    }

    /** Passes on all that is due now, until nothing is, or the directory is away. */
    public void passOnDue() {
        List<ChangeDao.Due> due;
        do {
            due = database.read(ChangeDao.class, dao -> dao.due(clock.instant(), AT_ONCE));
            for (ChangeDao.Due change : due) {
                if (Thread.currentThread().isInterrupted() || !passOn(change)) {
                    return;
                }
            }
        } while (!due.isEmpty());
    }

    /** False when the directory is away, so that asking for the next one would be of no use. */
    private boolean passOn(ChangeDao.Due due) {
        Instant lease = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        int claimed = database.write(handle -> handle.attach(ChangeDao.class).claim(due, lease));
        if (claimed == 0) {
            return true;
        }
        ChangeDao.Row change = database.read(ChangeDao.class, dao -> dao.find(due.id()));
        try {
            tell(change);
        } catch (Directory.Refused refusal) {
            // what the directory said may hold a name: it stays in the row
            LOG.warn("directory change {} was refused", change.id());
            write(dao -> dao.refused(change.id(), lease, clock.instant(), refusal.getMessage()));
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("directory change {} is tried again: {}", change.id(), failure.toString());
            Instant next = clock.instant().plus(pause(change.attempts()));
            write(dao -> dao.postpone(change.id(), lease, next, reason(failure)));
            return !(failure instanceof Directory.Away);
        }
        write(dao -> dao.passed(change.id(), lease, clock.instant()));
        return true;
    }

    private static String reason(RuntimeException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }

    private void write(java.util.function.ToIntFunction<ChangeDao> work) {
        database.write(handle -> work.applyAsInt(handle.attach(ChangeDao.class)));
    }

    private void tell(ChangeDao.Row change) {
        if (change.kind() == ChangeKind.PURGE) {
            directory.remove(change.directoryId());
            return;
        }
        Optional<User> found = database.read(UserDao.class, dao -> dao.find(change.userId()));
        Optional<String> password = Optional.ofNullable(change.passwordSealed())
                .flatMap(secret -> vault.tryOpen(Changes.PASSWORD_PURPOSE, secret));
        // a user who was purged meanwhile has nothing to be told any more
        found.ifPresent(user -> tell(change.kind(), user, password));
    }

    private void tell(ChangeKind kind, User user, Optional<String> password) {
        if (kind == ChangeKind.PASSWORD && password.isEmpty()) {
            throw new Directory.Refused("the password was sealed with a key that is gone");
        }
        if (user.directoryId() == null) {
            String directoryId = directory.create(account(user), password);
            database.write(handle -> {
                handle.attach(UserDao.class).setDirectoryId(user.id(), directoryId);
                return null;
            });
        } else if (kind == ChangeKind.PASSWORD) {
            directory.setTemporaryPassword(user.directoryId(), password.orElseThrow());
        } else {
            directory.update(user.directoryId(), account(user));
        }
    }

    private static Directory.Account account(User user) {
        return new Directory.Account(
                user.id(),
                user.customerId().value(),
                user.signInName(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                user.country(),
                user.state() == UserState.ACTIVE);
    }

    /** Doubles from two seconds to ten minutes. */
    static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
