package portal.customers;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.portfolio.Attention;
import portal.portfolio.DelegatedAdminState;
import portal.portfolio.PortfolioFilter;

/**
 * The one thing beside state and search that the Customers page can be narrowed to.
 *
 * @param value code of a state of the privileges or of a reason, a reseller's or provider's tenant id, or a tag; empty for any reason
 */
public record ListFilter(Kind kind, String value) {
    /** Longest tag. */
    public static final int LONGEST_TAG = 30;

    /** What it is about; an empty list says so by the text {@code customers.nothing.<code>}. */
    public enum Kind implements Coded {
        ATTENTION,
        DAP,
        PROVIDER,
        REASON,
        RESELLER,
        TAG
    }

    /** As the address and the rows' labels have it, such as {@code tag:food}. */
    public String label() {
        return beginning(kind) + value;
    }

    private static String beginning(Kind kind) {
        return switch (kind) {
            case ATTENTION -> PortfolioFilter.ATTENTION;
            case DAP -> PortfolioFilter.DELEGATED_ADMIN;
            case REASON -> PortfolioFilter.ATTENTION + ":";
            case PROVIDER -> PortfolioFilter.PROVIDER;
            case RESELLER -> PortfolioFilter.RESELLER;
            case TAG -> PortfolioFilter.TAG;
        };
    }

    /** By its label; empty for anything else. */
    static Optional<ListFilter> of(String label) {
        return Arrays.stream(Kind.values())
                .filter(kind -> label.startsWith(beginning(kind)))
                .map(kind ->
                        new ListFilter(kind, label.substring(beginning(kind).length())))
                .filter(ListFilter::known)
                .findFirst();
    }

    private boolean known() {
        return switch (kind) {
            case ATTENTION -> value.isEmpty();
            case DAP ->
                Arrays.stream(DelegatedAdminState.values())
                        .anyMatch(state -> state.code().equals(value));
            case REASON ->
                Arrays.stream(Attention.values())
                        .anyMatch(reason -> reason.code().equals(value));
            case PROVIDER, RESELLER -> identifier(value);
            case TAG -> !value.isBlank() && value.codePointCount(0, value.length()) <= LONGEST_TAG;
        };
    }

    private static boolean identifier(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException notAnIdentifier) {
            return false;
        }
    }
}
