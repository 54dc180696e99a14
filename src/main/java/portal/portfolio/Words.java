package portal.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Query;

/**
 * What a search looks for: the beginnings of its three longest words, which tell most, or a tenant id.
 *
 * @param text as it was typed
 * @param patterns of words, the longest first
 */
record Words(String text, List<String> patterns) {
    private static final int MOST = 3;
    private static final Pattern TENANT_ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    static Words of(String text) {
        return new Words(
                text,
                Tokens.words(text).stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .limit(MOST)
                        .map(word -> word + "%")
                        .toList());
    }

    Optional<UUID> tenantId() {
        return TENANT_ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Whether something was typed in which there is no word, so that nothing can be found. */
    boolean nothing() {
        return !text.isEmpty() && patterns.isEmpty();
    }

    /** Conditions of rows that match, each after an {@code and}; empty when nothing is looked for. */
    String condition() {
        if (tenantId().isPresent()) {
            return " and e.customer_id = :customer";
        }
        StringBuilder condition = new StringBuilder();
        for (int i = 0; i < patterns.size(); i++) {
            condition.append(having(i));
        }
        return condition.toString();
    }

    /** The condition that a row has one of the words; written so that the server does not begin with the words. */
    static String having(int word) {
        return " and (select 1 from portfolio_token w where w.entry_id = e.id and w.token like :word" + word
                + " limit 1) = 1";
    }

    void bind(Query query) {
        if (tenantId().isPresent()) {
            query.bind("customer", tenantId().get());
            return;
        }
        for (int i = 0; i < patterns.size(); i++) {
            query.bind("word" + i, patterns.get(i));
        }
    }
}
