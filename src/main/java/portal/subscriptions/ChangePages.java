package portal.subscriptions;

import portal.platform.web.FormErrors;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** The pages on which a seller changes a subscription. {@code stale} says that it was changed since the form was drawn. */
public final class ChangePages {
    private ChangePages() {}

    /** The number of seats. */
    public record Seats(
            CustomerRecord customer, Subscription subscription, String seats, FormErrors errors, boolean stale)
            implements Page {}

    /** The nickname. */
    public record Nickname(
            CustomerRecord customer, Subscription subscription, String nickname, FormErrors errors, boolean stale)
            implements Page {}

    /** What turning its renewal off, or on again, comes to. */
    public record Renewal(CustomerRecord customer, Subscription subscription, boolean stale) implements Page {}

    /** What suspending it comes to. */
    public record Suspension(CustomerRecord customer, Subscription subscription, boolean stale) implements Page {}

    /** What resuming it comes to. */
    public record Resumption(CustomerRecord customer, Subscription subscription, boolean stale) implements Page {}
}
