package portal.enrolment;

import java.time.Clock;
import portal.organizations.PartnerId;
import portal.platform.database.Database;

/** What the operator does with files of customers served in other portals, and what comes of them. */
public final class Imports {
    private final ImportedCustomers customers;
    private final Clock clock;

    /** Kept in the database. */
    public Imports(Database database, Clock clock) {
        this.customers = new ImportedCustomers(database);
        this.clock = clock;
    }

    /**
     * Lets the customers that wait for a partner stand in its list; to be called when the partner is approved, after that
     * transaction. It does nothing unless the partner is an active indirect reseller, and nothing again when called twice;
     * what it leaves undone when it is cut off, a job does.
     */
    public void applyTo(PartnerId partner) {
        customers.apply(partner, clock.instant());
    }
}
