package portal.customers;

import java.util.UUID;

/**
 * A search, filter and order of the Customers page that an organization's people find under a name.
 *
 * @param query what follows the page's path, as {@link ListAddress} writes it
 */
public record SavedView(UUID id, String name, String query) {
    /** Where it leads. */
    public String href() {
        return "/customers" + query;
    }
}
