package portal.organizations;

import java.util.UUID;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * A tenant.
 *
 * @param domainVerified whether the OpenID provider vouched for the domain
 * @param region CSP region of the country
 */
public record Organization(
        UUID id,
        OrganizationKind kind,
        OrganizationState state,
        String legalName,
        String domain,
        boolean domainVerified,
        String country,
        String region,
        Cloud cloud,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String phone,
        String email,
        String mpnId,
        Language language,
        String timeZone) {

    /** Relationships exist only within one country or CSP region (seeds 000, 002, 003). */
    public boolean inRegionOf(Organization other) {
        return country.equals(other.country) || region.equals(other.region);
    }

    /** Whether it may begin nothing new for now. */
    public boolean suspended() {
        return state == OrganizationState.SUSPENDED;
    }

    /** Whether it has described itself; of one that was imported only name, domain and country are known before. */
    public boolean described() {
        return !addressLine1.isEmpty();
    }

    /** Where it is. */
    public PostalAddress postalAddress() {
        return new PostalAddress(addressLine1, addressLine2, city, stateOrProvince, postalCode, country);
    }

    /** The address in one line. */
    public String address(Texts texts) {
        return postalAddress().line(texts);
    }
}
