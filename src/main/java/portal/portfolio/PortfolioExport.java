package portal.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import portal.platform.database.Database;

/**
 * Reads all rows of a filter and a search in the order of the page, a thousand at a time, holding neither the connection
 * nor the rows while they are written. Unlike the page it leaves nothing out, however many rows match.
 */
final class PortfolioExport {
    private static final int AT_ONCE = 1_000;
    private static final String COLUMNS =
            """
            select e.id, e.capacity, e.customer_id, e.name, e.alias, e.domain, e.country, e.state, e.dap, e.attention,
              e.invited_until, e.since,
              (select group_concat(substr(t.label, 5) order by t.label separator ', ') from portfolio_label t
               where t.entry_id = e.id and t.label like 'tag:%') as tags
            """;

    private final Database database;
    private final PortfolioFilter filter;
    private final Words words;

    PortfolioExport(Database database, PortfolioFilter filter, String search) {
        this.database = database;
        this.filter = filter;
        this.words = Words.of(search);
    }

    void each(Consumer<PortfolioLine> reader) {
        if (words.nothing()) {
            return;
        }
        Optional<UUID> from = Optional.empty();
        List<PortfolioLine> lines;
        do {
            lines = read(from);
            lines.forEach(reader);
            from = lines.isEmpty()
                    ? from
                    : Optional.of(lines.get(lines.size() - 1).id());
        } while (lines.size() == AT_ONCE);
    }

    private List<PortfolioLine> read(Optional<UUID> from) {
        PortfolioRange range = new PortfolioRange(filter);
        String sql = range.sql(COLUMNS, !filter.order().down(), from.isPresent(), words.condition());
        return database.read(handle -> {
            Query query = range.bound(handle.createQuery(sql), from, AT_ONCE);
            words.bind(query);
            return query.mapTo(PortfolioLine.class).list();
        });
    }
}
