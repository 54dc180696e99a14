package portal.users;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;

/** The way to a customer's users: through the partner's own record of the customer, and with the privileges it takes. */
record Entry(Database database) {
    /**
     * The customer in the path.
     *
     * @throws Refusal (404) when it is another partner's
     */
    CustomerRecord customer(Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        UUID id = request.id("id");
        return database.read(handle -> CustomerRecords.find(handle, partner, id))
                .orElseThrow(Refusal::notFound);
    }

    /**
     * The customer in the path, for something that may be done to its users.
     *
     * @throws Refusal (404 or 403)
     */
    CustomerRecord customer(Request request, Access access) {
        CustomerRecord customer = customer(request);
        request.require(access, customer.footing());
        return customer;
    }

    /**
     * The user in the path.
     *
     * @throws Refusal (404) when it is another customer's, or purged
     */
    User user(Request request, CustomerRecord customer) {
        return database.read(handle -> user(handle, request, customer));
    }

    static User user(Handle handle, Request request, CustomerRecord customer) {
        Optional<User> user = handle.attach(UserDao.class).find(customer.customerId(), request.id("user"));
        return user.orElseThrow(Refusal::notFound);
    }

    static Mandate mandate(Request request, CustomerRecord customer) {
        return Mandate.of(customer, request.visitor().personId());
    }
}
