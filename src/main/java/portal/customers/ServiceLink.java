package portal.customers;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Cloud;
import portal.relationships.CustomerRecord;

/**
 * The operator's address of an admin portal.
 *
 * @param url with {@code {tenant}} and {@code {domain}} where the customer's stand
 * @param productSku of the product its customers have; null for all customers
 * @param product its name; null for all customers, and when the product is gone
 * @param cloud null for every cloud
 * @param position among the others, the least first
 */
public record ServiceLink(
        UUID id, String name, String url, String productSku, String product, Cloud cloud, int position, int version) {
    static final String TENANT = "{tenant}";
    static final String DOMAIN = "{domain}";

    /** Where it leads for a customer; empty when it needs a domain and the customer has none. */
    public Optional<String> address(CustomerRecord customer) {
        if (customer.domain() == null && url.contains(DOMAIN)) {
            return Optional.empty();
        }
        String domain = customer.domain() == null ? "" : customer.domain();
        return Optional.of(url.replace(TENANT, customer.customerId().toString()).replace(DOMAIN, domain));
    }

    /** Scheme and host, which no customer changes. */
    String origin() {
        URI fixed = URI.create(url.replace(TENANT, "t").replace(DOMAIN, "d"));
        return fixed.getScheme() + "://" + fixed.getRawAuthority();
    }
}
