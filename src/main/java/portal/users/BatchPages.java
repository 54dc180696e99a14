package portal.users;

import java.util.List;
import java.util.Optional;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPool;

/** Pages about many users at once. */
public final class BatchPages {
    private BatchPages() {}

    /** The form for a file. */
    public record Upload(CustomerRecord customer, FormErrors errors, List<SeatPool> pools) implements Page {}

    /**
     * A batch: what it would do, does or did, row by row.
     *
     * @param wrongOnly whether only rows that need another look are shown
     * @param next number of the last row shown; empty when it is the last
     * @param first whether the rows begin with the first
     * @param pool seats of the product of a selection; empty for an upload
     * @param connected whether there is a directory, where users have passwords
     */
    public record Batch(
            CustomerRecord customer,
            portal.users.Batch batch,
            List<BatchRow> rows,
            boolean wrongOnly,
            boolean first,
            Optional<Integer> next,
            Optional<SeatPool> pool,
            boolean connected)
            implements Page {
        /** Address of the batch. */
        public String path() {
            return customer.path() + "/users/batches/" + batch.id();
        }
    }
}
