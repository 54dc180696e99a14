package portal.portfolio;

import java.util.Optional;
import portal.organizations.PartnerId;

/**
 * Which rows of whose Customers page.
 *
 * @param state one state; empty for all that are listed (Active and Invited)
 * @param label one label, for example {@link PortfolioFilter#ATTENTION}; empty for any
 */
public record PortfolioFilter(
        PartnerId partner, Optional<PortfolioState> state, Optional<String> label, PortfolioOrder order) {
    /** Label of rows that need attention. */
    public static final String ATTENTION = "attention";

    /** Label of a provider's rows of customers shared with one reseller. */
    public static String reseller(PartnerId reseller) {
        return "reseller:" + reseller;
    }

    /** Label of a reseller's rows of customers shared with one provider. */
    public static String provider(PartnerId provider) {
        return "provider:" + provider;
    }
}
