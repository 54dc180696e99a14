package portal.customers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import portal.agreements.Agreements;
import portal.organizations.Organization;
import portal.platform.web.Page;
import portal.platform.web.View;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.Removals;

/** Pages about a partner's customers. */
public final class CustomerPages {
    private CustomerPages() {}

    /**
     * The Customers page.
     *
     * @param removals of the rows that were removed, by row
     * @param previous address of the page above; null on the first, and when searching
     * @param next address of the page below; null on the last, and when searching
     * @param more whether a search may match further customers
     */
    public record Index(
            ListAddress address,
            List<PortfolioEntry> rows,
            Map<UUID, Removals.Line> removals,
            String previous,
            String next,
            boolean more)
            implements Page {

        /** Where the name leads: to the customer, to the invitation while it has not answered, or to the protocol. */
        public String href(PortfolioEntry row) {
            return switch (row.state()) {
                case ACTIVE -> "/customers/" + row.id();
                case INVITED -> invitation(row);
                case REMOVED -> "/removals/" + row.id();
            };
        }

        /** When and by whom a row was removed; empty when that is not known. */
        public String removed(PortfolioEntry row, View view) {
            Removals.Line line = removals.get(row.id());
            return line == null
                    ? ""
                    : view.text("customers.row.removed", view.date(line.removedAt()), line.removedBy());
        }

        /** The row's invitation; null when there is none. */
        public String invitation(PortfolioEntry row) {
            return row.invitationId() == null ? null : "/invitations/" + row.invitationId();
        }
    }

    /**
     * One customer's account, in one of the capacities the partner acts in.
     *
     * @param agreement the last customer agreement accepted; empty when none was
     */
    public record Account(
            CustomerRecord customer,
            Organization company,
            PortfolioEntry entry,
            Optional<Agreements.Acceptance> agreement)
            implements Page {}
}
