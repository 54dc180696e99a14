package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.database.Failure;
import portal.platform.database.Ids;

/**
 * Delegated admin privileges: what a customer lets a partner do in its tenant, beside the relationship and independent
 * of it. Verbs take the open handle of the one who calls; each counts the open relationships of the two as touched.
 */
public final class Privileges {
    private Privileges() {}

    /** What is granted now. */
    public static Optional<Grant> open(Handle handle, PartnerId partner, CustomerId customer) {
        return handle.attach(GrantDao.class).open(partner, customer);
    }

    /** What is and was granted, the newest first. */
    public static List<Grant> history(Handle handle, PartnerId partner, CustomerId customer) {
        return handle.attach(GrantDao.class).history(partner, customer);
    }

    /** All that a customer grants now, to whomever. */
    public static List<Grant> of(Handle handle, CustomerId customer) {
        return handle.attach(GrantDao.class).ofCustomer(customer);
    }

    static boolean grant(Handle handle, PartnerId partner, CustomerId customer, UUID person, Instant now) {
        GrantDao dao = handle.attach(GrantDao.class);
        return inserted(() -> dao.insertUnlessOpen(Ids.next(), partner, customer, person, now));
    }

    /** Somebody else may insert the same between the statement's look and its insert; then theirs stands. */
    private static boolean inserted(IntSupplier insert) {
        try {
            return insert.getAsInt() == 1;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return false;
            }
            throw failure;
        }
    }

    /**
     * Ends a grant. Relationships stay as they are.
     *
     * @return whether it ended now; not when it had ended already
     */
    public static boolean end(Handle handle, Grant grant, GrantEnd reason, UUID person, Instant now) {
        handle.attach(RelationshipDao.class).touchAll(grant.partnerId(), grant.customerId());
        return handle.attach(GrantDao.class).end(grant.id(), grant.partnerId(), grant.customerId(), reason, person, now)
                == 1;
    }

    /**
     * Gives the partner's agents other roles: the grant ends, and one with these roles begins.
     *
     * @return whether it was so; not when the grant had ended already
     */
    public static boolean reassign(
            Handle handle, Grant grant, boolean globalAdmin, boolean helpdeskAdmin, UUID person, Instant now) {
        if (!end(handle, grant, GrantEnd.REASSIGNED, person, now)) {
            return false;
        }
        handle.attach(GrantDao.class)
                .insert(Ids.next(), grant.partnerId(), grant.customerId(), globalAdmin, helpdeskAdmin, person, now);
        return true;
    }
}
