package portal.subscriptions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.relationships.CustomerRecord;

/**
 * Reads what a partner may see of a customer's subscriptions by keyset, the newest first. Whatever it may see is one range
 * of an index, or two of which the first rows are merged. A search looks at 2,000 subscriptions at most and says where it
 * stopped; the next page goes on from there.
 */
final class SubscriptionQuery {
    /** How many subscriptions a search looks at for one page. */
    static final int WINDOW = 2_000;

    private static final int AT_ONCE = 500;

    private final Handle handle;
    private final CustomerRecord customer;
    private final SubscriptionAddress address;

    SubscriptionQuery(Handle handle, CustomerRecord customer, SubscriptionAddress address) {
        this.handle = handle;
        this.customer = customer;
        this.address = address;
    }

    /**
     * Some rows in the order of the page.
     *
     * @param previous id the page above ends before; null when there is none
     * @param next id the page below begins after; null when there is none
     * @param stopped whether a search ends here without having looked at all there is in its direction
     */
    record Part(List<SubscriptionRow> rows, UUID previous, UUID next, boolean stopped) {}

    Part part(int size) {
        boolean upwards = address.before().isPresent() && address.after().isEmpty();
        Optional<UUID> from = upwards ? address.before() : address.after();
        int window = searching() ? WINDOW : size + 1;
        List<SubscriptionRow> found = rows(from, upwards, window, size + 1);
        boolean more = found.size() > size;
        UUID stoppedAt = searching() && !more ? end(from, upwards, window) : null;
        List<SubscriptionRow> rows = new ArrayList<>(more ? found.subList(0, size) : found);
        UUID ahead = more ? rows.get(size - 1).id() : stoppedAt;
        if (upwards) {
            Collections.reverse(rows);
        }
        UUID behind = from.isEmpty() ? null : rows.isEmpty() ? stoppedAt : edge(rows, upwards);
        return new Part(rows, upwards ? ahead : behind, upwards ? behind : ahead, !more && stoppedAt != null);
    }

    /** Hands over all rows of the address's search and filter, some at a time. */
    static void each(
            Database database, CustomerRecord customer, SubscriptionAddress address, Consumer<SubscriptionRow> reader) {
        Optional<UUID> after = Optional.empty();
        do {
            SubscriptionAddress below = address.below(after);
            Part part = database.read(handle -> new SubscriptionQuery(handle, customer, below).part(AT_ONCE));
            part.rows().forEach(reader);
            after = Optional.ofNullable(part.next());
        } while (after.isPresent());
    }

    private static UUID edge(List<SubscriptionRow> rows, boolean upwards) {
        return rows.get(upwards ? rows.size() - 1 : 0).id();
    }

    private boolean searching() {
        return !address.search().isEmpty();
    }

    private List<SubscriptionRow> rows(Optional<UUID> from, boolean upwards, int window, int limit) {
        String sql =
                """
                select s.id, p.name as product_name, s.nickname, s.state, s.seats, o.term, s.renews_at, s.ends_at, s.ended_at,
                  seller.legal_name as seller, reseller.legal_name as reseller, s.origin
                from (%s) w
                  straight_join subscription s on s.id = w.id
                  straight_join product p on p.id = s.product_id
                  straight_join offer o on o.id = s.offer_id
                  left join organization seller on seller.id = s.seller_id
                  left join organization reseller on reseller.id = s.reseller_id
                %s
                order by w.id %s
                limit :limit
                """
                        .formatted(
                                window(from, upwards),
                                searching() ? "where p.name like :part or s.nickname like :part" : "",
                                upwards ? "asc" : "desc");
        Query query = bound(handle.createQuery(sql), from, window).bind("limit", limit);
        if (searching()) {
            query.bind("part", "%" + address.search().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        return query.mapTo(SubscriptionRow.class).list();
    }

    /** The last subscription of a full window; null when there is none behind it. */
    private UUID end(Optional<UUID> from, boolean upwards, int window) {
        String sql = "select w.id from (" + window(from, upwards) + ") w order by w.id " + (upwards ? "asc" : "desc");
        List<UUID> ids =
                bound(handle.createQuery(sql), from, window).mapTo(UUID.class).list();
        return ids.size() < window ? null : ids.get(ids.size() - 1);
    }

    /** The first ids in one direction of all that is visible. */
    private String window(Optional<UUID> from, boolean upwards) {
        boolean ofRecord = customer.capacity() == Capacity.INDIRECT_RESELLER;
        String own = ofRecord
                ? range("subscription_of_record", "q.reseller_id = :partner", from, upwards)
                : range("subscription_sold", "q.seller_id = :partner and q.seller_capacity = :capacity", from, upwards);
        if (customer.delegatedAdminSince() == null) {
            return own;
        }
        String elsewhere =
                range("subscription_sold", "q.seller_id is null and q.seller_capacity is null", from, upwards);
        return "(" + own + ") union (" + elsewhere + ") order by id " + (upwards ? "asc" : "desc") + " limit :window";
    }

    /** The index is named, because several begin alike and only one of them is in the order of the page. */
    private String range(String index, String whose, Optional<UUID> from, boolean upwards) {
        String ordered = address.state().isPresent() ? index + "_by_state" : index;
        String state = address.state().isPresent() ? " and q.state = :state" : "";
        String edge = from.isEmpty() ? "" : " and q.id " + (upwards ? ">" : "<") + " :from";
        return "select q.id from subscription q force index (" + ordered + ") where q.customer_id = :customer and "
                + whose + state + edge + " order by q.id " + (upwards ? "asc" : "desc") + " limit :window";
    }

    private Query bound(Query query, Optional<UUID> from, int window) {
        query.bind("customer", customer.customerId())
                .bind("partner", customer.partnerId())
                .bind("window", window);
        if (customer.capacity() != Capacity.INDIRECT_RESELLER) {
            query.bind("capacity", customer.capacity());
        }
        address.state().ifPresent(state -> query.bind("state", state));
        from.ifPresent(id -> query.bind("from", id));
        return query;
    }
}
