package portal.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Work that recurs: done by one node at a time (db-scheduler; its table is claimed by a version number), or in rounds of each
 * node.
 */
public final class Jobs implements AutoCloseable {
    private final List<RecurringTask<?>> tasks = new ArrayList<>();
    private final List<Rounds> rounds = new ArrayList<>();
    private final DataSource pool;
    private Scheduler scheduler;

    /** Jobs that are claimed in the database. */
    public Jobs(DataSource pool) {
        this.pool = pool;
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

    /** Begins to do all of it. */
    public void start() {
        rounds.forEach(Rounds::start);
        scheduler = Scheduler.create(pool)
                .startTasks(tasks)
                .alwaysPersistTimestampInUTC()
                .threads(2)
                // what a dead node or a lost connection left claimed is begun again after four missed beats
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
        scheduler.start();
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
        // those added later may wake earlier ones
        for (int i = rounds.size() - 1; i >= 0; i--) {
            rounds.get(i).close();
        }
    }
}
