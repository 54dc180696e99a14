package portal.users;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPool;

/** Pages about a customer's users. */
public final class UserPages {
    private UserPages() {}

    /**
     * The list.
     *
     * @param previous address of the page above; null on the first, and when searching
     * @param next address of the page below; null on the last, and when searching
     * @param more whether a search may match further users
     * @param pools the customer's products with their seats
     */
    public record Index(
            CustomerRecord customer,
            UserAddress address,
            List<UserRow> rows,
            String previous,
            String next,
            boolean more,
            List<SeatPool> pools)
            implements Page {
        /** Where the pages of users are. */
        public String path() {
            return customer.path() + "/users";
        }
    }

    /** The list's place where the privileges are missing. */
    public record Hidden(CustomerRecord customer) implements Page {}

    /** The form of a new user. */
    public record New(
            CustomerRecord customer,
            UserForm form,
            FormErrors errors,
            List<Option> domains,
            List<Option> countries,
            List<SeatPool> pools,
            boolean connected)
            implements Page {}

    /**
     * A temporary password, shown this once.
     *
     * @param missing names of products no seat was free for
     * @param added whether the user was added just now
     */
    public record Password(CustomerRecord customer, User user, String password, List<String> missing, boolean added)
            implements Page {}

    /**
     * One user.
     *
     * @param pools the customer's products with their seats
     * @param held products the user has a licence of
     * @param changes on their way to the directory, the newest first
     * @param connected whether there is a directory
     * @param reset id of the next temporary password's outbox row
     */
    public record Show(
            CustomerRecord customer,
            User user,
            List<SeatPool> pools,
            Set<UUID> held,
            List<DirectoryChange> changes,
            boolean connected,
            UUID reset,
            Instant now)
            implements Page {
        /** Keeps the licences as they are now. */
        public Show {
            held = Set.copyOf(held);
        }

        /** Address of the user. */
        public String path() {
            return customer.path() + "/users/" + user.id();
        }

        /** Whether it can still be restored. */
        public boolean restorable() {
            return user.deleted() && user.purgeAt().isAfter(now);
        }
    }

    /**
     * What can be changed of a user.
     *
     * @param stale whether somebody else has changed it meanwhile
     */
    public record Details(
            CustomerRecord customer,
            User user,
            UserDetailsForm form,
            FormErrors errors,
            List<Option> countries,
            boolean stale)
            implements Page {}

    /** What deleting a user means. */
    public record Delete(CustomerRecord customer, User user, List<String> licences) implements Page {}
}
