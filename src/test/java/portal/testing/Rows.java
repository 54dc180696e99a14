package portal.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import portal.platform.database.Database;

/** What stands in the tables: looked up, counted, searched, and set as a test needs it. */
public final class Rows {
    private static final List<String> TABLES_OF_FLOWS = List.of(
            "outbox_mail",
            "activity_entry",
            "termination_notice",
            "removal",
            "renegotiation",
            "acceptance_evidence",
            "evidence_chain",
            "invitation_event",
            "invitation_draft",
            "invitation_message",
            "invitation_release",
            "invitation_link",
            "invitation_party",
            "invitation",
            "recent_look_up",
            "support_change_row",
            "support_change",
            "support_designation",
            "subscription",
            "seat_pool",
            "service_request",
            "saved_view",
            "customer_note",
            "bill_to",
            "portfolio_token",
            "portfolio_label",
            "portfolio_entry",
            "delegated_admin_grant",
            "relationship",
            "agreement_acceptance",
            "imported_customer",
            "import_row",
            "import",
            "shared_customer",
            "partnership_link",
            "partnership");

    private final Database database;

    private Rows(Database database) {
        this.database = database;
    }

    /** The rows of an application's database. */
    public static Rows of(TestApp app) {
        return new Rows(app.database());
    }

    /** The rows of any database. */
    public static Rows of(Database database) {
        return new Rows(database);
    }

    /** Rows of a query, columns by their name. */
    public List<Map<String, Object>> all(String query, Object... arguments) {
        return database.read(
                handle -> handle.select(query, arguments).mapToMap().list());
    }

    /** The only row of a query. */
    public Map<String, Object> row(String query, Object... arguments) {
        return database.read(
                handle -> handle.select(query, arguments).mapToMap().one());
    }

    /** The first column of a query as texts. */
    public List<String> texts(String query, Object... arguments) {
        return database.read(
                handle -> handle.select(query, arguments).mapTo(String.class).list());
    }

    /** The only value of a query as a text. */
    public String text(String query, Object... arguments) {
        return database.read(
                handle -> handle.select(query, arguments).mapTo(String.class).one());
    }

    /** Changes rows behind the application's back; gives how many. */
    public int change(String statement, Object... arguments) {
        return database.write(handle -> handle.execute(statement, arguments));
    }

    /** How many rows a table has. */
    public long count(String table) {
        return count(table, "true");
    }

    /** How many rows of a table are so. */
    public long count(String table, String condition, Object... arguments) {
        return database.read(handle -> handle.select("select count(*) from " + table + " where " + condition, arguments)
                .mapTo(Long.class)
                .one());
    }

    /** How many rows each table has. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        tables().forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    /** How many rows each table of these has. */
    public Map<String, Long> counts(List<String> tables) {
        Map<String, Long> counts = new TreeMap<>();
        tables.forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    private List<String> tables() {
        return texts("select table_name from information_schema.tables where table_schema = database()");
    }

    /** Columns of any table in which a text stands in clear, as {@code table.column}. */
    public List<String> holding(String text) {
        return database.read(handle -> columns(handle).entrySet().stream()
                .filter(column -> holds(handle, column.getValue(), column.getKey(), text))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static Map<String, String> columns(Handle handle) {
        Map<String, String> columns = new LinkedHashMap<>();
        handle.createQuery(
                        """
                        select table_name, column_name from information_schema.columns
                        where table_schema = database()
                          and (data_type like '%char' or data_type like '%text' or data_type like '%blob'
                            or data_type like '%binary')
                        """)
                .mapToMap()
                .forEach(column -> columns.put(
                        column.get("table_name") + "." + column.get("column_name"),
                        String.valueOf(column.get("table_name"))));
        return columns;
    }

    private static boolean holds(Handle handle, String table, String column, String text) {
        return handle.createQuery("select count(*) from " + table + " where locate(cast(:text as binary), cast("
                                + column + " as binary)) > 0")
                        .bind("text", text)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Forgets everything that flows have written; people stay signed in. */
    public void startAgain() {
        database.write(handle -> {
            handle.execute("set foreign_key_checks = 0");
            TABLES_OF_FLOWS.forEach(table -> handle.execute("delete from " + table));
            for (String table : List.of("enrolment_event", "terms_acceptance", "terms_text", "portfolio_resorting")) {
                handle.execute("delete from " + table);
            }
            handle.execute("delete from enrolment where submitted_by is not null");
            handle.execute("update enrolment set state = 'active', version = 0");
            handle.execute("delete from organization where created_at > '2023-01-01'");
            handle.execute(
                    "delete from organization_capacity where organization_id not in (select id from organization)");
            handle.execute("update organization set state = 'active'");
            handle.execute("set foreign_key_checks = 1");
            return null;
        });
    }
}
