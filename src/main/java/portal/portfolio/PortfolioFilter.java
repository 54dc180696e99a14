package portal.portfolio;

import java.util.Arrays;
import java.util.Optional;
import portal.organizations.PartnerId;

/**
 * Which rows of whose Customers page.
 *
 * @param state one state; empty for all that are listed (Active and Invited)
 * @param label one label, for example {@link PortfolioFilter#ATTENTION} or {@code tag:food}; empty for any
 */
public record PortfolioFilter(
        PartnerId partner, Optional<PortfolioState> state, Optional<String> label, PortfolioOrder order) {
    /** Label of rows that need attention; a colon and the reason's code follow on a second one. */
    public static final String ATTENTION = "attention";

    /** What the label of a tag begins with. */
    public static final String TAG = "tag:";

    /** What the label of a provider's rows begins with; the tenant id of the reseller follows. */
    public static final String RESELLER = "reseller:";

    /** What the label of a reseller's rows begins with; the tenant id of the provider follows. */
    public static final String PROVIDER = "provider:";

    /** Delegated admin privileges stand in the rows themselves; with no state it is about active customers. */
    public static final String DELEGATED_ADMIN = "dap:";

    /** Label of rows that need attention for one reason. */
    public static String reason(Attention reason) {
        return ATTENTION + ":" + reason.code();
    }

    /** The label where it stands in rows of labels; empty where none is asked for. */
    Optional<String> rowLabel() {
        return label.filter(asked -> !asked.startsWith(DELEGATED_ADMIN));
    }

    /** The delegated admin privileges that are asked for. */
    Optional<DelegatedAdminState> delegatedAdmin() {
        return label.filter(asked -> asked.startsWith(DELEGATED_ADMIN))
                .flatMap(asked -> Arrays.stream(DelegatedAdminState.values())
                        .filter(known -> asked.equals(DELEGATED_ADMIN + known.code()))
                        .findFirst());
    }

    /** The one state the rows are in; empty for all that are listed. */
    Optional<PortfolioState> rowState() {
        return state.or(() -> delegatedAdmin().map(asked -> PortfolioState.ACTIVE));
    }

    /** Label of a provider's rows of customers shared with one reseller. */
    public static String reseller(PartnerId reseller) {
        return RESELLER + reseller;
    }

    /** Label of a reseller's rows of customers shared with one provider. */
    public static String provider(PartnerId provider) {
        return PROVIDER + provider;
    }
}
