package portal.activity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.platform.database.Database;

/**
 * Reads the log by keyset, the newest first: one page is one range of one index. Where several things are asked for at
 * once, at most 2,000 rows are looked at for one page; the next page goes on from there, so nothing is missed.
 */
final class ActivityQuery {
    static final int WINDOW = 2_000;

    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final ActivityFilter filter;

    ActivityQuery(Database database, ActivityFilter filter) {
        this.database = database;
        this.filter = filter;
    }

    /**
     * Some rows, the newest first.
     *
     * @param newer where the page before ends; null when there is none
     * @param older where the page after begins; null when there is none
     */
    record Part(List<ActivityPages.Row> rows, ActivityPosition newer, ActivityPosition older) {}

    Part older(Optional<ActivityPosition> before, int size) {
        Found found = read(before, false, size);
        ActivityPosition first = found.rows.isEmpty() ? null : ActivityPosition.of(found.rows.get(0));
        return new Part(found.rows, before.isPresent() ? first : null, found.next);
    }

    Part newer(ActivityPosition after, int size) {
        Found found = read(Optional.of(after), true, size);
        List<ActivityPages.Row> rows = new ArrayList<>(found.rows);
        Collections.reverse(rows);
        ActivityPosition last = rows.isEmpty() ? null : ActivityPosition.of(rows.get(rows.size() - 1));
        return new Part(rows, found.next, last);
    }

    /** Hands over all rows, some at a time, holding neither the connection nor the rows while they are written. */
    void each(Consumer<ActivityPages.Row> reader) {
        Optional<ActivityPosition> from = Optional.empty();
        do {
            Found found = read(from, false, AT_ONCE);
            found.rows.forEach(reader);
            from = Optional.ofNullable(found.next);
        } while (from.isPresent());
    }

    private record Found(List<ActivityPages.Row> rows, ActivityPosition next) {}

    /** Where a row of the window stands. */
    record Edge(java.time.Instant happenedAt, UUID id) {}

    private Found read(Optional<ActivityPosition> from, boolean upwards, int size) {
        if (filter.impossible()) {
            return new Found(List.of(), null);
        }
        return database.read(handle -> {
            int window = filter.mixed() ? WINDOW : size + 1;
            List<ActivityPages.Row> rows = bind(handle.createQuery(sql(from, upwards)), from, window)
                    .bind("limit", size + 1)
                    .mapTo(ActivityPages.Row.class)
                    .list();
            if (rows.size() > size) {
                List<ActivityPages.Row> page = rows.subList(0, size);
                return new Found(page, ActivityPosition.of(page.get(size - 1)));
            }
            return new Found(rows, filter.mixed() ? end(handle, from, upwards) : null);
        });
    }

    /** The last row of a full window; null when there is none behind it. */
    private ActivityPosition end(Handle handle, Optional<ActivityPosition> from, boolean upwards) {
        return bind(handle.createQuery(window(from, upwards) + " offset " + (WINDOW - 1)), from, 1)
                .mapTo(Edge.class)
                .findOne()
                .map(edge -> new ActivityPosition(edge.happenedAt(), edge.id()))
                .orElse(null);
    }

    private String sql(Optional<ActivityPosition> from, boolean upwards) {
        String direction = upwards ? "asc" : "desc";
        StringBuilder sql = new StringBuilder(
                """
                select a.id, a.happened_at, a.action, a.person_id, p.name as person, a.customer_id,
                  c.legal_name as customer, a.subject, a.old_value, a.new_value
                from (%s) w
                  straight_join activity_entry a on a.id = w.id
                  left join person p on p.id = a.person_id
                  left join organization c on c.id = a.customer_id
                where true"""
                        .formatted(window(from, upwards)));
        if (filter.mixed()) {
            filter.customers().ifPresent(ids -> sql.append(" and a.customer_id in (<customers>)"));
            filter.person().ifPresent(id -> sql.append(" and a.person_id = :person"));
            filter.action().ifPresent(action -> sql.append(" and a.action = :action"));
        }
        return sql.append(" order by w.happened_at " + direction + ", w.id " + direction + " limit :limit")
                .toString();
    }

    private String window(Optional<ActivityPosition> from, boolean upwards) {
        String index = "activity_entry_by_time";
        String thing = "";
        if (filter.oneCustomer().isPresent()) {
            index = "activity_entry_of_customer";
            thing = " and e.customer_id = :customer";
        } else if (filter.person().isPresent()) {
            index = "activity_entry_of_person";
            thing = " and e.person_id = :person";
        } else if (filter.action().isPresent()) {
            index = "activity_entry_of_action";
            thing = " and e.action = :action";
        }
        String compare = upwards ? ">" : "<";
        String edge = from.isEmpty()
                ? ""
                : " and e.happened_at " + compare + "= :at and (e.happened_at " + compare + " :at or e.id " + compare
                        + " :id)";
        String direction = upwards ? "asc" : "desc";
        return "select e.id, e.happened_at from activity_entry e force index (" + index
                + ") where e.organization_id = :organization" + thing
                + (filter.from().isPresent() ? " and e.happened_at >= :from" : "")
                + (filter.until().isPresent() ? " and e.happened_at < :until" : "")
                + edge + " order by e.happened_at " + direction + ", e.id " + direction + " limit :window";
    }

    private Query bind(Query query, Optional<ActivityPosition> from, int window) {
        query.bind("organization", filter.organization()).bind("window", window);
        filter.oneCustomer().ifPresent(id -> query.bind("customer", id));
        filter.customers().ifPresent(ids -> query.bindList("customers", ids));
        filter.person().ifPresent(id -> query.bind("person", id));
        filter.action().ifPresent(action -> query.bind("action", action));
        filter.from().ifPresent(time -> query.bind("from", time));
        filter.until().ifPresent(time -> query.bind("until", time));
        from.ifPresent(edge -> query.bind("at", edge.happenedAt()).bind("id", edge.id()));
        return query;
    }
}
