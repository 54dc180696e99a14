package portal.users;

import java.io.OutputStream;
import org.jdbi.v3.core.Handle;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPools;

/** The list of a customer's users, on a page and as a file. */
public final class UserListRoutes {
    private static final int PAGE = 50;

    private final Database database;
    private final Entry entry;

    /** Reads from the database. */
    public UserListRoutes(Database database) {
        this.database = database;
        this.entry = new Entry(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/users", Access.SEE_CUSTOMERS, this::index);
        routes.get("/customers/{id}/users.csv", Access.EXPORT_CUSTOMERS, this::export);
    }

    private void index(Request request) {
        CustomerRecord customer = entry.customer(request);
        if (Access.RESET_PASSWORDS
                .refusal(request.visitor(), customer.footing())
                .isPresent()) {
            request.page(new UserPages.Hidden(customer));
            return;
        }
        UserAddress address = address(request, customer);
        UserPages.Index page = database.read(handle -> page(handle, customer, address));
        if (page.rows().isEmpty() && address.deep()) {
            // the users who stood here are gone
            request.redirect(address.first());
            return;
        }
        request.page(page);
    }

    private static UserAddress address(Request request, CustomerRecord customer) {
        return UserAddress.from(request, customer.path() + "/users");
    }

    private static UserPages.Index page(Handle handle, CustomerRecord customer, UserAddress address) {
        UserQuery query = new UserQuery(address.filter(customer.customerId()));
        UserQuery.Part part = address.search().isEmpty()
                ? query.page(handle, address.after(), address.before(), PAGE)
                : query.search(handle, address.search());
        return new UserPages.Index(
                customer,
                address,
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                part.more(),
                SeatPools.of(handle, customer.customerId()));
    }

    private void export(Request request) {
        CustomerRecord customer = entry.customer(request, Access.EXPORT_CUSTOMERS);
        request.require(Access.RESET_PASSWORDS, customer.footing());
        UserAddress address = address(request, customer);
        UserQuery query = new UserQuery(address.filter(customer.customerId()));
        UserFile.Rows<UserRow> users = address.search().isEmpty()
                ? reader -> query.each(database, reader)
                : reader -> database.read(handle -> query.search(handle, address.search()))
                        .rows()
                        .forEach(reader);
        UserFile file = new UserFile(request.texts(), request.zone(), request.now());
        request.download(
                file.name(customer.domain()),
                "text/csv; charset=utf-8",
                (OutputStream output) -> file.users(output, users));
    }
}
