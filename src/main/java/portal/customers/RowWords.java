package portal.customers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import portal.platform.access.Capacity;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.portfolio.Attention;
import portal.portfolio.DelegatedAdminState;
import portal.portfolio.PortfolioState;

/**
 * Words that stand in many of the fifty rows of a page, put together once for each language.
 *
 * @param reasons why a row needs attention
 */
public record RowWords(
        Map<Capacity, String> capacities,
        Map<DelegatedAdminState, String> privileges,
        Map<PortfolioState, String> states,
        Map<Attention, String> reasons) {
    private static final Map<Language, RowWords> ALL = new ConcurrentHashMap<>();

    /** The words in a language. */
    public static RowWords in(Texts texts) {
        return ALL.computeIfAbsent(
                texts.language(),
                language -> new RowWords(
                        words(Capacity.class, capacity -> texts.text("customers.capacity." + capacity.code())),
                        words(DelegatedAdminState.class, state -> texts.text("portfolio.dap." + state.code())),
                        words(PortfolioState.class, state -> texts.text("customers.state." + state.code())),
                        words(Attention.class, reason -> texts.text("attention." + reason.code()))));
    }

    private static <E extends Enum<E>> Map<E, String> words(Class<E> type, Function<E, String> word) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(Function.identity(), word, (one, other) -> one, () -> new EnumMap<>(type)));
    }
}
