package portal.organizations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Capacity;
import portal.platform.access.OrganizationState;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.texts.Texts;
import portal.platform.web.Option;

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
     * Replaces what a partner that waits for the operator said of itself.
     *
     * @return whether it still waits, so that it could be replaced
     */
    public static boolean correctPartner(Handle handle, Organization partner, Collection<Capacity> capacities) {
        OrganizationDao dao = handle.attach(OrganizationDao.class);
        if (dao.correct(partner) == 0) {
            return false;
        }
        dao.deleteCapacities(partner.id());
        capacities.forEach(capacity -> dao.insertCapacity(partner.id(), capacity));
        return true;
    }

    /** How a partner's customers reach its support. */
    public static SupportProfile support(Handle handle, PartnerId partner) {
        return handle.attach(OrganizationDao.class).support(partner.value());
    }

    /** Sets how a partner's customers reach its support. */
    public static void setSupport(Handle handle, PartnerId partner, SupportProfile support) {
        handle.attach(OrganizationDao.class).setSupport(partner.value(), support);
    }

    /** Changes a partner's state; gives whether it was in the one it is changed from. */
    public static boolean changeState(Handle handle, PartnerId partner, OrganizationState from, OrganizationState to) {
        return handle.attach(OrganizationDao.class).changeState(partner.value(), from, to) == 1;
    }

    /**
     * Makes sure, before anything that only active partners do, that they are active and stay so until the transaction
     * ends: a suspension writes the same rows.
     */
    public static boolean touchActive(Handle handle, Collection<PartnerId> partners) {
        OrganizationDao dao = handle.attach(OrganizationDao.class);
        // in one order, so that two who need the same partners do not wait for each other
        return partners.stream().map(PartnerId::value).distinct().sorted().allMatch(id -> dao.touchActive(id) == 1);
    }

    /** Something has changed that may be kept for the partner's pages. */
    public static void touch(Handle handle, PartnerId partner) {
        handle.attach(OrganizationDao.class).touch(partner.value());
    }

    /** The same for several, in one order, so that two who need the same partners do not wait for each other. */
    public static void touch(Handle handle, Collection<PartnerId> partners) {
        OrganizationDao dao = handle.attach(OrganizationDao.class);
        partners.stream().map(PartnerId::value).distinct().sorted().forEach(dao::touch);
    }

    /** The capacities a partner acts in. */
    public static List<Capacity> capacities(Handle handle, PartnerId partner) {
        return handle.attach(OrganizationDao.class).capacities(partner.value());
    }

    /** A customer of which the OpenID provider vouched for the domain. */
    public static Optional<Organization> customerOf(Handle handle, String domain) {
        return handle.attach(OrganizationDao.class).customerOf(domain);
    }

    /** Countries to choose from, in the reader's alphabet, after a line that chooses none. */
    public List<Option> countryOptions(Texts reader, String chosen) {
        Stream<Option> known = countries().stream()
                .map(code -> Option.of(code, reader.country(code), code.equals(chosen)))
                .sorted(reader.byLabel(Option::label));
        // nobody's country is the first of the alphabet by accident
        return Stream.concat(Stream.of(Option.of("", reader.text("components.select.choose"), false)), known)
                .toList();
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
