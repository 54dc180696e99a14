package portal.lookup;

import java.util.List;
import java.util.Optional;
import portal.activity.ActivityPages;
import portal.platform.access.Access;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;
import portal.support.Supported;

/** Pages of the look-up. */
public final class LookUpPages {
    private LookUpPages() {}

    /**
     * Everything about one customer that a helpdesk needs.
     *
     * @param subscriptions the newest
     * @param further whether there are more
     * @param activity what was done for the customer, the newest first
     */
    public record Card(
            CustomerRecord customer,
            Optional<Somebody> somebody,
            List<Supported> subscriptions,
            boolean further,
            List<ActivityPages.Row> activity) {

        /** What may be done for the customer, or why not. */
        public List<Deed> deeds() {
            String path = customer.path();
            return List.of(
                    new Deed(Access.RESET_PASSWORDS, path + "/users", "lookup.deed.reset-passwords"),
                    new Deed(Access.MANAGE_USERS, path + "/users", "lookup.deed.manage-users"),
                    new Deed(Access.OPEN_SERVICES, path + "/services", "lookup.deed.open-services"),
                    new Deed(Access.ORDER, path + "/subscriptions", "lookup.deed.order"),
                    new Deed(Access.DESIGNATE_SUPPORT_CONTACT, path + "/support", "lookup.deed.support-contact"));
        }
    }

    /**
     * Something that may be done for a customer.
     *
     * @param path where it is done
     * @param key text key of its name
     */
    public record Deed(Access access, String path, String key) {}

    /**
     * The box, and what was found.
     *
     * @param search what was looked for; empty for nothing yet
     * @param card when it was one; empty otherwise
     * @param hits when they were several, at most as many as a page holds
     * @param more whether a longer text might find further ones
     */
    public record LookUp(String search, Optional<Card> card, List<Hit> hits, boolean more, List<Recent> recent)
            implements Page {}
}
