package portal.support;

import java.util.List;
import java.util.Optional;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** Pages about who supports a customer's subscriptions. */
public final class SupportContactPages {
    private SupportContactPages() {}

    /**
     * All subscriptions of a customer that the partner sells, is the reseller of record of, or supports.
     *
     * @param first address of the first page; null on it
     * @param next address of the page below; null on the last
     */
    public record OfCustomer(CustomerRecord customer, List<Supported> subscriptions, String first, String next)
            implements Page {}

    /**
     * The choice for one subscription.
     *
     * @param chosen what the form says
     * @param search beginning of a reseller's name
     * @param meanwhile what somebody else has chosen since the form was shown
     */
    public record Choose(
            CustomerRecord customer,
            Supported subscription,
            List<Candidate> candidates,
            List<Designation> history,
            String chosen,
            String reference,
            String search,
            Optional<Designation> meanwhile,
            FormErrors errors)
            implements Page {

        /** Address of this page. */
        public String path() {
            return subscription.path(customer.id());
        }

        /** Whether the reader's partner chooses. */
        public boolean chooses() {
            return subscription.chosenBy(customer.partnerId());
        }

        /** Whether a line is the choice that stands. */
        public boolean now(Candidate candidate) {
            Contact present = subscription.chosen();
            return present != null && present.id().equals(candidate.id());
        }

        /** Whether a line is the reader's own organization. */
        public boolean own(Candidate candidate) {
            return customer.partnerId().value().equals(candidate.id());
        }

        /** Whether the reader sells it, and so knows its resellers. */
        public boolean sells() {
            return customer.partnerId().value().equals(subscription.sellerId());
        }
    }

    /**
     * What was saved: before and after, and the way back.
     *
     * @param reversible whether the one before may support it
     */
    public record Review(CustomerRecord customer, Supported subscription, Designation choice, boolean reversible)
            implements Page {

        /** Address of this page. */
        public String path() {
            return subscription.path(customer.id()) + "/changes/" + choice.id();
        }

        /** Where Close leads. */
        public String close() {
            return customer.path() + "/support";
        }
    }
}
