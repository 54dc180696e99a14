package portal.demo;

import java.nio.file.Path;
import java.util.List;

/** A process of its own that starts the database, says its process id and waits to be killed. */
final class LeftoverProcess {
    private LeftoverProcess() {}

    /** Starts the database in the directory named by the only argument. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), List.of("portal"));
        EmbeddedDatabaseTest.run(
                database, "CREATE OR REPLACE TABLE left_over (name TEXT)", "INSERT left_over VALUES ('committed')");
        System.out.println("pid " + database.pid());
        Thread.sleep(60_000);
        // Otherwise the threads that watch the server would keep this process for ever.
        System.exit(0);
    }
}
