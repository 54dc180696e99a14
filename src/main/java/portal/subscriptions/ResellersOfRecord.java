package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.relationships.Relationship;
import portal.relationships.Relationships;

/**
 * Who sells for whom: on which resellers' behalf a provider may order, and whom a reseller asks to order.
 *
 * @param resellers of a provider, by partnerships that are active
 * @param providers names of those of a reseller, the same
 * @param begins whether the partnership of an order is still active, asked in the transaction of the order, so that its end
 *     at the same moment loses; it may note that the two share the customer
 */
public record ResellersOfRecord(
        BiFunction<Handle, PartnerId, List<PartnerId>> resellers,
        BiFunction<Handle, PartnerId, List<String>> providers,
        Predicate<OnBehalf> begins) {

    /** An order a provider places on a reseller's behalf, in its open transaction. */
    public record OnBehalf(Handle handle, PartnerId provider, PartnerId reseller, CustomerId customer, Instant now) {}

    /** Nobody sells for anybody. */
    public static ResellersOfRecord none() {
        return new ResellersOfRecord((handle, provider) -> List.of(), (handle, reseller) -> List.of(), order -> false);
    }

    /** A reseller that can be named on an order. */
    public record Candidate(UUID id, String name) {}

    /** The resellers a provider can name for a customer: they have a relationship with it too. */
    List<Candidate> candidates(Handle handle, PartnerId provider, CustomerId customer) {
        List<PartnerId> partnered = resellers.apply(handle, provider);
        if (partnered.isEmpty()) {
            return List.of();
        }
        return Relationships.of(handle, customer).stream()
                .filter(open -> open.capacity() == Capacity.INDIRECT_RESELLER && partnered.contains(open.partnerId()))
                .map(ResellersOfRecord::candidate)
                .toList();
    }

    private static Candidate candidate(Relationship open) {
        return new Candidate(open.partnerId().value(), open.partnerName());
    }

    /** Whether a provider may order on a reseller's behalf now; ends of what it rests on at the same moment lose. */
    boolean begin(OnBehalf order) {
        return resellers.apply(order.handle(), order.provider()).contains(order.reseller())
                && Relationships.touch(order.handle(), order.reseller(), Capacity.INDIRECT_RESELLER, order.customer())
                && begins.test(order);
    }
}
