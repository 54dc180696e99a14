package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;

/** Reseller relationships and delegated admin privileges. Verbs take the open handle of the one who calls. */
public final class Relationships {
    private Relationships() {}

    /** How a relationship came about. */
    public static final String BY_INVITATION = "invitation";

    /** The customer was served in another portal before, and the operator imported it. */
    public static final String BY_IMPORT = "imported";

    /** All open relationships of a customer. */
    public static List<Relationship> of(Handle handle, CustomerId customer) {
        return handle.attach(RelationshipDao.class).ofCustomer(customer);
    }

    /** The partners with an open relationship to a customer, each once. */
    public static List<PartnerId> partners(Handle handle, CustomerId customer) {
        return of(handle, customer).stream()
                .map(Relationship::partnerId)
                .distinct()
                .toList();
    }

    /** Those of them on whose Customers page a row waits for the customer to accept the agreement. */
    public static List<PartnerId> awaitingAgreement(Handle handle, CustomerId customer) {
        return handle.attach(RelationshipDao.class).awaitingAgreement(customer);
    }

    /** The open relationship of a partner in a capacity with a customer. */
    public static Optional<Relationship> find(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer) {
        return handle.attach(RelationshipDao.class).find(partner, capacity, customer);
    }

    /** A partner's relationships with a customer and its delegated admin privileges, also ended ones, newest first. */
    public static List<Period> periods(Handle handle, PartnerId partner, CustomerId customer) {
        return handle.attach(RelationshipDao.class).periods(partner, customer);
    }

    /** Whether the partner has delegated admin privileges with the customer, with or without a relationship. */
    public static boolean delegatedAdmin(Handle handle, PartnerId partner, CustomerId customer) {
        return Privileges.open(handle, partner, customer).isPresent();
    }

    /**
     * Counts the open relationship as touched, so that of two verbs that concern it at the same moment the second one
     * sees what the first did: every order, designation, assignment and change of privileges calls this first, and goes
     * on only when it is told that the relationship is open.
     *
     * @return whether it is open
     */
    public static boolean touch(Handle handle, PartnerId partner, Capacity capacity, CustomerId customer) {
        return handle.attach(RelationshipDao.class).touch(partner, capacity, customer) > 0;
    }

    /** How often an open relationship was touched: what a page that decides about it was drawn from. */
    public static int version(Handle handle, UUID relationship) {
        return handle.attach(RelationshipDao.class).version(relationship);
    }

    /**
     * Ends a relationship as it was when it was looked at. Delegated admin privileges stay as they are.
     *
     * @return whether it ended now; not when it was touched or ended meanwhile
     */
    public static boolean end(Handle handle, UUID relationship, int version, UUID person, Instant now) {
        return handle.attach(RelationshipDao.class).end(relationship, version, person, now) == 1;
    }

    /**
     * Begins a relationship, unless it is open already; then it counts the open one as touched, so that an ending at the
     * same moment loses.
     *
     * @return whether it began now
     */
    public static boolean begin(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, String origin, Instant now) {
        return begin(handle, partner, capacity, customer, origin, null, now);
    }

    /** The same for a customer that was served in another portal before; its name is kept. */
    public static boolean beginImported(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, String portal, Instant now) {
        return begin(handle, partner, capacity, customer, BY_IMPORT, portal, now);
    }

    private static boolean begin(
            Handle handle,
            PartnerId partner,
            Capacity capacity,
            CustomerId customer,
            String origin,
            String portal,
            Instant now) {
        return handle.attach(RelationshipDao.class)
                        .insertOrTouch(Ids.next(), partner, capacity, customer, origin, portal, now)
                == 1;
    }

    /**
     * Grants delegated admin privileges as another portal knew them, unless the customer has ever decided about them
     * here: what it took back stays taken back.
     *
     * @return whether they were granted now
     */
    public static boolean importDelegatedAdmin(Handle handle, PartnerId partner, CustomerId customer, Instant now) {
        boolean decided = handle.attach(RelationshipDao.class).allGrants(partner, customer) > 0;
        return !decided && grantDelegatedAdmin(handle, partner, customer, null, now);
    }

    /**
     * Grants delegated admin privileges, unless they are granted already. Earlier grants stay as they were.
     *
     * @return whether they were granted now
     */
    public static boolean grantDelegatedAdmin(
            Handle handle, PartnerId partner, CustomerId customer, UUID person, Instant now) {
        return Privileges.grant(handle, partner, customer, person, now);
    }
}
