package portal.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Reads one page of the Customers page by keyset: the range of one index that begins below or above a row, so that the
 * first, a deep and the last page cost the same.
 */
final class PortfolioQuery {
    static final String COLUMNS =
            """
            select e.id, e.capacity, e.customer_id, e.invitation_id, e.name, e.alias, e.domain, e.country, e.state,
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

    PortfolioPage after(UUID row) {
        return page(read(Optional.of(row), true), true, false);
    }

    PortfolioPage before(UUID row) {
        return page(read(Optional.of(row), false), true, true);
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

    private List<PortfolioEntry> read(Optional<UUID> from, boolean forwards) {
        boolean ascending = filter.order().down() != forwards;
        PortfolioRange range = new PortfolioRange(filter);
        return range.bound(handle.createQuery(range.sql(COLUMNS, ascending, from.isPresent(), "")), from, size + 1)
                .mapTo(PortfolioEntry.class)
                .list();
    }
}
