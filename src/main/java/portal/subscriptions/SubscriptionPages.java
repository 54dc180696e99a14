package portal.subscriptions;

import java.util.List;
import portal.activity.ActivityPages;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;

/** A customer's subscriptions, as far as a partner may see them. */
public final class SubscriptionPages {
    private SubscriptionPages() {}

    /**
     * The list.
     *
     * @param previous address of the page above; null on the first
     * @param next address of the page below; null on the last
     * @param stopped whether the search may find further ones on the page below
     * @param providers whom an indirect reseller may ask to order
     */
    public record Index(
            CustomerRecord customer,
            SubscriptionAddress address,
            List<SubscriptionRow> rows,
            String previous,
            String next,
            boolean stopped,
            List<String> providers)
            implements Page {}

    /** One subscription, and what happened to it, the newest first. */
    public record Show(CustomerRecord customer, Subscription subscription, List<ActivityPages.Row> history)
            implements Page {}
}
