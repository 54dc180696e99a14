package portal.users;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.database.Database;

/** Forgets what has had its time: users deleted 30 days ago, and batches whose rows nobody needs any more. */
public final class Purging {
    private static final int USERS = 50;
    private static final int ROWS = 1_000;

    private final Database database;
    private final Changes changes;

    /** Tells the directory who is gone. */
    public Purging(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Forgets what is overdue; a job calls it daily. */
    public void purge(Instant now) {
        int purged;
        do {
            purged = database.write(handle -> users(handle, now));
        } while (purged == USERS);
        int forgotten;
        do {
            forgotten = database.write(handle -> {
                BatchDao dao = handle.attach(BatchDao.class);
                int rows = dao.forgetRows(now, ROWS);
                return rows == 0 ? dao.forget(now, ROWS) : rows;
            });
        } while (forgotten > 0);
    }

    /**
     * Forgets a deleted user before its time, and what files said of a user; may be repeated. One who is not deleted is the
     * customer's: it stays.
     */
    public void forget(UUID customer, String signInName, Instant now) {
        database.write(handle -> handle.attach(BatchDao.class).forgetRowsOf(customer, signInName));
        database.write(handle -> handle.attach(UserDao.class).hasten(customer, signInName, now));
        purge(now);
    }

    private int users(Handle handle, Instant now) {
        UserDao dao = handle.attach(UserDao.class);
        List<UserDao.Overdue> overdue = dao.overdue(now, USERS);
        for (UserDao.Overdue user : overdue) {
            if (dao.purge(user.id(), now) == 1) {
                changes.purged(handle, user.id(), user.directoryId(), now);
                Activity.of(Action.USER_PURGED, null, user.customerId().value(), user.displayName())
                        .log(handle, user.deletedFor(), now);
            }
        }
        return overdue.size();
    }
}
