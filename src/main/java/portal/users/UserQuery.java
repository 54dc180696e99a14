package portal.users;

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
import portal.portfolio.Tokens;

/**
 * Reads users by keyset, in the order of their names: each page is one range of one index. A search follows the longest
 * word, which at most 5,000 users are looked at for.
 */
final class UserQuery {
    /** Most users a search finds. */
    static final int MOST_HITS = 200;

    private static final int MOST_CANDIDATES = 5_000;
    private static final int AT_ONCE = 1_000;

    private static final String COLUMNS =
            """
            select u.id, u.sign_in_name, u.first_name, u.last_name, u.display_name, u.name_key, u.country, u.state,
              u.created_at, u.purge_at, u.needs_password,
              (select group_concat(p.name order by p.name separator ', ')
                from licence h join product p on p.id = h.product_id
                where h.user_id = u.id and h.held = true) as licences
            """;

    private final UserFilter filter;

    UserQuery(UserFilter filter) {
        this.filter = filter;
    }

    /**
     * Some users.
     *
     * @param previous where the page before ends; null when there is none
     * @param next where the page after begins; null when there is none
     * @param more whether a search may match further users
     */
    record Part(List<UserRow> rows, UserPosition previous, UserPosition next, boolean more) {
        private static Part of(List<UserRow> rows, boolean previous, boolean next) {
            return rows.isEmpty()
                    ? new Part(rows, null, null, false)
                    : new Part(
                            rows,
                            previous ? rows.get(0).position() : null,
                            next ? rows.get(rows.size() - 1).position() : null,
                            false);
        }
    }

    /** A page below a place, above one, or the first. */
    Part page(Handle handle, Optional<UserPosition> after, Optional<UserPosition> before, int size) {
        if (before.isPresent()) {
            List<UserRow> rows = new ArrayList<>(rows(handle, before, false, size + 1));
            boolean more = rows.size() > size;
            List<UserRow> page = new ArrayList<>(more ? rows.subList(0, size) : rows);
            Collections.reverse(page);
            return Part.of(page, more, true);
        }
        List<UserRow> rows = rows(handle, after, true, size + 1);
        boolean more = rows.size() > size;
        return Part.of(more ? rows.subList(0, size) : rows, after.isPresent(), more);
    }

    /** Hands over all users, some at a time, holding neither the connection nor the rows while they are written. */
    void each(Database database, Consumer<UserRow> reader) {
        Optional<UserPosition> from = Optional.empty();
        do {
            Optional<UserPosition> after = from;
            Part part = database.read(handle -> page(handle, after, Optional.empty(), AT_ONCE));
            part.rows().forEach(reader);
            from = Optional.ofNullable(part.next());
        } while (from.isPresent());
    }

    /** Ids of the first users, in the order of the list. */
    List<UUID> ids(Handle handle, int most) {
        return rows(handle, Optional.empty(), true, most).stream()
                .map(UserRow::id)
                .toList();
    }

    private List<UserRow> rows(Handle handle, Optional<UserPosition> from, boolean ascending, int limit) {
        boolean licensed = filter.licence().isPresent();
        String at = licensed ? "l" : "u";
        String id = licensed ? "l.user_id" : "u.id";
        String direction = ascending ? "" : " desc";
        String compare = ascending ? " > " : " < ";
        String edge = from.isEmpty()
                ? ""
                : " and (" + at + ".name_key" + compare + ":key or (" + at + ".name_key = :key and " + id + compare
                        + ":id))";
        String source = licensed
                ? "from licence l straight_join customer_user u on u.id = l.user_id"
                        + " where l.customer_id = :customer and l.product_id = :product and " + state("l", "held")
                : "from customer_user u where u.customer_id = :customer and " + state("u", "listed");
        Query query = handle.createQuery(COLUMNS + source + edge + " order by " + at + ".name_key" + direction + ", "
                + id + direction + " limit :limit");
        from.ifPresent(place -> query.bind("key", place.key()).bind("id", place.id()));
        filter.licence().ifPresent(product -> query.bind("product", product));
        return bound(query).bind("limit", limit).mapTo(UserRow.class).list();
    }

    /** At most 200 users whose names have all words or their beginnings, or whose sign-in name begins with the text. */
    Part search(Handle handle, String text) {
        List<String> words = Tokens.words(text).stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .limit(3)
                .toList();
        if (words.isEmpty()) {
            return new Part(List.of(), null, null, false);
        }
        boolean named = text.indexOf('@') > 0;
        Query query = handle.createQuery(named ? bySignInName() : byWords(words.size()));
        if (named) {
            query.bind("start", Tokens.fold(text).strip().replaceAll("[\\\\%_]", "\\\\$0") + "%");
        } else {
            for (int i = 0; i < words.size(); i++) {
                query.bind("word" + i, words.get(i) + "%");
            }
        }
        filter.licence().ifPresent(product -> query.bind("product", product));
        return found(bound(query).mapTo(Hit.class).list());
    }

    /**
     * A user a search has found.
     *
     * @param user without an id when there is none
     * @param candidates how many users were looked at
     */
    record Hit(UserRow user, int candidates) {}

    private static Part found(List<Hit> hits) {
        List<UserRow> users =
                hits.stream().map(Hit::user).filter(user -> user.id() != null).toList();
        boolean stopped = hits.stream().anyMatch(hit -> hit.candidates() == MOST_CANDIDATES);
        boolean more = users.size() > MOST_HITS;
        return new Part(more ? users.subList(0, MOST_HITS) : users, null, null, more || stopped);
    }

    private String bySignInName() {
        return COLUMNS + ", 0 as candidates from customer_user u where u.customer_id = :customer"
                + " and u.sign_in_name like :start and " + state("u", "listed") + licensed()
                + " order by u.sign_in_name limit " + (MOST_HITS + 1);
    }

    /** The number of candidates comes in any case, so that it is known whether nothing was found or not all was seen. */
    private String byWords(int words) {
        String candidates = "(select distinct user_id from customer_user_token where customer_id = :customer"
                + " and token like :word0 limit " + MOST_CANDIDATES + ") c";
        StringBuilder sql = new StringBuilder("select r.*, k.candidates from (select count(*) as candidates from ")
                .append(candidates)
                .append(") k left join (")
                .append(COLUMNS)
                .append("from " + candidates)
                .append(" straight_join customer_user u on u.id = c.user_id where " + state("u", "listed")
                        + licensed());
        for (int i = 1; i < words; i++) {
            sql.append(" and (select 1 from customer_user_token t where t.user_id = u.id and t.token like :word" + i
                    + " limit 1) = 1");
        }
        sql.append(" order by u.name_key, u.id limit " + (MOST_HITS + 1) + ") r on true order by r.name_key, r.id");
        return sql.toString();
    }

    private String licensed() {
        return filter.licence().isEmpty()
                ? ""
                : " and (select 1 from licence l where l.user_id = u.id and l.product_id = :product and l.held = true) = 1";
    }

    private String state(String at, String all) {
        return filter.state().isPresent() ? at + ".state = :state" : at + "." + all + " = true";
    }

    private Query bound(Query query) {
        filter.state().ifPresent(state -> query.bind("state", state));
        return query.bind("customer", filter.customer());
    }
}
