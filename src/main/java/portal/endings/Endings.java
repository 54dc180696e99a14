package portal.endings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.invitations.Invitations;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioChanges;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.GrantEnd;
import portal.relationships.Privileges;
import portal.relationships.Relationships;
import portal.relationships.Removals;
import portal.support.Watch;

/**
 * A partner removes a relationship. It is one transaction decided by one conditional UPDATE of the relationship, which
 * every order and designation counts up too: of an order and a removal at the same moment, one loses.
 */
public final class Endings {
    /** Of the statement; its words are the text {@code endings.removal.statement}. */
    static final String STATEMENT_VERSION = "2026-11";

    private final Database database;
    private final Watch watch;

    /** What came of a removal. */
    public enum Outcome {
        DONE,
        /** Something happened since the page was drawn: look again. */
        CHANGED,
        /** A subscription has to be ended first. */
        BLOCKED
    }

    /** Undoes what was written. */
    private static final class Stopped extends RuntimeException {
        private final Outcome outcome;

        Stopped(Outcome outcome) {
            super(outcome.name(), null, false, false);
            this.outcome = outcome;
        }
    }

    /**
     * Kept in the database.
     *
     * @param watch told at once, so that whoever loses a support contact need not wait for its next round
     */
    public Endings(Database database, Watch watch) {
        this.database = database;
        this.watch = watch;
    }

    /** What would end, and what stands in the way. */
    Ending look(CustomerRecord customer) {
        return database.read(handle -> look(handle, customer));
    }

    private static Ending look(Handle handle, CustomerRecord customer) {
        EndingDao dao = handle.attach(EndingDao.class);
        boolean other = otherCapacity(handle, customer);
        return new Ending(
                customer,
                Relationships.version(handle, customer.relationshipId()),
                blocking(dao, customer),
                other ? List.of() : dao.supported(customer.partnerId(), customer.customerId()),
                other,
                invitation(handle, customer).orElse(null),
                Removals.of(handle, customer.partnerId(), customer.id()));
    }

    /** An indirect reseller has sold nothing itself; what others sold to the customer is not its concern. */
    private static List<Sold> blocking(EndingDao dao, CustomerRecord customer) {
        return customer.capacity() != Capacity.INDIRECT_RESELLER
                ? dao.active(customer.partnerId(), customer.capacity(), customer.customerId())
                : List.of();
    }

    private static boolean otherCapacity(Handle handle, CustomerRecord customer) {
        return Relationships.of(handle, customer.customerId()).stream()
                .anyMatch(relationship -> relationship.partnerId().equals(customer.partnerId())
                        && !relationship.id().equals(customer.relationshipId()));
    }

    private static Optional<UUID> invitation(Handle handle, CustomerRecord customer) {
        return Portfolio.find(handle, customer.partnerId(), customer.id()).map(PortfolioEntry::invitationId);
    }

    /** Removes the relationship, for a form without errors. */
    public Outcome remove(Visitor visitor, CustomerRecord customer, RemovalForm form, Instant now) {
        try {
            database.write(handle -> {
                remove(handle, visitor, customer, form, now);
                return null;
            });
            return Outcome.DONE;
        } catch (Stopped stopped) {
            return stopped.outcome;
        }
    }

    private void remove(Handle handle, Visitor visitor, CustomerRecord customer, RemovalForm form, Instant now) {
        PartnerId partner = customer.partnerId();
        UUID person = visitor.personId();
        // first, as an acceptance takes them: the invitation, then the relationship
        invitation(handle, customer).ifPresent(open -> Invitations.revoke(handle, visitor, open, now));
        if (!Relationships.end(handle, customer.relationshipId(), form.knownVersion(), person, now)) {
            throw new Stopped(Outcome.CHANGED);
        }
        if (!blocking(handle.attach(EndingDao.class), customer).isEmpty()) {
            throw new Stopped(Outcome.BLOCKED);
        }
        boolean left = Relationships.delegatedAdmin(handle, partner, customer.customerId())
                && !otherCapacity(handle, customer);
        PortfolioChanges.ended(handle, partner, customer.capacity(), customer.customerId(), left);
        boolean givenUp = form.giveUp() && giveUp(handle, customer, person, now);
        Language language = form.shown(visitor.home().language());
        Removals.Statement statement = new Removals.Statement(
                STATEMENT_VERSION, language, Texts.in(language).text("endings.removal.statement"));
        UUID removal = Removals.add(handle, customer, statement, givenUp, person, now);
        Notices.draft(handle, visitor, removal, customer, givenUp, now);
        log(handle, Action.RELATIONSHIP_REMOVED, customer, visitor, now);
        if (givenUp) {
            log(handle, Action.DELEGATED_ADMIN_GIVEN_UP, customer, visitor, now);
        }
        watch.look(handle, customer.customerId(), now);
    }

    private static boolean giveUp(Handle handle, CustomerRecord customer, UUID person, Instant now) {
        boolean ended = Privileges.open(handle, customer.partnerId(), customer.customerId())
                .filter(grant -> Privileges.end(handle, grant, GrantEnd.GIVEN_UP, person, now))
                .isPresent();
        if (ended) {
            PortfolioChanges.accessLost(handle, customer.partnerId(), customer.customerId(), false);
        }
        return ended;
    }

    private static void log(Handle handle, Action action, CustomerRecord customer, Visitor visitor, Instant now) {
        UUID id = customer.customerId().value();
        String capacity = action == Action.RELATIONSHIP_REMOVED
                ? "capacity." + customer.capacity().code()
                : null;
        Activity.of(action, visitor.personId(), id, customer.name())
                .changing(capacity, null)
                .log(handle, customer.partnerId().value(), now);
        Activity.of(action, visitor.personId(), id, visitor.home().name())
                .changing(capacity, null)
                .log(handle, id, now);
    }
}
