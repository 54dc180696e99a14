package portal.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.partnerships.Partnership;
import portal.partnerships.Partnerships;
import portal.platform.access.Capacity;
import portal.relationships.Relationships;
import portal.relationships.SharedCustomers;

/**
 * Who sells for whom: on which resellers' behalf a provider may order, and whom a reseller asks to order.
 *
 * @param candidates whom a provider can name for a customer: they have a relationship with it too
 * @param providers names of those of a reseller
 * @param begins whether what an order rests on is still there, asked in the transaction of the order, so that its end at
 *     the same moment loses
 */
public record ResellersOfRecord(
        Candidates candidates, BiFunction<Handle, PartnerId, List<String>> providers, Predicate<OnBehalf> begins) {

    /** Says whom a provider can name for a customer. */
    @FunctionalInterface
    public interface Candidates {
        /** Those who can be named. */
        List<Candidate> of(Handle handle, PartnerId provider, CustomerId customer);
    }

    /** An order a provider places on a reseller's behalf, in its open transaction. */
    public record OnBehalf(Handle handle, PartnerId provider, PartnerId reseller, CustomerId customer, Instant now) {}

    /** A reseller that can be named on an order. */
    public record Candidate(UUID id, String name) {}

    /** By partnerships that are active; an order makes the customer a shared one. */
    public static ResellersOfRecord byPartnership() {
        return new ResellersOfRecord(
                (handle, provider, customer) -> SharedCustomers.resellers(handle, provider, customer).stream()
                        .map(reseller -> new Candidate(reseller.id().value(), reseller.name()))
                        .toList(),
                Partnerships::providers,
                ResellersOfRecord::share);
    }

    /** These, whoever they are, where they have a relationship with the customer. */
    static ResellersOfRecord known(List<PartnerId> known) {
        return new ResellersOfRecord(
                (handle, provider, customer) -> Relationships.of(handle, customer).stream()
                        .filter(open ->
                                open.capacity() == Capacity.INDIRECT_RESELLER && known.contains(open.partnerId()))
                        .map(open -> new Candidate(open.partnerId().value(), open.partnerName()))
                        .toList(),
                (handle, reseller) -> List.of(),
                order -> true);
    }

    private static boolean share(OnBehalf order) {
        Optional<Partnership> partnership = Partnerships.active(order.handle(), order.provider(), order.reseller());
        if (partnership.isEmpty()
                || !Partnerships.touch(order.handle(), partnership.get().id())) {
            return false;
        }
        SharedCustomers.add(order.handle(), order.provider(), order.reseller(), order.customer(), order.now());
        return true;
    }

    /** Whether a provider may order on a reseller's behalf now; ends of what it rests on at the same moment lose. */
    boolean begin(OnBehalf order) {
        return candidates.of(order.handle(), order.provider(), order.customer()).stream()
                        .anyMatch(one -> one.id().equals(order.reseller().value()))
                && Relationships.touch(order.handle(), order.reseller(), Capacity.INDIRECT_RESELLER, order.customer())
                && begins.test(order);
    }
}
