package portal.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.OrganizationKind;
import portal.platform.database.Database;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;

/** Brings customers of other portals into the list of their partner. */
final class ImportedCustomers {
    /** Each customer is a dozen rows, and a transaction holds at most a thousand. */
    private static final int BATCH = 70;

    private static final Capacity CAPACITY = Capacity.INDIRECT_RESELLER;

    private final Database database;

    ImportedCustomers(Database database) {
        this.database = database;
    }

    /**
     * All that wait for a partner; none unless it is an active indirect reseller. Done twice, it changes nothing.
     *
     * @param time asked before each step, whether there is still time
     */
    void apply(PartnerId partner, Instant now, BooleanSupplier time) {
        while (time.getAsBoolean() && database.write(handle -> applySome(handle, partner, now))) {
            // until none is left
        }
    }

    /** Partners whose customers wait although they could come. */
    List<PartnerId> ready() {
        return database.read(ImportedCustomerDao.class, ImportedCustomerDao::ready);
    }

    private static boolean applySome(Handle handle, PartnerId partner, Instant now) {
        ImportedCustomerDao dao = handle.attach(ImportedCustomerDao.class);
        if (dao.reseller(partner).isEmpty()) {
            return false;
        }
        List<ImportedCustomer> some = dao.waiting(partner, BATCH);
        if (some.isEmpty()) {
            return false;
        }
        Organization home = Organizations.find(handle, partner.value()).orElseThrow();
        for (ImportedCustomer imported : some) {
            if (dao.take(partner, imported.customerId(), now) == 1) {
                apply(handle, home, imported, now);
            }
        }
        return true;
    }

    private static void apply(Handle handle, Organization partner, ImportedCustomer imported, Instant now) {
        ImportedCustomerDao dao = handle.attach(ImportedCustomerDao.class);
        PartnerId partnerId = new PartnerId(partner.id());
        Organization known =
                Organizations.find(handle, imported.customerId().value()).orElse(null);
        ImportOutcome problem = problem(dao, partner, imported, known);
        if (problem != null) {
            refuse(dao, partnerId, imported, problem);
            return;
        }
        Organization customer =
                Organizations.importCustomer(handle, known == null ? imported.organization(partner) : known, now);
        begin(handle, partner, customer, imported, now);
    }

    /** The operator finds it at the row of the file. */
    private static void refuse(
            ImportedCustomerDao dao, PartnerId partner, ImportedCustomer imported, ImportOutcome problem) {
        CustomerId customer = imported.customerId();
        boolean far = problem == ImportOutcome.OTHER_REGION;
        dao.refuse(partner, customer, problem);
        dao.count(partner, customer);
        dao.tell(
                partner,
                customer,
                problem,
                (far ? ImportColumn.COUNTRY : ImportColumn.CUSTOMER_TENANT_ID).code(),
                far ? imported.country() : customer.toString());
    }

    /** What only shows now, because the partner was not known when the file was read; null when nothing does. */
    private static ImportOutcome problem(
            ImportedCustomerDao dao, Organization partner, ImportedCustomer imported, Organization known) {
        if (known != null && known.kind() == OrganizationKind.PARTNER) {
            return ImportOutcome.PARTNER_TENANT;
        }
        if (known != null && known.cloud() != partner.cloud()) {
            return ImportOutcome.OTHER_CLOUD;
        }
        String country = known == null ? imported.country() : known.country();
        boolean near = country.equals(partner.country()) || dao.region(country).equals(partner.region());
        return near ? null : ImportOutcome.OTHER_REGION;
    }

    private static void begin(
            Handle handle, Organization partner, Organization customer, ImportedCustomer imported, Instant now) {
        PartnerId partnerId = new PartnerId(partner.id());
        CustomerId id = imported.customerId();
        boolean accepted = Agreements.lastAcceptance(handle, id).isPresent();
        boolean began = Relationships.beginImported(handle, partnerId, CAPACITY, id, imported.portal(), now);
        boolean granted = imported.delegatedAdmin() && Relationships.importDelegatedAdmin(handle, partnerId, id, now);
        boolean delegatedAdmin = Relationships.delegatedAdmin(handle, partnerId, id);
        Portfolio.began(handle, partnerId, CAPACITY, customer, delegatedAdmin, null, now);
        if (!accepted) {
            Portfolio.agreementMissing(handle, partnerId, CAPACITY, id);
        }
        if (began) {
            log(handle, Action.CUSTOMER_IMPORTED, partner, customer, imported.portal(), now);
        }
        if (granted) {
            log(handle, Action.DELEGATED_ADMIN_GRANTED, partner, customer, imported.portal(), now);
        }
    }

    /** Both sides may read it: the partner names the customer, the customer the partner. */
    private static void log(
            Handle handle, Action action, Organization partner, Organization customer, String portal, Instant now) {
        Activity.of(action, null, customer.id(), customer.legalName())
                .changing(null, portal)
                .log(handle, partner.id(), now);
        Activity.of(action, null, customer.id(), partner.legalName())
                .changing(null, portal)
                .log(handle, customer.id(), now);
    }
}
