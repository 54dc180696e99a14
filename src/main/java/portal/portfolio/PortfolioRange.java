package portal.portfolio;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * The statement that reads rows of a filter in its order: one range of one index, which begins below or above a row. That
 * row is named by its id and read by the same statement, before the range, as a constant.
 */
record PortfolioRange(PortfolioFilter filter) {

    /**
     * The text of it.
     *
     * @param ascending which way the index is read
     * @param from whether it begins at a row, bound as {@code from}
     * @param further conditions of rows, each after an {@code and}
     */
    String sql(String columns, boolean ascending, boolean from, String further) {
        boolean labelled = filter.rowLabel().isPresent();
        String direction = ascending ? "" : " desc";
        String key = (labelled ? "l." : "e.") + filter.order().column();
        String id = labelled ? "l.entry_id" : "e.id";
        StringBuilder sql = new StringBuilder(columns).append(" from ");
        sql.append(from ? "portfolio_entry p, " : "");
        sql.append(labelled ? "portfolio_label l join portfolio_entry e on e.id = l.entry_id" : "portfolio_entry e");
        sql.append(" where ").append(labelled ? "l.partner_id = :partner and l.label = :label and " + state("l") : "");
        sql.append(labelled ? " and " : "")
                .append("e.partner_id = :partner and ")
                .append(state("e"));
        sql.append(filter.delegatedAdmin().isPresent() ? " and e.dap = :dap" : "");
        if (from) {
            String compare = ascending ? " > " : " < ";
            String start = "p." + filter.order().column();
            sql.append(" and p.id = :from and p.partner_id = :partner and (" + key + compare + start + " or (" + key
                    + " = " + start + " and " + id + compare + "p.id))");
        }
        sql.append(further).append(" order by " + key + direction + ", " + id + direction + " limit :limit");
        return sql.toString();
    }

    private String state(String table) {
        return table + (filter.rowState().isPresent() ? ".state = :state" : ".listed = true");
    }

    /** Binds what the filter says. */
    Query bound(Query query, Optional<UUID> from, int limit) {
        query.bind("partner", filter.partner()).bind("limit", limit);
        filter.rowState().ifPresent(state -> query.bind("state", state));
        filter.rowLabel().ifPresent(label -> query.bind("label", label));
        filter.delegatedAdmin().ifPresent(dap -> query.bind("dap", dap));
        from.ifPresent(row -> query.bind("from", row));
        return query;
    }
}
