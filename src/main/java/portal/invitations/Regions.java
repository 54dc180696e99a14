package portal.invitations;

import java.util.Optional;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.platform.web.FormErrors;

/**
 * Relationships exist only within one country or CSP region. Where the customer is known by its domain, that is said
 * when it is asked; the acceptance looks again, in its transaction.
 */
record Regions(Database database) {

    /** Adds what is wrong with asking the customer of a domain. */
    void check(FormErrors errors, Visitor visitor, String domain, Texts reader) {
        String host = domain.isEmpty() ? null : FormErrors.asciiHost(domain);
        if (host == null || errors.has("domain")) {
            return;
        }
        Optional<Organization> customer = database.read(handle -> Organizations.customerOf(handle, host));
        if (customer.isEmpty()) {
            return;
        }
        Organization partner = database.read(
                handle -> Organizations.find(handle, visitor.home().id()).orElseThrow());
        if (!partner.inRegionOf(customer.get())) {
            errors.add(
                    "domain",
                    "error.outside-region",
                    host,
                    reader.country(customer.get().country()),
                    reader.text("region." + customer.get().region()),
                    reader.country(partner.country()),
                    reader.text("region." + partner.region()));
        }
    }
}
