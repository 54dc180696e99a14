package portal.platform.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs statements that took long: their text, never what was bound. */
final class SlowStatements implements SqlLogger {
    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);

    private final Counter counter;
    private final long slowMicroseconds;
    private final Runnable answered;

    SlowStatements(MeterRegistry meters, Duration slow, Runnable answered) {
        this.answered = answered;
        counter = Counter.builder("portal.database.slow.statements")
                .description("Statements that took longer than SLOW_STATEMENT_MILLISECONDS")
                .register(meters);
        slowMicroseconds = slow.toNanos() / 1_000;
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        answered.run();
        long took = context.getElapsedTime(ChronoUnit.MICROS);
        if (took >= slowMicroseconds) {
            counter.increment();
            LOG.warn("took {} ms: {}", took / 1_000, context.getRenderedSql().replaceAll("\\s+", " "));
        }
    }
}
