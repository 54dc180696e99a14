package portal.customers;

import java.util.List;
import java.util.Optional;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;
import portal.portfolio.BillTo;
import portal.portfolio.CustomerLabels;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.Period;

/** The account of one customer, and what a partner keeps there. */
public final class AccountPages {
    private AccountPages() {}

    /**
     * One customer's account, in one of the capacities the partner acts in.
     *
     * @param siblings the same customer's rows in other capacities
     * @param periods of the partner's own relationships and privileges
     */
    public record Account(
            CustomerRecord customer,
            AccountFacts facts,
            List<PortfolioEntry> siblings,
            List<Period> periods,
            NoteList notes)
            implements Page {}

    /** Older notes. */
    public record Notes(CustomerRecord customer, NoteList list) implements Page {}

    /**
     * Notes and the form for one more.
     *
     * @param first whether the newest are among them
     */
    public record NoteList(portal.portfolio.Notes.Page page, boolean first, NoteForm form, FormErrors errors) {}

    /**
     * Alias and tags to be changed.
     *
     * @param stale what somebody else has saved while this form was edited; empty otherwise
     */
    public record Labels(
            CustomerRecord customer, LabelsForm form, FormErrors errors, Optional<CustomerLabels.Labels> stale)
            implements Page {}

    /**
     * To whom bills are made out, to be changed.
     *
     * @param stale what somebody else has saved while this form was edited; empty otherwise
     */
    public record BillingAddress(
            CustomerRecord customer, BillToForm form, FormErrors errors, List<Option> countries, Optional<BillTo> stale)
            implements Page {}
}
