package portal.invitations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.platform.database.Database;

/**
 * Reads a partner's invitations by keyset, in the order of their ids, which is the order they were made in. One page is
 * one range of one index. A search looks at 2,000 invitations at most and says where it stopped, so that it costs the
 * same however many there are and nothing is missed: the next page goes on from there.
 */
final class LedgerQuery {
    /** How many invitations a search looks at for one page. */
    static final int WINDOW = 2_000;

    private static final int AT_ONCE = 1_000;

    /** As the database orders identifiers of version 7. */
    private static final Comparator<UUID> BY_TIME = Comparator.comparing(UUID::toString);

    private final Database database;
    private final LedgerFilter filter;

    LedgerQuery(Database database, LedgerFilter filter) {
        this.database = database;
        this.filter = filter;
    }

    /**
     * Some rows in the order of the page.
     *
     * @param previous id the page before ends above; null when there is none
     * @param next id the page after begins below; null when there is none
     * @param stopped whether a search ends here without having looked at all there is in its direction
     */
    record Part(List<LedgerRow> rows, UUID previous, UUID next, boolean stopped) {}

    Part first(int size) {
        return forwards(Optional.empty(), size);
    }

    Part after(UUID row, int size) {
        return forwards(Optional.of(row), size);
    }

    private Part forwards(Optional<UUID> from, int size) {
        Found found = read(from, true, size);
        UUID first = found.rows.isEmpty() ? null : found.rows.get(0).id();
        UUID previous = from.isEmpty() ? null : first != null ? first : found.stoppedAt;
        return new Part(found.rows, previous, found.next(), found.stopped());
    }

    Part before(UUID row, int size) {
        Found found = read(Optional.of(row), false, size);
        List<LedgerRow> rows = new ArrayList<>(found.rows);
        Collections.reverse(rows);
        UUID last = rows.isEmpty() ? found.stoppedAt : rows.get(rows.size() - 1).id();
        return new Part(rows, found.next(), last, found.stopped());
    }

    /** Hands over all rows, some at a time, holding neither the connection nor the rows while they are written. */
    void each(Consumer<LedgerRow> reader) {
        Optional<UUID> from = Optional.empty();
        do {
            Part part = forwards(from, AT_ONCE);
            part.rows().forEach(reader);
            from = Optional.ofNullable(part.next());
        } while (from.isPresent());
    }

    /**
     * What was read in one direction.
     *
     * @param more whether a further row is known
     * @param stoppedAt the last invitation a search looked at, when there may be further ones; null otherwise
     */
    private record Found(List<LedgerRow> rows, boolean more, UUID stoppedAt) {
        boolean stopped() {
            return !more && stoppedAt != null;
        }

        UUID next() {
            return more ? rows.get(rows.size() - 1).id() : stoppedAt;
        }
    }

    private Found read(Optional<UUID> from, boolean forwards, int size) {
        boolean ascending = filter.oldestFirst() == forwards;
        boolean searching = !filter.search().isEmpty();
        return database.read(handle -> {
            int window = searching ? WINDOW : size + 1;
            List<LedgerRow> rows = rows(handle, from, ascending, window, size + 1);
            boolean more = rows.size() > size;
            UUID stoppedAt = searching && !more ? end(handle, from, ascending, window) : null;
            return new Found(more ? rows.subList(0, size) : rows, more, stoppedAt);
        });
    }

    private List<LedgerRow> rows(Handle handle, Optional<UUID> from, boolean ascending, int window, int limit) {
        String sql =
                """
                select i.id, i.kind, i.state as stored_state, w.capacity, i.company, i.domain,
                  if(w.inviter, i.email, null) as email, if(w.inviter, i.won_through, null) as won_through,
                  p.name as inviter, i.created_at, i.expires_at, i.sent_at, i.reminders, i.acceptances, i.answered_at
                from (%s) w
                  straight_join invitation i on i.id = w.invitation_id
                  straight_join person p on p.id = i.created_by
                %s
                order by w.invitation_id %s
                limit :limit
                """
                        .formatted(
                                window(from, ascending),
                                filter.search().isEmpty()
                                        ? ""
                                        : "where i.company like :start or i.domain like :start or i.email like :start",
                                ascending ? "asc" : "desc");
        Query query = bound(handle.createQuery(sql), from, window).bind("limit", limit);
        if (!filter.search().isEmpty()) {
            query.bind("start", filter.search().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        return query.mapTo(LedgerRow.class).list();
    }

    /** The last invitation of a full window; null when there is none behind it. */
    private UUID end(Handle handle, Optional<UUID> from, boolean ascending, int window) {
        List<UUID> ids = bound(
                        handle.createQuery("select w.invitation_id from (" + window(from, ascending) + ") w"),
                        from,
                        window)
                .mapTo(UUID.class)
                .list();
        return ids.size() < window
                ? null
                : ids.stream().max(ascending ? BY_TIME : BY_TIME.reversed()).orElseThrow();
    }

    private String window(Optional<UUID> from, boolean ascending) {
        String state = filter.state().isPresent() ? " and q.state = :state" : "";
        String edge = from.isEmpty() ? "" : " and q.invitation_id " + (ascending ? ">" : "<") + " :from";
        return "select q.invitation_id, q.capacity, q.inviter from invitation_party q where q.partner_id = :partner"
                + state + edge + " order by q.invitation_id " + (ascending ? "asc" : "desc") + " limit :window";
    }

    private Query bound(Query query, Optional<UUID> from, int window) {
        query.bind("partner", filter.partner()).bind("window", window);
        filter.state().ifPresent(state -> query.bind("state", state));
        from.ifPresent(id -> query.bind("from", id));
        return query;
    }
}
