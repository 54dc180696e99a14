package portal.endings;

import java.util.List;
import java.util.UUID;
import portal.relationships.CustomerRecord;
import portal.relationships.Removal;

/**
 * What the end of a relationship means, as it stands now.
 *
 * @param version of the relationship, so that whoever decides is told when something happened meanwhile
 * @param blocking active subscriptions this row has sold
 * @param supported subscriptions whose designated support contact the partner is
 * @param otherCapacity whether the partner has another relationship to the customer
 * @param invitation an open one to the customer; null when there is none
 * @param earlier removals of the same row
 */
public record Ending(
        CustomerRecord customer,
        int version,
        List<Sold> blocking,
        List<Sold> supported,
        boolean otherCapacity,
        UUID invitation,
        List<Removal> earlier) {

    /** Whether something has to be ended first. */
    public boolean blocked() {
        return !blocking.isEmpty();
    }

    /** Whether delegated admin privileges are granted. */
    public boolean delegatedAdmin() {
        return customer.delegatedAdminSince() != null;
    }

    /** What has to be typed: the customer's domain, or its name where it has none. */
    public String toType() {
        return customer.domain() == null ? customer.name() : customer.domain();
    }
}
