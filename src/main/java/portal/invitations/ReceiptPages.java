package portal.invitations;

import java.util.List;
import portal.agreements.Agreement;
import portal.organizations.Organization;
import portal.platform.access.Capacity;
import portal.platform.web.Page;

/** Receipts as they are shown and printed. */
public final class ReceiptPages {
    private ReceiptPages() {}

    /**
     * Receipts of an organization, or of one invitation.
     *
     * @param first address of the first page; null on it
     * @param older address of the next page; null on the last
     */
    public record Receipts(List<ReceiptLine> lines, String first, String older) implements Page {}

    /** A party with what it asked for. */
    public record Asked(Organization partner, Capacity capacity, boolean delegatedAdmin) {}

    /** One receipt. */
    public record OneReceipt(Receipt receipt, List<Asked> asked) implements Page {}

    /**
     * The exact text that was accepted.
     *
     * @param unchanged whether the text still has the digest that the receipt names
     */
    public record ReceiptAgreement(Receipt receipt, Agreement agreement, boolean unchanged) implements Page {}
}
