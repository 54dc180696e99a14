package portal.home;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import portal.enrolment.EnrolmentEvent;
import portal.enrolment.EnrolmentRow;
import portal.invitations.ReceiptLine;
import portal.lookup.Recent;
import portal.platform.web.Page;

/** What stands behind the portal's name, for each kind of visitor. */
public final class HomePages {
    private HomePages() {}

    /** What a partner may set up. */
    public record Settings() implements Page {}

    /** Somebody who is not signed in. */
    public record Welcome() implements Page {}

    /** Somebody of a tenant the portal does not know. */
    public record Unknown(String name, String email, UUID tenant) implements Page {}

    /** A partner's person without a role. */
    public record NoRole(String organization) implements Page {}

    /**
     * A partner's person with a role.
     *
     * @param empty whether the partner has no customer and asks none
     * @param suspended what the operator said when the partner was suspended; null otherwise
     */
    public record Partner(List<HomeRow> attention, List<HomeRow> waiting, boolean empty, EnrolmentEvent suspended)
            implements Page {}

    /**
     * Somebody of a partner that waits for the operator.
     *
     * @param declined what the operator said when the enrolment was declined; null while it waits
     */
    public record Waiting(String organization, Instant submittedAt, EnrolmentEvent declined) implements Page {}

    /**
     * A partner's helpdesk agent: what needs attention, and who was looked up lately.
     *
     * @param suspended what the operator said when the partner was suspended; null otherwise
     */
    public record Helpdesk(List<HomeRow> attention, List<Recent> recent, EnrolmentEvent suspended) implements Page {}

    /**
     * A customer, or a company that was asked.
     *
     * @param reasonKey text key of why it stands here; null when there is nothing to add
     * @param date since when it needs attention, or until when the link works; null when there is none
     */
    public record HomeRow(String name, String href, String reasonKey, Instant date) {}

    /**
     * A customer's person.
     *
     * @param agreement version of the customer agreement to be accepted; null when none is, and for all but Global
     *     admins
     * @param receipts the newest; empty for all but Global admins
     */
    public record Customer(String organization, List<PartnerRow> partners, String agreement, List<ReceiptLine> receipts)
            implements Page {}

    /**
     * One of the customer's partners.
     *
     * @param capacityKey text key of the capacity it acts in
     * @param delegatedAdmin whether it holds delegated admin privileges
     */
    public record PartnerRow(String name, String capacityKey, Instant since, boolean delegatedAdmin) {}

    /**
     * Who runs the portal.
     *
     * @param waiting enrolments to be decided, the newest
     */
    public record Operator(String name, List<EnrolmentRow> waiting) implements Page {}
}
