package portal.portfolio;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;

/** To whom bills are made out. A new name changes the bills and the partner's own list, and nothing of the customer. */
public final class Billing {
    /** The version while nothing was changed yet. */
    public static final int NONE = -1;

    private final Database database;

    /** Kept in the database. */
    public Billing(Database database) {
        this.database = database;
    }

    /** To whom the partner makes out its bills for the customer. */
    public static BillTo find(Handle handle, PartnerId partner, Organization customer) {
        return handle.attach(BillToDao.class)
                .find(partner, new CustomerId(customer.id()))
                .orElseGet(() -> BillTo.of(customer.legalName(), customer.postalAddress()));
    }

    /**
     * Makes the bills out to somebody else.
     *
     * @param billTo with the version it was edited from
     * @return whether it is kept; not when it was changed since, unless it says the same already
     */
    public boolean save(Visitor visitor, CustomerId customer, BillTo billTo, Instant now) {
        try {
            return database.write(handle -> save(handle, visitor, customer, billTo, now));
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return database.read(handle -> before(handle, visitor, customer).says(billTo));
        }
    }

    private static BillTo before(Handle handle, Visitor visitor, CustomerId customer) {
        return find(
                handle,
                new PartnerId(visitor.home().id()),
                Organizations.find(handle, customer.value()).orElseThrow());
    }

    private static boolean save(Handle handle, Visitor visitor, CustomerId customer, BillTo billTo, Instant now) {
        BillTo before = before(handle, visitor, customer);
        if (before.says(billTo)) {
            return true;
        }
        PartnerId partner = new PartnerId(visitor.home().id());
        UUID person = visitor.personId();
        BillToDao dao = handle.attach(BillToDao.class);
        int rows = billTo.version() == NONE
                ? dao.insert(partner, customer, billTo, person, now)
                : dao.update(partner, customer, billTo, person, now);
        if (rows == 0) {
            return false;
        }
        if (!before.name().equals(billTo.name())) {
            Portfolio.renamed(handle, partner, customer, billTo.name());
        }
        Activity.of(Action.BILL_TO_CHANGED, person, customer.value(), null)
                .changing(before.line(), billTo.line())
                .log(handle, partner.value(), now);
        return true;
    }
}
