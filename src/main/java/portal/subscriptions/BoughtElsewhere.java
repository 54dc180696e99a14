package portal.subscriptions;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.platform.database.Ids;

/** Subscriptions a customer has from elsewhere: known here for their licences and support, and never changed. */
public final class BoughtElsewhere {
    private BoughtElsewhere() {}

    /**
     * Notes one, in the transaction of an import.
     *
     * @param seats means nothing for what is billed by use
     * @param origin where it was bought, in at most 60 characters
     * @param nickname null for none
     */
    public static UUID add(
            Handle handle,
            CustomerId customer,
            Offer offer,
            int seats,
            String origin,
            String nickname,
            Instant began,
            Instant now) {
        UUID id = Ids.next();
        handle.attach(SubscriptionDao.class)
                .insert(
                        id,
                        customer,
                        offer.id(),
                        null,
                        null,
                        null,
                        origin,
                        nickname,
                        offer.seated() ? seats : null,
                        began,
                        offer.term().nextRenewal(began, now),
                        null);
        if (offer.seated()) {
            SeatPools.add(handle, customer, offer.productId(), seats);
        }
        Activity.of(Action.SUBSCRIPTION_IMPORTED, null, customer.value(), offer.productName())
                .changing(null, origin)
                .about(id)
                .log(handle, customer.value(), now);
        return id;
    }
}
