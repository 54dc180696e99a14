package portal.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads one page of the Customers page by keyset: the range of one index that begins below or above a known row, so that
 * the first, a deep and the last page cost the same.
 */
final class PortfolioQuery {
    static final String COLUMNS =
            """
            select e.id, e.capacity, e.customer_id, e.invitation_id, e.name, e.name_key, e.domain, e.country, e.state,
              e.dap, e.attention, e.invited_until, e.since, e.acceptances
            """;

    private final Handle handle;
    private final PortfolioFilter filter;
    private final int size;

    PortfolioQuery(Handle handle, PortfolioFilter filter, int size) {
        this.handle = handle;
        this.filter = filter;
        this.size = size;
    }

    PortfolioPage first() {
        return page(read(Optional.empty(), true), false, false);
    }

    PortfolioPage after(PortfolioEntry row) {
        return page(read(Optional.of(row), true), true, false);
    }

    PortfolioPage before(PortfolioEntry row) {
        List<PortfolioEntry> upwards = read(Optional.of(row), false);
        return page(upwards, true, true);
    }

    /** One row more than a page tells whether the direction goes on; the other direction is known by where we come from. */
    private PortfolioPage page(List<PortfolioEntry> found, boolean from, boolean upwards) {
        boolean more = found.size() > size;
        List<PortfolioEntry> entries = new ArrayList<>(more ? found.subList(0, size) : found);
        if (upwards) {
            Collections.reverse(entries);
        }
        if (entries.isEmpty()) {
            return new PortfolioPage(List.of(), null, null);
        }
        UUID first = entries.get(0).id();
        UUID last = entries.get(entries.size() - 1).id();
        boolean previous = upwards ? more : from;
        boolean next = upwards ? from : more;
        return new PortfolioPage(entries, previous ? first : null, next ? last : null);
    }

    private List<PortfolioEntry> read(Optional<PortfolioEntry> from, boolean forwards) {
        boolean ascending = filter.order().down() != forwards;
        Query query = handle.createQuery(sql(from.isPresent(), ascending)).bind("partner", filter.partner());
        filter.label().ifPresent(label -> query.bind("label", label));
        filter.state().ifPresent(state -> query.bind("state", state.code()));
        from.ifPresent(row -> {
            query.bind("id", row.id());
            if (filter.order().byName()) {
                query.bind("key", row.nameKey());
            } else {
                query.bind("key", row.since());
            }
        });
        return query.bind("limit", size + 1).mapTo(PortfolioEntry.class).list();
    }

    private String sql(boolean from, boolean ascending) {
        String key = filter.order().byName() ? "name_key" : "since";
        String direction = ascending ? "" : " desc";
        boolean byLabel = filter.label().isPresent();
        String source = byLabel ? "l" : "e";
        String id = byLabel ? "l.entry_id" : "e.id";
        StringBuilder sql = new StringBuilder(COLUMNS);
        sql.append(
                byLabel
                        ? "from portfolio_label l join portfolio_entry e on e.id = l.entry_id "
                                + "where l.partner_id = :partner and l.label = :label "
                        : "from portfolio_entry e where e.partner_id = :partner ");
        if (filter.state().isPresent()) {
            sql.append("and e.state = :state ");
        } else if (!byLabel) {
            sql.append("and e.listed = true ");
        }
        if (from) {
            String compare = ascending ? " > " : " < ";
            String column = source + "." + key;
            sql.append("and (" + column + compare + ":key or (" + column + " = :key and " + id + compare + ":id)) ");
        }
        sql.append("order by " + source + "." + key + direction + ", " + id + direction + " limit :limit");
        return sql.toString();
    }
}
