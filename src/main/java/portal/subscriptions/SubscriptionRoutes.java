package portal.subscriptions;

import java.util.List;
import org.jdbi.v3.core.Handle;
import portal.activity.Activity;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;

/** A customer's subscriptions: the list, and one of them. */
public final class SubscriptionRoutes {
    static final String PATH = "/customers/{id}/subscriptions";
    static final String ONE = PATH + "/{subscription}";

    private static final int PAGE = 50;
    private static final int HISTORY = 30;

    private final Database database;
    private final Orders orders;

    /** Reads from the database. */
    public SubscriptionRoutes(Database database, Orders orders) {
        this.database = database;
        this.orders = orders;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SEE_CUSTOMERS, this::index);
        routes.get(PATH + ".csv", Access.EXPORT_CUSTOMERS, this::export);
        routes.get(ONE, Access.SEE_CUSTOMERS, this::show);
    }

    private void index(Request request) {
        SubscriptionPages.Index page = database.read(handle -> index(handle, request));
        if (page.rows().isEmpty() && page.address().deep() && !page.stopped()) {
            // the rows that stood here are gone, or a search has found nothing further
            request.redirect(page.address().first());
            return;
        }
        request.page(page);
    }

    private SubscriptionPages.Index index(Handle handle, Request request) {
        CustomerRecord customer = Opening.customer(handle, request);
        SubscriptionAddress address = SubscriptionAddress.from(request, customer.path() + "/subscriptions");
        SubscriptionQuery.Part part = new SubscriptionQuery(handle, customer, address).part(PAGE);
        boolean asks = customer.capacity() == Capacity.INDIRECT_RESELLER && !address.narrowed();
        return new SubscriptionPages.Index(
                customer,
                address,
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                part.stopped(),
                asks ? orders.providers(handle, customer.partnerId()) : List.of());
    }

    private void export(Request request) {
        CustomerRecord customer = database.read(handle -> Opening.customer(handle, request));
        SubscriptionAddress address = SubscriptionAddress.from(request, customer.path() + "/subscriptions");
        SubscriptionFile file = new SubscriptionFile(request.texts(), request.zone(), request.now());
        request.download(
                file.name(customer.domain()),
                "text/csv; charset=utf-8",
                output -> file.write(output, reader -> SubscriptionQuery.each(database, customer, address, reader)));
    }

    private void show(Request request) {
        request.page(database.read(handle -> {
            CustomerRecord customer = Opening.customer(handle, request);
            Subscription subscription = Opening.subscription(handle, customer, request);
            return new SubscriptionPages.Show(
                    customer,
                    subscription,
                    Activity.history(handle, customer.partnerId().value(), subscription.id(), HISTORY));
        }));
    }
}
