package portal.subscriptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.texts.Texts;

/**
 * Writes what happened to a subscription into the logs of all whom it concerns: seller, reseller of record and customer,
 * each in the language of its people.
 *
 * @param person who did it; null for the portal itself
 */
record SubscriptionLog(Handle handle, Subscription subscription, UUID person, Instant now) {

    /** A deed without values. */
    void write(Action action) {
        write(action, texts -> null, texts -> null);
    }

    /** A deed with what changed; null where there is nothing to say. */
    void write(Action action, Function<Texts, String> before, Function<Texts, String> after) {
        for (Organization reader : readers()) {
            Texts texts = Texts.in(reader.language());
            Activity.of(action, person, subscription.customerId(), subscription.productName())
                    .changing(before.apply(texts), after.apply(texts))
                    .about(subscription.id())
                    .log(handle, reader.id(), now);
        }
    }

    private Iterable<Organization> readers() {
        List<UUID> ids = new ArrayList<>(List.of(subscription.customerId()));
        if (subscription.sellerId() != null) {
            ids.add(subscription.sellerId());
        }
        if (subscription.resellerId() != null) {
            ids.add(subscription.resellerId());
        }
        return Organizations.all(handle, ids).values();
    }
}
