package portal.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Work that recurs: done by one node at a time (db-scheduler; its table is claimed by a version number), or in rounds of each
 * node.
 */
public final class Jobs implements AutoCloseable {
    private static final Duration FIRST_PAGES = Duration.ofSeconds(1);

    private final List<RecurringTask<?>> tasks = new ArrayList<>();
    private final List<Rounds> rounds = new ArrayList<>();
    private final DataSource pool;
    private final Thread beginning = new Thread(this::begin, "jobs");
    private Scheduler scheduler;

    /** Jobs that are claimed in the database. */
    public Jobs(DataSource pool) {
        this.pool = pool;
        beginning.setDaemon(true);
    }

    /** Adds a job; it must be harmless when done twice. */
    public void every(Duration pause, String name, Runnable work) {
        tasks.add(Tasks.recurring(name, Schedules.fixedDelay(pause)).execute((instance, context) -> work.run()));
    }

    /** Adds work that each node does in a thread of its own. */
    public Rounds rounds(String name, Duration pause, Runnable work) {
        Rounds added = new Rounds(name, pause, work);
        rounds.add(added);
        return added;
    }

    /** Begins to do all of it a little later, so that the first pages are not held up. */
    public void start() {
        beginning.start();
    }

    private void begin() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(FIRST_PAGES.toMillis());
            } while (!answers());
        } catch (InterruptedException stopped) {
            return;
        }
        rounds.forEach(Rounds::start);
        scheduler = scheduler();
        scheduler.start();
    }

    /** The scheduler does not ask a second time for what it has to know of the database at first. */
    private boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    private Scheduler scheduler() {
        return Scheduler.create(pool)
                .startTasks(tasks)
                .alwaysPersistTimestampInUTC()
                .threads(2)
                // what a dead node or a lost connection left claimed is begun again after four missed beats
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public void close() {
        stopBeginning();
        if (scheduler != null) {
            scheduler.stop();
        }
        // those added later may wake earlier ones
        for (int i = rounds.size() - 1; i >= 0; i--) {
            rounds.get(i).close();
        }
    }

    private void stopBeginning() {
        beginning.interrupt();
        try {
            beginning.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
