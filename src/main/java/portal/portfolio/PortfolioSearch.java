package portal.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final int MOST_WORDS = 3;
    private static final Pattern TENANT_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Handle handle;
    private final PortfolioFilter filter;

    PortfolioSearch(Handle handle, PortfolioFilter filter) {
        this.handle = handle;
        this.filter = filter;
    }

    /** At most 200 rows of the filter, those whose name begins with the text first. */
    PortfolioHits find(String text) {
        if (TENANT_ID.matcher(text).matches()) {
            Query query = handle.createQuery(PortfolioDao.COLUMNS + "where e.partner_id = :partner"
                    + " and e.customer_id = :customer and " + condition() + " order by e.capacity");
            return new PortfolioHits(rows(query.bind("customer", UUID.fromString(text))), false);
        }
        List<Word> words = rarestFirst(longest(text));
        if (words.isEmpty() || words.get(0).rows() == 0) {
            return PortfolioHits.NONE;
        }
        List<PortfolioEntry> found = withWords(words, text);
        boolean more = found.size() > MOST_HITS;
        return new PortfolioHits(
                more ? found.subList(0, MOST_HITS) : found, more || words.get(0).rows() > MOST_CANDIDATES);
    }

    /** A word's beginning and how many rows have it, as far as counted. */
    private record Word(String pattern, int rows) {}

    /** Long words tell most; three say enough. */
    private static List<String> longest(String text) {
        return Tokens.words(text).stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(MOST_WORDS)
                .map(word -> word + "%")
                .toList();
    }

    private List<Word> rarestFirst(List<String> patterns) {
        if (patterns.isEmpty()) {
            return List.of();
        }
        String counts = IntStream.range(0, patterns.size())
                .mapToObj(i -> "select " + i + " as place, (select count(*) from " + candidates(i, MOST_CANDIDATES + 1)
                        + " c" + i + ") as n")
                .collect(Collectors.joining(" union all "));
        Query query = handle.createQuery(counts).bind("partner", filter.partner());
        bind(query, patterns);
        List<Word> words = new ArrayList<>(
                query.map((row, context) -> new Word(patterns.get(row.getInt("place")), row.getInt("n")))
                        .list());
        words.sort(Comparator.comparingInt(Word::rows));
        return words;
    }

    private List<PortfolioEntry> withWords(List<Word> words, String text) {
        StringBuilder sql = new StringBuilder(PortfolioQuery.COLUMNS);
        sql.append("from ").append(candidates(0, MOST_CANDIDATES));
        sql.append(" c straight_join portfolio_entry e on e.id = c.entry_id");
        sql.append(" where e.partner_id = :partner and ").append(condition());
        for (int i = 1; i < words.size(); i++) {
            sql.append(" and (select 1 from portfolio_token t where t.entry_id = e.id and t.token like :word" + i
                    + " limit 1) = 1");
        }
        sql.append(" order by e.name like :start desc, e.name_key, e.id limit " + (MOST_HITS + 1));
        Query query = handle.createQuery(sql.toString());
        bind(query, words.stream().map(Word::pattern).toList());
        return rows(query.bind("start", text.replaceAll("[\\\\%_]", "\\\\$0") + "%"));
    }

    private static String candidates(int word, int most) {
        return "(select distinct entry_id from portfolio_token where partner_id = :partner and token like :word" + word
                + " limit " + most + ")";
    }

    private String condition() {
        String label = "(select 1 from portfolio_label l where l.partner_id = e.partner_id and l.label = :label"
                + " and l.entry_id = e.id) = 1";
        return (filter.state().isPresent() ? "e.state = :state" : "e.listed = true")
                + (filter.label().isPresent() ? " and " + label : "");
    }

    private static void bind(Query query, List<String> patterns) {
        for (int i = 0; i < patterns.size(); i++) {
            query.bind("word" + i, patterns.get(i));
        }
    }

    private List<PortfolioEntry> rows(Query query) {
        query.bind("partner", filter.partner());
        filter.state().ifPresent(state -> query.bind("state", state));
        filter.label().ifPresent(label -> query.bind("label", label));
        return query.mapTo(PortfolioEntry.class).list();
    }
}
