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

/** Service requests opened by phone, as the partner's people note them. */
final class ServiceRequests {
    private static final int PAGE = 20;
    private static final UUID END = new UUID(-1, -1);

    private final Database database;

    ServiceRequests(Database database) {
        this.database = database;
    }

    /**
     * Requests, the last noted first.
     *
     * @param older id of the last one when there are older ones; null otherwise
     */
    record Part(List<ServiceRequest> requests, UUID older) {}

    /** The newest of a customer, or those before one of them. */
    Part part(CustomerRecord customer, Optional<UUID> before) {
        List<ServiceRequest> found = database.read(
                ServiceRequestDao.class,
                dao -> dao.newestBefore(customer.partnerId(), customer.customerId(), before.orElse(END), PAGE + 1));
        boolean more = found.size() > PAGE;
        List<ServiceRequest> requests = more ? found.subList(0, PAGE) : found;
        return new Part(requests, more ? requests.get(PAGE - 1).id() : null);
    }

    /**
     * Notes one; the same form sent twice notes one.
     *
     * @return whether it is noted; not when another one of that number is
     */
    boolean note(Visitor visitor, CustomerRecord customer, ServiceRequestForm form, Instant now) {
        try {
            database.write(handle -> {
                handle.attach(ServiceRequestDao.class)
                        .insert(
                                form.id(),
                                customer.partnerId(),
                                customer.customerId(),
                                form.number(),
                                form.day(),
                                form.subject(),
                                visitor.personId(),
                                now);
                Activity.of(
                                Action.SERVICE_REQUEST_NOTED,
                                visitor.personId(),
                                customer.customerId().value(),
                                form.number())
                        .changing(null, form.calledOn() + " " + form.subject())
                        .log(handle, customer.partnerId().value(), now);
                return null;
            });
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return database.read(
                            ServiceRequestDao.class,
                            dao -> dao.noted(customer.partnerId(), customer.customerId(), form.id()))
                    > 0;
        }
    }
}
