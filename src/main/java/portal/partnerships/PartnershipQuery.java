package portal.partnerships;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.organizations.PartnerId;
import portal.platform.database.Database;

/**
 * Reads the partnerships of one side by keyset, in the order they were asked in. One page is one range of one index; a
 * search looks at 2,000 partnerships at most and goes on from there on the next page.
 */
final class PartnershipQuery {
    /** How many partnerships a search looks at for one page. */
    static final int WINDOW = 2_000;

    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final PartnerId partner;
    private final PartnershipAddress filter;

    PartnershipQuery(Database database, PartnerId partner, PartnershipAddress filter) {
        this.database = database;
        this.partner = partner;
        this.filter = filter;
    }

    /**
     * Some rows in the order of the page.
     *
     * @param previous id the page before ends above; null when there is none
     * @param next id the page after begins below; null when there is none
     * @param stopped whether a search ends here without having looked at all there is
     */
    record Part(List<PartnershipRow> rows, UUID previous, UUID next, boolean stopped) {}

    /** The page the address names. */
    Part page(int size) {
        return filter.before().isPresent() ? upwards(filter.before(), size) : downwards(filter.after(), size);
    }

    private Part downwards(Optional<UUID> from, int size) {
        Found found = read(from, true, size);
        UUID first = found.rows.isEmpty() ? null : found.rows.get(0).id();
        return new Part(found.rows, from.isEmpty() ? null : first, found.next(), found.stopped());
    }

    private Part upwards(Optional<UUID> from, int size) {
        Found found = read(from, false, size);
        List<PartnershipRow> rows = new ArrayList<>(found.rows);
        Collections.reverse(rows);
        UUID last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id();
        return new Part(rows, found.next(), last, found.stopped());
    }

    /** Hands over all rows, some at a time. */
    void each(Consumer<PartnershipRow> reader) {
        Optional<UUID> from = Optional.empty();
        do {
            Part part = downwards(from, AT_ONCE);
            part.rows().forEach(reader);
            from = Optional.ofNullable(part.next());
        } while (from.isPresent());
    }

    /**
     * What was read in one direction.
     *
     * @param more whether a further row is known
     * @param stoppedAt the last partnership a search looked at, when there may be further ones; null otherwise
     */
    private record Found(List<PartnershipRow> rows, boolean more, UUID stoppedAt) {
        boolean stopped() {
            return !more && stoppedAt != null;
        }

        UUID next() {
            return more ? rows.get(rows.size() - 1).id() : stoppedAt;
        }
    }

    private Found read(Optional<UUID> from, boolean downwards, int size) {
        boolean ascending = filter.oldestFirst() == downwards;
        boolean searching = !filter.search().isEmpty();
        int window = searching ? WINDOW : size + 1;
        return database.read(handle -> {
            List<PartnershipRow> rows = rows(handle, from, ascending, window, size + 1);
            boolean more = rows.size() > size;
            UUID stoppedAt = searching && !more ? end(handle, from, ascending, window) : null;
            return new Found(more ? rows.subList(0, size) : rows, more, stoppedAt);
        });
    }

    private List<PartnershipRow> rows(Handle handle, Optional<UUID> from, boolean ascending, int window, int limit) {
        boolean searching = !filter.search().isEmpty();
        String sql =
                """
                select w.id, w.state, w.asked_by, o.id as other_id, o.legal_name as name, o.mpn_id, o.country,
                  ifnull(o.support_email, o.email) as email, ifnull(o.support_phone, o.phone) as phone, w.asked_at, w.accepted_at as since, w.ended_at
                from (%s) w
                  straight_join organization o on o.id = w.%s_id
                %s
                order by w.id %s
                limit :limit
                """
                        .formatted(
                                window("*", from, ascending),
                                filter.side().other().code(),
                                searching ? "where o.legal_name like :start or o.mpn_id = :search" : "",
                                ascending ? "asc" : "desc");
        Query query = bound(handle.createQuery(sql), from, window).bind("limit", limit);
        if (searching) {
            query.bind("search", filter.search());
            query.bind("start", filter.search().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        return query.mapTo(PartnershipRow.class).list();
    }

    /** The last partnership of a full window; null when there is none behind it. */
    private UUID end(Handle handle, Optional<UUID> from, boolean ascending, int window) {
        List<UUID> ids = bound(handle.createQuery(window("q.id", from, ascending)), from, window)
                .mapTo(UUID.class)
                .list();
        return ids.size() < window ? null : ids.get(ids.size() - 1);
    }

    private String window(String columns, Optional<UUID> from, boolean ascending) {
        String open = filter.which() == PartnershipAddress.Which.CURRENT ? "= 1" : "is null";
        String edge = from.isEmpty() ? "" : " and q.id " + (ascending ? ">" : "<") + " :from";
        String index = " force index (partnership_of_" + filter.side().code() + ")";
        return "select " + columns + " from partnership q" + index + " where q."
                + filter.side().code() + "_id = :partner and q.still_open " + open + edge + " order by q.id "
                + (ascending ? "asc" : "desc") + " limit :window";
    }

    private Query bound(Query query, Optional<UUID> from, int window) {
        query.bind("partner", partner).bind("window", window);
        from.ifPresent(id -> query.bind("from", id));
        return query;
    }
}
