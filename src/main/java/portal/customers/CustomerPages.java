package portal.customers;

import java.time.Instant;
import java.util.List;
import portal.platform.web.Page;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioState;

/** The list of a partner's customers. */
public final class CustomerPages {
    private CustomerPages() {}

    /**
     * The Customers page.
     *
     * @param previous address of the page above; null on the first, and when searching
     * @param next address of the page below; null on the last, and when searching
     * @param more whether a search may match further customers
     * @param details of the open row; null when none is open, or its customer is not active
     */
    public record Index(
            ListAddress address,
            List<PortfolioEntry> rows,
            String previous,
            String next,
            boolean more,
            ListChoices choices,
            Details details)
            implements Page {

        /** Where the name leads: to the customer, or to the invitation while it has not answered; null when removed. */
        public String href(PortfolioEntry row) {
            if (row.state() == PortfolioState.ACTIVE) {
                return "/customers/" + row.id();
            }
            return row.state() == PortfolioState.INVITED ? invitation(row) : null;
        }

        /** The row's invitation; null when there is none. */
        public String invitation(PortfolioEntry row) {
            return row.invitationId() == null ? null : "/invitations/" + row.invitationId();
        }
    }

    /**
     * What an open row says beside the row.
     *
     * @param renewsAt of the subscription that renews next, among those the partner may see; null for none
     * @param product name of what renews; null for none
     * @param unused seats nobody has; null when the customer has no licences
     * @param portal the other portal the customer came from; null when it did not
     */
    public record Details(Instant renewsAt, String product, Integer unused, String portal, boolean agreementAccepted) {}
}
