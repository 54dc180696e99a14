package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.portfolio.CustomerLabels;

/**
 * Customers whom a provider and a reseller serve together. That they are shared is kept for ever; whether it counts, the
 * relationships and the partnership say. Verbs take the open handle of the one who calls.
 */
public final class SharedCustomers {
    private static final int AT_ONCE = 1_000;

    private SharedCustomers() {}

    /** A reseller for whom a provider may order for a customer. */
    public record Reseller(PartnerId id, String name) {}

    /** A row of a provider's file. */
    public record Shared(
            String reseller,
            PartnerId resellerId,
            String customer,
            CustomerId customerId,
            String domain,
            Instant since) {}

    /**
     * A customer is served by both from now on: both relationships are open. Both find it in their Customers page by the
     * other one.
     */
    public static void add(Handle handle, PartnerId provider, PartnerId reseller, CustomerId customer, Instant now) {
        SharedCustomerDao dao = handle.attach(SharedCustomerDao.class);
        if (dao.shared(provider, reseller, customer) == 0) {
            // both change below, and the insert looks at their rows: of two who begin, one waits here
            Organizations.touch(handle, List.of(provider, reseller));
            dao.insert(provider, reseller, customer, now);
        }
        CustomerLabels.servedThrough(handle, provider, customer, reseller);
        CustomerLabels.servedWith(handle, reseller, customer, provider);
    }

    /**
     * The resellers for whom a provider may order for a customer: partners of the provider with a relationship of their
     * own to the customer, those who share it already first.
     */
    public static List<Reseller> resellers(Handle handle, PartnerId provider, CustomerId customer) {
        return handle.attach(SharedCustomerDao.class).resellers(provider, customer);
    }

    /** Hands over what a provider shares with its resellers while both relationships are open, some rows at a time. */
    public static void each(Database database, PartnerId provider, Consumer<Shared> reader) {
        Shared last = null;
        List<Shared> some;
        do {
            Shared after = last;
            some = database.read(handle -> of(handle, provider, after));
            some.forEach(reader);
            last = some.isEmpty() ? null : some.get(some.size() - 1);
        } while (some.size() == AT_ONCE);
    }

    private static List<Shared> of(Handle handle, PartnerId provider, Shared after) {
        SharedCustomerDao dao = handle.attach(SharedCustomerDao.class);
        return after == null
                ? dao.first(provider, AT_ONCE)
                : dao.after(provider, after.customerId(), after.resellerId(), AT_ONCE);
    }
}
