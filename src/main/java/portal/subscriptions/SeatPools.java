package portal.subscriptions;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;

/** The pools seats are assigned from: one row per tenant and product, whose counter alone decides. */
public final class SeatPools {
    private SeatPools() {}

    /** The pools of a customer, by the product's name. */
    public static List<SeatPool> of(Handle handle, CustomerId customer) {
        return handle.attach(SeatPoolDao.class).ofCustomer(customer);
    }

    /**
     * Takes a seat for somebody.
     *
     * @return whether there was one
     */
    public static boolean take(Handle handle, CustomerId customer, UUID product) {
        return handle.attach(SeatPoolDao.class).take(customer, product) > 0;
    }

    /** Gives seats back that were taken. */
    public static void giveBack(Handle handle, CustomerId customer, UUID product, int seats) {
        handle.attach(SeatPoolDao.class).giveBack(customer, product, seats);
    }

    /** Adds seats of a subscription that began, grew or was resumed. */
    static void add(Handle handle, CustomerId customer, UUID product, int seats) {
        handle.attach(SeatPoolDao.class).add(customer, product, seats);
    }

    /**
     * Takes seats of a subscription away, never those that are assigned.
     *
     * @return whether so many were free
     */
    static boolean remove(Handle handle, CustomerId customer, UUID product, int seats) {
        return handle.attach(SeatPoolDao.class).remove(customer, product, seats) > 0;
    }

    /**
     * Takes seats of a subscription that is suspended or ends away, also those that are assigned: licences stay, and nothing new
     * can be assigned until there are enough.
     *
     * @param uncovered so many assigned seats may be left with none behind them, and no more
     * @return whether no more are
     */
    static boolean withdraw(Handle handle, CustomerId customer, UUID product, int seats, int uncovered) {
        return handle.attach(SeatPoolDao.class).withdraw(customer, product, seats, uncovered) > 0;
    }
}
