package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.partnerships.Partnership;
import portal.partnerships.Partnerships;
import portal.platform.access.Capacity;
import portal.relationships.Relationships;
import portal.relationships.SharedCustomers;

/** On which resellers' behalf a provider may order: its partners with a relationship of their own to the customer. */
final class ResellersOfRecord {
    private ResellersOfRecord() {}

    /** A reseller that can be named on an order. */
    record Candidate(UUID id, String name) {}

    static List<Candidate> candidates(Handle handle, PartnerId provider, CustomerId customer) {
        return SharedCustomers.resellers(handle, provider, customer).stream()
                .map(reseller -> new Candidate(reseller.id().value(), reseller.name()))
                .toList();
    }

    /**
     * Whether a provider may order on a reseller's behalf now, asked in the transaction of the order, so that ends of what it
     * rests on at the same moment lose. The customer is a shared one from then on.
     */
    static boolean begin(Handle handle, PartnerId provider, PartnerId reseller, CustomerId customer, Instant now) {
        boolean named = candidates(handle, provider, customer).stream()
                .anyMatch(one -> one.id().equals(reseller.value()));
        Optional<Partnership> partnership = Partnerships.active(handle, provider, reseller);
        if (!named
                || !Relationships.touch(handle, reseller, Capacity.INDIRECT_RESELLER, customer)
                || partnership.isEmpty()
                || !Partnerships.touch(handle, partnership.get().id())) {
            return false;
        }
        SharedCustomers.add(handle, provider, reseller, customer, now);
        return true;
    }
}
