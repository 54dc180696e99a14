package portal.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import portal.organizations.PostalAddress;
import portal.platform.texts.Texts;
import portal.platform.web.Option;
import portal.portfolio.BillTo;
import portal.portfolio.DelegatedAdminState;

/**
 * What an account says of a customer beside its record.
 *
 * @param alias what the partner calls it besides; null for nothing
 * @param invitationId the open invitation; null when there is none
 * @param tagged its tags, parted by commas; null for none
 * @param agreementVersion of the customer agreement accepted last; null when none was
 * @param billToName to whom the bills are made out; null when to the customer itself, as are the other parts
 */
public record AccountFacts(
        String legalName,
        boolean domainVerified,
        PostalAddress address,
        String alias,
        DelegatedAdminState dap,
        UUID invitationId,
        String tagged,
        String agreementVersion,
        Instant agreementAcceptedAt,
        String billToName,
        String billToAddressLine1,
        String billToAddressLine2,
        String billToCity,
        String billToStateOrProvince,
        String billToPostalCode,
        String billToCountry) {

    /** Name and address on the bills, line by line. */
    public List<String> billTo(Texts texts) {
        BillTo billTo = billToName == null
                ? BillTo.of(legalName, address)
                : BillTo.of(
                        billToName,
                        new PostalAddress(
                                billToAddressLine1,
                                billToAddressLine2,
                                billToCity,
                                billToStateOrProvince,
                                billToPostalCode,
                                billToCountry));
        return billTo.lines(texts);
    }

    /** The tags, each with the address of all customers that have it. */
    public List<Option> tags() {
        return tagged == null
                ? List.of()
                : List.of(tagged.split(",")).stream()
                        .map(tag -> Option.of(ListAddress.ofTag(tag).first(), tag, false))
                        .toList();
    }
}
