package portal.relationships;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;

/** The way to a customer's pages: by a row of the partner's own Customers page, and only while the relationship is open. */
public final class CustomerRecords {
    private CustomerRecords() {}

    /** A customer by the id of its row; empty when the row is another partner's, or the relationship is not open. */
    public static Optional<CustomerRecord> find(Handle handle, PartnerId partner, UUID id) {
        return handle.attach(CustomerRecordDao.class).find(partner, id);
    }
}
