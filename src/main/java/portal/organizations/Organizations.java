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

    /** In which a partner acts. */
    public static List<Capacity> capacities(Handle handle, UUID id) {
        return handle.attach(OrganizationDao.class).capacities(id);
    }

    /** The partner with an MPN ID that acts in a capacity; empty when there is none, or more than one. */
    public static Optional<Organization> partner(Handle handle, String mpnId, Capacity capacity) {
        List<Organization> found = handle.attach(OrganizationDao.class).partners(mpnId, capacity);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
     * Adds a customer that describes itself. Two people of one tenant may do so at once; the first stays.
     *
     * @param person who filled in the form
     */
    public void registerCustomer(Organization customer, UUID person, Instant now) {
        try {
            database.write(handle -> {
                handle.attach(OrganizationDao.class).insert(customer, now);
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
