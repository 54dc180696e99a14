package portal.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.platform.database.Database;

/**
 * Reads partners by keyset: those that wait first, of each the one that was sent last first. One page is one range of
 * one index. A search gives the first partners by name, however many there are.
 */
final class EnrolmentQuery {
    /** Most that a search looks at. */
    static final int MOST = 200;

    private static final String COLUMNS =
            """
            select o.id, e.state, o.legal_name, o.country, o.mpn_id, e.submitted_at,
              (select group_concat(c.capacity) from organization_capacity c where c.organization_id = o.id)
                as capacities
            """;

    private final Database database;
    private final Optional<EnrolmentState> state;

    EnrolmentQuery(Database database, Optional<EnrolmentState> state) {
        this.database = database;
        this.state = state;
    }

    /**
     * Some rows in the order of the page.
     *
     * @param previous id the page before ends above; null when there is none
     * @param next id the page after begins below; null when there is none
     */
    record Part(List<EnrolmentRow> rows, UUID previous, UUID next) {}

    /** Where a row stands. */
    record Place(boolean waiting, Instant submittedAt, UUID organizationId) {}

    Part first(int size) {
        return database.read(handle -> part(read(handle, null, false, size), size, false, false));
    }

    Part after(UUID row, int size) {
        return database.read(handle -> place(handle, row)
                .map(place -> part(read(handle, place, false, size), size, true, false))
                .orElseGet(() -> new Part(List.of(), null, null)));
    }

    Part before(UUID row, int size) {
        return database.read(handle -> place(handle, row)
                .map(place -> part(read(handle, place, true, size), size, true, true))
                .orElseGet(() -> new Part(List.of(), null, null)));
    }

    /** One row more than a page tells whether the direction goes on; the other is known by where we come from. */
    private static Part part(List<EnrolmentRow> found, int size, boolean from, boolean upwards) {
        boolean more = found.size() > size;
        List<EnrolmentRow> rows = new ArrayList<>(more ? found.subList(0, size) : found);
        if (upwards) {
            Collections.reverse(rows);
        }
        if (rows.isEmpty()) {
            return new Part(List.of(), null, null);
        }
        boolean previous = upwards ? more : from;
        boolean next = upwards || more;
        return new Part(
                rows,
                previous ? rows.get(0).id() : null,
                next ? rows.get(rows.size() - 1).id() : null);
    }

    private static Optional<Place> place(Handle handle, UUID row) {
        return handle.createQuery(
                        "select waiting, submitted_at, organization_id from enrolment where organization_id = :id")
                .bind("id", row)
                .mapTo(Place.class)
                .findFirst();
    }

    private List<EnrolmentRow> read(Handle handle, Place from, boolean ascending, int size) {
        String compare = ascending ? ">" : "<";
        String direction = ascending ? "asc" : "desc";
        boolean all = state.isEmpty();
        StringBuilder sql = new StringBuilder(COLUMNS)
                .append("from enrolment e straight_join organization o on o.id = e.organization_id where true");
        if (!all) {
            sql.append(" and e.state = :state");
        }
        if (from != null) {
            String within = " e.submitted_at %1$s :time or e.submitted_at = :time and e.organization_id %1$s :id";
            sql.append((all
                            ? " and (e.waiting %1$s :waiting or e.waiting = :waiting and (" + within + "))"
                            : " and (" + within + ")")
                    .formatted(compare));
        }
        sql.append(" order by %1$s e.submitted_at %2$s, e.organization_id %2$s limit :limit"
                .formatted(all ? "e.waiting " + direction + "," : "", direction));
        Query query = handle.createQuery(sql).bind("limit", size + 1);
        state.ifPresent(chosen -> query.bind("state", chosen));
        if (from != null) {
            query.bind("time", from.submittedAt()).bind("id", from.organizationId());
            if (all) {
                query.bind("waiting", from.waiting());
            }
        }
        return query.mapTo(EnrolmentRow.class).list();
    }

    /** By the tenant id, the MPN ID, or the beginning of the legal name; at most so many. */
    List<EnrolmentRow> search(String text, Optional<UUID> tenant, int size) {
        String sql = COLUMNS
                + """
                from (
                  select id from organization where id = :tenant
                  union
                  (select id from organization where mpn_id = :text limit :most)
                  union
                  (select id from organization where kind = 'partner' and legal_name like :start
                    order by legal_name limit :most)
                  ) f
                  join enrolment e on e.organization_id = f.id
                  join organization o on o.id = f.id
                """
                + (state.isPresent() ? "where e.state = :state " : "")
                + "order by o.legal_name, o.id limit :limit";
        return database.read(handle -> {
            Query query = handle.createQuery(sql)
                    .bind("tenant", tenant.orElse(null))
                    .bind("text", text)
                    .bind("start", text.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                    .bind("most", MOST)
                    .bind("limit", size + 1);
            state.ifPresent(chosen -> query.bind("state", chosen));
            return query.mapTo(EnrolmentRow.class).list();
        });
    }
}
