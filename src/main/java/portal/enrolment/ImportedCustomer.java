package portal.enrolment;

import java.util.Map;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.texts.Language;

/**
 * A customer that is served in another portal, waiting for its partner to enrol.
 *
 * @param portal name of the other portal
 * @param domain null when not known
 * @param delegatedAdmin whether the partner has delegated admin privileges there
 */
record ImportedCustomer(
        CustomerId customerId, String portal, String name, String domain, String country, boolean delegatedAdmin) {
    private static final Map<String, Language> LANGUAGES =
            Map.of("CZ", Language.CS, "SK", Language.CS, "PL", Language.PL, "HU", Language.HU);

    /** The customer as far as it is known: in its partner's cloud, with neither address nor verified domain. */
    Organization organization(Organization partner) {
        UUID tenant = customerId.value();
        return new Organization(
                tenant,
                OrganizationKind.CUSTOMER,
                OrganizationState.ACTIVE,
                name,
                domain,
                false,
                country,
                null,
                partner.cloud(),
                "",
                null,
                "",
                null,
                null,
                null,
                null,
                null,
                LANGUAGES.getOrDefault(country, Language.EN),
                partner.timeZone());
    }
}
