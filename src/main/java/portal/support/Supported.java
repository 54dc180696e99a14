package portal.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

/**
 * A subscription as one partner sees who supports it.
 *
 * @param entryId the customer's row of the partner's Customers page; null when it is not listed there
 * @param state active or suspended
 * @param origin where it was bought, when there is no seller
 * @param sellerId null when it was bought elsewhere, as are the other columns of the seller
 * @param resellerId of record; null for none
 * @param contactId the one designated; null for the seller, as are the other columns of the contact
 * @param designationId the open choice; null when there never was one
 * @param lostAt since when the watch knows that the choice does not count
 * @param eligibility of the one designated
 */
public record Supported(
        UUID id,
        CustomerId customerId,
        UUID entryId,
        String customerName,
        String productName,
        String nickname,
        String state,
        String origin,
        int version,
        UUID sellerId,
        Capacity sellerCapacity,
        String sellerName,
        String sellerEmail,
        String sellerPhone,
        String sellerWebsite,
        UUID resellerId,
        UUID contactId,
        String contactName,
        String contactEmail,
        String contactPhone,
        String contactWebsite,
        UUID designationId,
        String agreementReference,
        Instant designatedAt,
        Instant lostAt,
        Eligibility eligibility) {

    /** Columns, of a subscription {@code s} with what {@link #JOINS} joins to it and the reader's row {@code e}. */
    static final String COLUMNS =
            """
            select s.id, s.customer_id, e.id as entry_id, coalesce(e.name, k.legal_name) as customer_name,
              p.name as product_name, s.nickname, s.state, s.origin, s.version, s.seller_id, s.seller_capacity,
              w.legal_name as seller_name, s.reseller_id, s.support_contact_id as contact_id,
              c.legal_name as contact_name, d.id as designation_id, d.agreement_reference, d.designated_at, d.lost_at,
            """
                    + Contact.WAYS_OF_SELLER + "," + Contact.WAYS_OF_CONTACT + "," + Eligibility.COLUMNS;

    /** What every reader joins. */
    static final String JOINS =
            """
              straight_join product p on p.id = s.product_id
              straight_join organization k on k.id = s.customer_id
              left join organization w on w.id = s.seller_id
              left join organization c on c.id = s.support_contact_id
              left join support_designation d on d.subscription_id = s.id and d.still_open = 1
            """;

    /**
     * By the subscription, with the row the reader {@code :partner} has for it. Indexes are named, because the server's
     * choice changes with what it believes of the tables' sizes.
     */
    static final String SQL = COLUMNS + "from subscription s force index (primary)\n" + JOINS
            + """
              left join portfolio_entry e force index (portfolio_entry_of_customer)
                on e.partner_id = :partner and e.customer_id = s.customer_id and e.state = 'active'
                  and e.capacity = case
                    when s.seller_id = :partner then s.seller_capacity
                    when s.seller_id is null then (select min(m.capacity)
                      from portfolio_entry m force index (portfolio_entry_of_customer)
                      where m.partner_id = :partner and m.customer_id = s.customer_id and m.state = 'active')
                    else 'indirect-reseller' end
            """;

    /** How it is supported. */
    public Coverage coverage() {
        return contactId == null ? Coverage.SELLER : eligibility.coverage();
    }

    /** Who acts now: the one designated while that counts, else the seller; null when it was bought elsewhere. */
    public Contact acting() {
        return coverage() == Coverage.DESIGNATED ? chosen() : seller();
    }

    /** The one designated; the seller when nobody else is. */
    public Contact chosen() {
        return contactId == null
                ? seller()
                : new Contact(contactId, contactName, contactEmail, contactPhone, contactWebsite);
    }

    /** Who sold it; null when it was bought elsewhere. */
    public Contact seller() {
        return sellerId == null ? null : new Contact(sellerId, sellerName, sellerEmail, sellerPhone, sellerWebsite);
    }

    /** What the one designated is missing. */
    public List<Lack> obstacles() {
        return coverage().fallsBack() ? eligibility.obstacles() : List.of();
    }

    /** Product and nickname in one line. */
    public String label() {
        return nickname == null ? productName : productName + " – " + nickname;
    }

    /**
     * Whether a partner chooses the contact: the seller and the reseller of record do. Nobody sells what was bought
     * elsewhere; there a partner may offer itself while no other acts, and step back.
     */
    public boolean chosenBy(PartnerId partner) {
        if (partner.value().equals(sellerId) || partner.value().equals(resellerId)) {
            return true;
        }
        return sellerId == null
                && (coverage() != Coverage.DESIGNATED || partner.value().equals(contactId));
    }

    /** Address of the page on which the contact is chosen. */
    public String path(UUID entry) {
        return "/customers/" + entry + "/" + pathInRecord();
    }

    /** The same as a page of the customer's record leads there; lists of many rows are much shorter with it. */
    public String pathInRecord() {
        return "subscriptions/" + id + "/support-contact";
    }
}
