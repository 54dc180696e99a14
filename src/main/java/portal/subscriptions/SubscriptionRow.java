package portal.subscriptions;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the list of a customer's subscriptions.
 *
 * @param nickname null when it has none
 * @param seats null when it is billed by use
 * @param renewsAt null when it does not renew
 * @param endsAt null unless it will end with its term
 * @param endedAt null unless it has ended
 * @param seller null when it was bought elsewhere
 * @param reseller of record; null where there is none
 */
public record SubscriptionRow(
        UUID id,
        String productName,
        String nickname,
        SubscriptionState state,
        Integer seats,
        Term term,
        Instant renewsAt,
        Instant endsAt,
        Instant endedAt,
        String seller,
        String reseller,
        String origin) {

    /** How the customer's people know it. */
    public String name() {
        return nickname == null ? productName : nickname;
    }
}
