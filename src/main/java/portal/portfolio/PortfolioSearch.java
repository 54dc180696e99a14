package portal.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds rows by the beginnings of words, or by tenant id. The rarest word is looked up first, and at most 2,000 rows
 * that have it are looked at for the rest, so that any search costs little however many customers there are.
 */
final class PortfolioSearch {
    private static final int MOST_HITS = 200;
    private static final int MOST_CANDIDATES = 2000;

    private final Handle handle;
    private final PortfolioFilter filter;
    private final Optional<PortfolioOrder> order;

    /**
     * A search.
     *
     * @param order of what is found; empty to have the best matches first
     */
    PortfolioSearch(Handle handle, PortfolioFilter filter, Optional<PortfolioOrder> order) {
        this.handle = handle;
        this.filter = filter;
        this.order = order;
    }

    /** At most 200 rows of the filter, those whose name begins with the text first unless another order is asked for. */
    PortfolioHits find(String text) {
        Words words = Words.of(text);
        if (words.tenantId().isPresent()) {
            Query query = handle.createQuery(PortfolioQuery.COLUMNS + " from portfolio_entry e"
                    + " where e.partner_id = :partner and e.customer_id = :customer and " + condition()
                    + " order by e.capacity");
            return new PortfolioHits(
                    rows(query.bind("customer", words.tenantId().get())), false);
        }
        List<Word> rarest = rarestFirst(words);
        if (rarest.isEmpty() || rarest.get(0).rows() == 0) {
            return PortfolioHits.NONE;
        }
        List<PortfolioEntry> found = withWords(rarest, text);
        boolean more = found.size() == MOST_HITS || rarest.get(0).rows() > MOST_CANDIDATES;
        return new PortfolioHits(found, more);
    }

    /** A word's beginning and how many rows have it, as far as counted. */
    private record Word(String pattern, int rows) {}

    private List<Word> rarestFirst(Words words) {
        List<String> patterns = words.patterns();
        if (patterns.isEmpty()) {
            return List.of();
        }
        String counts = IntStream.range(0, patterns.size())
                .mapToObj(i -> "select " + i + " as place, (select count(*) from " + candidates(i, MOST_CANDIDATES + 1)
                        + " c" + i + ") as n")
                .collect(Collectors.joining(" union all "));
        Query query = handle.createQuery(counts).bind("partner", filter.partner());
        words.bind(query);
        List<Word> counted = new ArrayList<>(
                query.map((row, context) -> new Word(patterns.get(row.getInt("place")), row.getInt("n")))
                        .list());
        counted.sort(Comparator.comparingInt(Word::rows));
        return counted;
    }

    private List<PortfolioEntry> withWords(List<Word> words, String text) {
        StringBuilder sql = new StringBuilder(PortfolioQuery.COLUMNS);
        sql.append(", e.name_key from ").append(candidates(0, MOST_CANDIDATES));
        sql.append(" c straight_join portfolio_entry e on e.id = c.entry_id");
        sql.append(" where e.partner_id = :partner and ").append(condition());
        for (int i = 1; i < words.size(); i++) {
            sql.append(Words.having(i));
        }
        sql.append(" order by (e.name like :start or ifnull(e.alias, '') like :start) desc, e.name_key, e.id limit "
                + MOST_HITS);
        Query query = handle.createQuery(ordered(sql.toString()));
        for (int i = 0; i < words.size(); i++) {
            query.bind("word" + i, words.get(i).pattern());
        }
        return rows(query.bind("start", text.replaceAll("[\\\\%_]", "\\\\$0") + "%"));
    }

    /** The best matches, in the order that is asked for. */
    private String ordered(String best) {
        return order.map(asked -> "select b.* from (" + best + ") b order by b." + asked.column()
                        + (asked.down() ? " desc" : "") + ", b.id")
                .orElse(best);
    }

    private static String candidates(int word, int most) {
        return "(select distinct entry_id from portfolio_token where partner_id = :partner and token like :word" + word
                + " limit " + most + ")";
    }

    private String condition() {
        String label = "(select 1 from portfolio_label l where l.partner_id = e.partner_id and l.label = :label"
                + " and l.entry_id = e.id) = 1";
        return (filter.rowState().isPresent() ? "e.state = :state" : "e.listed = true")
                + (filter.delegatedAdmin().isPresent() ? " and e.dap = :dap" : "")
                + (filter.rowLabel().isPresent() ? " and " + label : "");
    }

    private List<PortfolioEntry> rows(Query query) {
        query.bind("partner", filter.partner());
        filter.rowState().ifPresent(state -> query.bind("state", state));
        filter.rowLabel().ifPresent(label -> query.bind("label", label));
        filter.delegatedAdmin().ifPresent(dap -> query.bind("dap", dap));
        return query.mapTo(PortfolioEntry.class).list();
    }
}
