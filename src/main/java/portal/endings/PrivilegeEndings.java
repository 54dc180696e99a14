package portal.endings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.portfolio.PortfolioChanges;
import portal.relationships.Grant;
import portal.relationships.GrantEnd;
import portal.relationships.Privileges;
import portal.relationships.Relationship;
import portal.relationships.Relationships;
import portal.support.Watch;

/** Delegated admin privileges are given up, taken back or narrowed; relationships stay as they are. */
public final class PrivilegeEndings {
    private final Database database;
    private final Outbox outbox;
    private final EndingEmails emails;
    private final Watch watch;

    /**
     * Kept in the database; mail leaves by the outbox.
     *
     * @param watch told at once, so that whoever loses a support contact need not wait for its next round
     */
    public PrivilegeEndings(Database database, Outbox outbox, EndingEmails emails, Watch watch) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
        this.watch = watch;
    }

    /**
     * The partner gives up what it was granted; nobody else is told.
     *
     * @param grant the one the sender saw
     * @return whether it ended now; not when it had ended already
     */
    boolean giveUp(Visitor visitor, CustomerId customer, UUID grant, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        return database.write(handle -> {
            Optional<Grant> open = open(handle, partner, customer, grant);
            if (open.isEmpty() || !Privileges.end(handle, open.get(), GrantEnd.GIVEN_UP, visitor.personId(), now)) {
                return false;
            }
            PortfolioChanges.accessLost(handle, partner, customer, false);
            log(handle, Action.DELEGATED_ADMIN_GIVEN_UP, open.get(), null, null, visitor, now);
            watch.look(handle, customer, now);
            return true;
        });
    }

    /**
     * The customer takes them back; the partner is told, with the sentence that it stays responsible.
     *
     * @return whether they ended now; not when they had ended already
     */
    boolean remove(Visitor visitor, PartnerId partner, UUID grant, Instant now) {
        CustomerId customer = new CustomerId(visitor.home().id());
        return database.write(handle -> {
            Optional<Grant> open = open(handle, partner, customer, grant);
            if (open.isEmpty() || !Privileges.end(handle, open.get(), GrantEnd.REMOVED, visitor.personId(), now)) {
                return false;
            }
            PortfolioChanges.accessLost(handle, partner, customer, true);
            log(handle, Action.DELEGATED_ADMIN_REMOVED, open.get(), null, null, visitor, now);
            tell(handle, visitor, partner, customer, now);
            watch.look(handle, customer, now);
            return true;
        });
    }

    private void tell(Handle handle, Visitor visitor, PartnerId partner, CustomerId customer, Instant now) {
        List<Relationship> relationships = Relationships.of(handle, customer).stream()
                .filter(relationship -> relationship.partnerId().equals(partner))
                .toList();
        EndingDao dao = handle.attach(EndingDao.class);
        boolean responsible = !relationships.isEmpty();
        String path = responsible
                ? dao.row(partner, customer, "active")
                        .map(row -> "/customers/" + row + "/privileges")
                        .orElse("/customers")
                : dao.row(partner, customer, "removed")
                        .map(row -> "/removals/" + row)
                        .orElse("/customers");
        Organization company = Organizations.find(handle, partner.value()).orElseThrow();
        emails.removed(visitor, company, dao.inviter(partner, customer), responsible, path, now)
                .forEach(email -> outbox.add(handle, email, now));
    }

    /**
     * The customer gives the partner's agents other roles.
     *
     * @return whether it did; not when the grant ended meanwhile
     */
    boolean reassign(Visitor visitor, PartnerId partner, UUID grant, Roles roles, Instant now) {
        CustomerId customer = new CustomerId(visitor.home().id());
        return database.write(handle -> {
            Optional<Grant> open = open(handle, partner, customer, grant);
            if (open.isEmpty()
                    || !Privileges.reassign(
                            handle, open.get(), roles.globalAdmin(), roles.helpdeskAdmin(), visitor.personId(), now)) {
                return false;
            }
            String before = Roles.of(open.get()).key();
            log(handle, Action.DELEGATED_ADMIN_REASSIGNED, open.get(), before, roles.key(), visitor, now);
            return true;
        });
    }

    private static Optional<Grant> open(Handle handle, PartnerId partner, CustomerId customer, UUID grant) {
        return Privileges.open(handle, partner, customer)
                .filter(found -> found.id().equals(grant));
    }

    /** The partner agreed anew with the customer, so that it no longer answers for what it cannot reach. */
    void renegotiated(Visitor visitor, CustomerId customer, RenegotiationForm form, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        database.write(handle -> {
            RenegotiationDao dao = handle.attach(RenegotiationDao.class);
            dao.insert(Ids.next(), partner, customer, form.day(), form.note(), visitor.personId(), now);
            PortfolioChanges.accessSettled(handle, partner, customer);
            String name =
                    Organizations.find(handle, customer.value()).orElseThrow().legalName();
            Activity.of(Action.AGREEMENT_RENEGOTIATED, visitor.personId(), customer.value(), name)
                    .changing(null, form.agreedOn())
                    .log(handle, partner.value(), now);
            return null;
        });
    }

    /** Both sides may read it: the partner names the customer, the customer the partner. */
    private static void log(
            Handle handle, Action action, Grant grant, String before, String after, Visitor visitor, Instant now) {
        UUID customer = grant.customerId().value();
        UUID partner = grant.partnerId().value();
        String customerName = Organizations.find(handle, customer).orElseThrow().legalName();
        String partnerName = Organizations.find(handle, partner).orElseThrow().legalName();
        Activity.of(action, visitor.personId(), customer, customerName)
                .changing(before, after)
                .log(handle, partner, now);
        Activity.of(action, visitor.personId(), customer, partnerName)
                .changing(before, after)
                .log(handle, customer, now);
    }
}
