package portal.activity;

import java.time.Duration;
import java.time.Instant;
import portal.platform.database.Database;

/** Lets go of what the log has kept for as long as the operator wants; some rows at a time. */
public final class ActivityRetention {
    private static final int BATCH = 1_000;

    private final Database database;
    private final int days;

    /**
     * Forgets in the database.
     *
     * @param days how long deeds are kept; 0 for ever
     */
    public ActivityRetention(Database database, int days) {
        this.database = database;
        this.days = days;
    }

    /** Deletes what is older; a job calls it. */
    public void forget(Instant now) {
        if (days == 0) {
            return;
        }
        Instant before = now.minus(Duration.ofDays(days));
        int deleted;
        do {
            deleted = database.write(handle -> handle.attach(ActivityDao.class).forget(before));
        } while (deleted == BATCH);
    }
}
