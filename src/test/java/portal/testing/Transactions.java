package portal.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the database was told, transaction by transaction, as its own log says: jobs and mail go on beside. */
public final class Transactions {
    private final Rows rows;

    private Transactions(Rows rows) {
        this.rows = rows;
    }

    /** Those of an application's database. */
    public static Transactions of(TestApp app) {
        return new Transactions(Rows.of(app));
    }

    /**
     * The statements of the transaction that wrote a table while something was done, from its beginning to its commit.
     */
    public List<String> writing(String table, Runnable work) {
        rows.change("set global log_output = 'TABLE'");
        rows.change("truncate table mysql.general_log");
        rows.change("set global general_log = 1");
        try {
            work.run();
        } finally {
            rows.change("set global general_log = 0");
        }
        return transactions().stream()
                .filter(statements ->
                        statements.stream().anyMatch(one -> one.matches("insert into " + table + "\\b.*")))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> transactions() {
        List<List<String>> done = new ArrayList<>();
        Map<String, List<String>> open = new HashMap<>();
        for (Map<String, Object> line : rows.all(
                """
                select thread_id, convert(argument using utf8mb4) as statement from mysql.general_log
                where command_type in ('Query', 'Execute')
                """)) {
            String thread = String.valueOf(line.get("thread_id"));
            String statement = String.valueOf(line.get("statement")).replaceAll("\\s+", " ");
            if (statement.equals("set autocommit=0")) {
                open.put(thread, new ArrayList<>());
            }
            List<String> statements = open.getOrDefault(thread, new ArrayList<>());
            statements.add(statement);
            if (statement.equals("COMMIT")) {
                done.add(statements);
                open.remove(thread);
            }
        }
        return done;
    }
}
