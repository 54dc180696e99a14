package portal.portfolio;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;

/** How endings show on the Customers page. Verbs take the open handle of the flow that calls them. */
public final class PortfolioChanges {
    private PortfolioChanges() {}

    /**
     * A relationship ended: its row is listed under Removed only.
     *
     * @param accessLeft whether the partner keeps delegated admin privileges without any relationship to the customer
     */
    public static void ended(
            Handle handle, PartnerId partner, Capacity capacity, CustomerId customer, boolean accessLeft) {
        PortfolioChangeDao changes = handle.attach(PortfolioChangeDao.class);
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        for (UUID row : changes.rows(partner, capacity, customer, PortfolioState.ACTIVE)) {
            changes.remove(row);
            dao.deleteLabel(row, PortfolioFilter.ATTENTION);
            dao.deleteLabel(row, PortfolioFilter.NO_ACCESS);
            dao.refreshLabels(row);
        }
        if (accessLeft) {
            label(dao, changes.rows(partner, customer, PortfolioState.REMOVED), PortfolioFilter.ACCESS_LEFT);
        }
    }

    /**
     * Delegated admin privileges ended.
     *
     * @param responsible whether the customer took them back, so that the partner answers for what it cannot reach
     */
    public static void accessLost(Handle handle, PartnerId partner, CustomerId customer, boolean responsible) {
        PortfolioChangeDao changes = handle.attach(PortfolioChangeDao.class);
        PortfolioDao dao = handle.attach(PortfolioDao.class);
        changes.setDelegatedAdmin(partner, customer, DelegatedAdminState.REMOVED);
        unlabel(dao, changes.rows(partner, customer, PortfolioState.REMOVED), PortfolioFilter.ACCESS_LEFT);
        if (responsible) {
            List<UUID> rows = changes.rows(partner, customer, PortfolioState.ACTIVE);
            rows.forEach(row -> setResponsible(handle, row, true));
            label(dao, rows, PortfolioFilter.NO_ACCESS);
        }
    }

    /** The partner has privileges again, or agreed anew with the customer: it no longer answers without access. */
    public static void accessSettled(Handle handle, PartnerId partner, CustomerId customer) {
        List<UUID> rows = handle.attach(PortfolioChangeDao.class).responsible(partner, customer);
        rows.forEach(row -> setResponsible(handle, row, false));
        unlabel(handle.attach(PortfolioDao.class), rows, PortfolioFilter.NO_ACCESS);
    }

    /** Whether the customer of a row took the privileges back and nothing was agreed since. */
    public static boolean responsible(Handle handle, PartnerId partner, UUID row) {
        return handle.attach(PortfolioChangeDao.class).responsible(partner, row);
    }

    /** A relationship began again: privileges that were left have one to stand beside. */
    static void begunAgain(Handle handle, PartnerId partner, CustomerId customer) {
        List<UUID> rows = handle.attach(PortfolioChangeDao.class).rows(partner, customer, PortfolioState.REMOVED);
        unlabel(handle.attach(PortfolioDao.class), rows, PortfolioFilter.ACCESS_LEFT);
    }

    private static void setResponsible(Handle handle, UUID row, boolean responsible) {
        PortfolioChangeDao changes = handle.attach(PortfolioChangeDao.class);
        changes.setResponsible(row, responsible);
        Attention other = changes.attention(row)
                .filter(reason -> reason != Attention.DAP_REMOVED)
                .orElse(null);
        Portfolio.label(handle.attach(PortfolioDao.class), row, other);
    }

    private static void label(PortfolioDao dao, List<UUID> rows, String label) {
        unlabel(dao, rows, label);
        rows.forEach(row -> dao.insertLabel(row, label));
    }

    private static void unlabel(PortfolioDao dao, List<UUID> rows, String label) {
        rows.forEach(row -> dao.deleteLabel(row, label));
    }
}
