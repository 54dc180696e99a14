package portal.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.relationships.CustomerRecord;

/** The admin portals of services: kept by the operator, opened by partners. */
final class ServiceLinks {
    private final Database database;

    ServiceLinks(Database database) {
        this.database = database;
    }

    /** All of them in their order. */
    List<ServiceLink> all() {
        return database.read(ServiceLinkDao.class, ServiceLinkDao::all);
    }

    /** One of them. */
    Optional<ServiceLink> find(UUID id) {
        return database.read(ServiceLinkDao.class, dao -> dao.find(id));
    }

    /** The products a link may be for. */
    List<ServiceLinkDao.Product> products() {
        return database.read(ServiceLinkDao.class, ServiceLinkDao::products);
    }

    /** Those a customer's services have, as far as the partner may know of the services. */
    List<ServiceLink> of(CustomerRecord customer) {
        return database.read(
                ServiceLinkDao.class,
                dao -> dao.ofCustomer(
                        customer.customerId(),
                        customer.cloud(),
                        customer.partnerId(),
                        customer.footing().delegatedAdmin()));
    }

    /** Notes that somebody opens one for a customer. */
    void open(Visitor visitor, CustomerRecord customer, ServiceLink link, String address, Instant now) {
        database.write(handle -> {
            Activity.of(
                            Action.SERVICE_OPENED,
                            visitor.personId(),
                            customer.customerId().value(),
                            link.name())
                    .changing(null, address)
                    .log(handle, customer.partnerId().value(), now);
            return null;
        });
    }

    /** Adds one; the same form sent twice adds one. */
    void add(Visitor operator, ServiceLink link, Instant now) {
        try {
            database.write(handle -> {
                handle.attach(ServiceLinkDao.class).insert(link);
                Activity.of(Action.SERVICE_LINK_ADDED, operator.personId(), null, link.name())
                        .changing(null, link.url())
                        .log(handle, operator.tenantId(), now);
                return null;
            });
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
        }
    }

    /**
     * Changes one.
     *
     * @param link with the version it was edited from
     * @return whether it is changed; not when somebody else changed or removed it meanwhile
     */
    boolean change(Visitor operator, ServiceLink link, Instant now) {
        return database.write(handle -> {
            ServiceLinkDao dao = handle.attach(ServiceLinkDao.class);
            Optional<ServiceLink> before = dao.find(link.id());
            if (before.isEmpty() || dao.update(link) == 0) {
                return false;
            }
            Activity.of(Action.SERVICE_LINK_CHANGED, operator.personId(), null, link.name())
                    .changing(said(before.get()), said(link))
                    .log(handle, operator.tenantId(), now);
            return true;
        });
    }

    private static String said(ServiceLink link) {
        return link.position() + ". " + link.name() + " " + link.url();
    }

    /** Removes one; nothing happens when it is gone already. */
    void remove(Visitor operator, UUID id, Instant now) {
        database.write(handle -> {
            ServiceLinkDao dao = handle.attach(ServiceLinkDao.class);
            Optional<ServiceLink> link = dao.find(id);
            if (link.isPresent() && dao.delete(id) == 1) {
                Activity.of(
                                Action.SERVICE_LINK_REMOVED,
                                operator.personId(),
                                null,
                                link.get().name())
                        .changing(link.get().url(), null)
                        .log(handle, operator.tenantId(), now);
            }
            return null;
        });
    }
}
