package portal.customers;

import java.util.List;
import java.util.Optional;
import portal.agreements.Agreements;
import portal.organizations.Organization;
import portal.platform.web.Page;
import portal.portfolio.PortfolioEntry;
import portal.portfolio.PortfolioState;
import portal.relationships.CustomerRecord;

/** Pages about a partner's customers. */
public final class CustomerPages {
    private CustomerPages() {}

    /**
     * The Customers page.
     *
     * @param previous address of the page above; null on the first, and when searching
     * @param next address of the page below; null on the last, and when searching
     * @param more whether a search may match further customers
     * @param opened the customer of the open row; empty when none is open, or it is no active customer's
     */
    public record Index(
            ListAddress address,
            List<PortfolioEntry> rows,
            String previous,
            String next,
            boolean more,
            Optional<CustomerRecord> opened)
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
     * One customer's account, in one of the capacities the partner acts in.
     *
     * @param siblings the same customer's rows in other capacities
     * @param agreement the last customer agreement accepted; empty when none was
     */
    public record Account(
            CustomerRecord customer,
            Organization company,
            PortfolioEntry entry,
            List<PortfolioEntry> siblings,
            Optional<Agreements.Acceptance> agreement)
            implements Page {}
}
