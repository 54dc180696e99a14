package portal.organizations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.database.Failure;

/** The tenants the portal knows. */
public final class Organizations {
    private final Database database;

    /** Kept in the database. */
    public Organizations(Database database) {
        this.database = database;
    }

    /** A tenant; empty when the portal does not know it. */
    public Optional<Organization> find(UUID id) {
        return database.read(OrganizationDao.class, dao -> dao.find(id));
    }

    /** The same, inside a transaction. */
    public static Optional<Organization> find(Handle handle, UUID id) {
        return handle.attach(OrganizationDao.class).find(id);
    }

    /** Several tenants by id; none may be unknown. */
    public static Map<UUID, Organization> all(Handle handle, Collection<UUID> ids) {
        return handle.attach(OrganizationDao.class).all(List.copyOf(ids)).stream()
                .collect(Collectors.toMap(Organization::id, Function.identity()));
    }

    /** Codes of all countries with a CSP region. */
    public List<String> countries() {
        return database.read(OrganizationDao.class, OrganizationDao::countries);
    }

    /** Adds a partner with its capacities. */
    public static void addPartner(Handle handle, Organization partner, Collection<Capacity> capacities, Instant now) {
        OrganizationDao dao = handle.attach(OrganizationDao.class);
        dao.insert(partner, now);
        capacities.forEach(capacity -> dao.insertCapacity(partner.id(), capacity));
    }

    /**
     * Adds a customer of which only name, domain and country are known, unless the tenant is known; what is known stays.
     * An agreement that somebody of the customer accepts at this moment is seen afterwards.
     *
     * @return the tenant as it stands now
     */
    public static Organization importCustomer(Handle handle, Organization customer, Instant now) {
        OrganizationDao dao = handle.attach(OrganizationDao.class);
        dao.insertUnlessKnown(customer, now);
        return dao.find(customer.id()).orElseThrow();
    }

    /**
     * Adds a customer that describes itself, or completes one that was imported. Two people of one tenant may do so at
     * once; the first stays.
     *
     * @param person who filled in the form
     */
    public void registerCustomer(Organization customer, UUID person, Instant now) {
        try {
            database.write(handle -> {
                OrganizationDao dao = handle.attach(OrganizationDao.class);
                if (dao.describe(customer) == 0) {
                    dao.insert(customer, now);
                }
                Activity.of(Action.CUSTOMER_REGISTERED, person, customer.id(), customer.legalName())
                        .log(handle, customer.id(), now);
                return null;
            });
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
        }
    }
}
