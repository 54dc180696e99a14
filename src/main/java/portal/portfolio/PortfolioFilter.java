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

    /** Label of rows whose customer took the privileges back, while nothing was agreed since. */
    public static final String NO_ACCESS = "no-access";

    /** Label of removed rows whose privileges were left. */
    public static final String ACCESS_LEFT = "access-left";
}
