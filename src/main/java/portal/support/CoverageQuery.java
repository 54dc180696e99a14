package portal.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import portal.organizations.PartnerId;

/**
 * Reads a partner's subscriptions by keyset, in the order of their ids, which is the order they began in. What it sells
 * and what it is the reseller of record of are ranges of two indexes; the first rows of each are merged, so that a page
 * costs the same at any depth and size. Then the rows of the page are read, with who acts computed at that moment.
 */
final class CoverageQuery {
    private static final String BY_SUBSCRIPTION =
            """
            (select s.id from subscription s force index (%s)
             where s.%s = :partner and s.state = '%s' %s %s
             order by s.id %s limit :limit)
            """;
    private static final String BY_CHOICE =
            """
            (select d.subscription_id as id from support_designation d force index (%s)
             where d.%s = :partner and %s %s
             order by d.subscription_id %s limit :limit)
            """;

    private final Handle handle;
    private final PartnerId partner;
    private final CoverageFilter filter;

    CoverageQuery(Handle handle, PartnerId partner, CoverageFilter filter) {
        this.handle = handle;
        this.partner = partner;
        this.filter = filter;
    }

    /**
     * Some rows in the order of the page.
     *
     * @param previous id the page before ends above; null when there is none
     * @param next id the page after begins below; null when there is none
     */
    record Part(List<Supported> rows, UUID previous, UUID next) {}

    /** A page of so many rows: the first, or the one below or above a row. */
    Part page(Optional<UUID> after, Optional<UUID> before, boolean oldestFirst, int size) {
        boolean upwards = after.isEmpty() && before.isPresent();
        List<UUID> found = ids(after.or(() -> before), oldestFirst != upwards, size + 1);
        boolean more = found.size() > size;
        List<UUID> ids = new ArrayList<>(more ? found.subList(0, size) : found);
        if (upwards) {
            Collections.reverse(ids);
        }
        if (ids.isEmpty()) {
            return new Part(List.of(), null, null);
        }
        boolean previous = upwards ? more : after.isPresent();
        boolean next = upwards || more;
        return new Part(rows(ids), previous ? ids.get(0) : null, next ? ids.get(ids.size() - 1) : null);
    }

    /** The first ids of the filter, the newest first. */
    List<UUID> ids(int most) {
        return ids(Optional.empty(), false, most);
    }

    private List<UUID> ids(Optional<UUID> from, boolean ascending, int limit) {
        String direction = ascending ? "asc" : "desc";
        String sql = arms(from, ascending).collect(Collectors.joining(" union ")) + " order by id " + direction
                + " limit :limit";
        Query query = handle.createQuery(sql).bind("partner", partner).bind("limit", limit);
        from.ifPresent(id -> query.bind("from", id));
        return query.mapTo(UUID.class).list();
    }

    private Stream<String> arms(Optional<UUID> from, boolean ascending) {
        String direction = ascending ? "asc" : "desc";
        String compare = ascending ? ">" : "<";
        if (filter.byChoice()) {
            String edge = from.isPresent() ? "and d.subscription_id " + compare + " :from" : "";
            return filter == CoverageFilter.OURS
                    ? Stream.of(BY_CHOICE.formatted(
                            "support_designation_of_contact", "contact_id", "d.watched = 1", edge, direction))
                    : Stream.of("seller", "reseller")
                            .map(side -> BY_CHOICE.formatted(
                                    "support_designation_of_" + side,
                                    side + "_id",
                                    "d.coverage = '" + filter.code() + "'",
                                    edge,
                                    direction));
        }
        String edge = from.isPresent() ? "and s.id " + compare + " :from" : "";
        return Stream.of("active", "suspended")
                .flatMap(state -> Stream.of(
                        bySubscription("seller", "sold", state, edge, direction),
                        bySubscription("reseller", "record", state, edge, direction)));
    }

    private String bySubscription(String side, String role, String state, String edge, String direction) {
        boolean uncovered = filter == CoverageFilter.SELLER;
        return BY_SUBSCRIPTION.formatted(
                uncovered ? "subscription_contact_of_" + role : "subscription_of_" + side,
                side + "_id",
                state,
                uncovered ? "and s.support_contact_id is null" : "",
                edge,
                direction);
    }

    /** Those of customers, the newest first; at most so many. */
    List<Supported> ofCustomers(List<UUID> customers, int most) {
        if (customers.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = handle.createQuery(
                        """
                        select s.id from subscription s
                        where s.customer_id in (<customers>) and s.state <> 'ended'
                          and :partner in (s.seller_id, s.reseller_id, s.support_contact_id)
                        order by s.id desc limit :limit
                        """)
                .bindList("customers", customers)
                .bind("partner", partner)
                .bind("limit", most)
                .mapTo(UUID.class)
                .list();
        return rows(ids).stream().filter(filter::has).toList();
    }

    /** Rows in the order of their ids; those of customers that are not open to the partner any more are left out. */
    List<Supported> rows(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Supported> found = new LinkedHashMap<>();
        handle.attach(SupportDao.class).all(partner, ids).stream()
                .filter(row -> row.entryId() != null)
                .forEach(row -> found.put(row.id(), row));
        return ids.stream().map(found::get).filter(row -> row != null).toList();
    }
}
