package portal.bench;

import portal.platform.database.Database;

/** How many rows and index entries the database server reads for a request. */
final class RowsExamined {
    private static final int REQUESTS = 10;
    private static final int TRIES = 3;

    private final Database database;

    RowsExamined(Database database) {
        this.database = database;
    }

    /** The least of some tries, because jobs read now and then too. */
    long by(Runnable request) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            least = Math.min(least, one(request));
        }
        return least;
    }

    private long one(Runnable request) {
        long start = counters();
        long before = counters();
        long ofCounting = before - start;
        for (int i = 0; i < REQUESTS; i++) {
            request.run();
        }
        return Math.round((double) (counters() - before - ofCounting) / REQUESTS);
    }

    private long counters() {
        return database.read(
                handle -> handle
                        .createQuery("show global status like 'Handler_read%'")
                        .map((row, context) -> row.getLong("Value"))
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }
}
