package portal.agreements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Language;

/**
 * A customer that accepted an earlier version of the agreement is asked for the one in force. Relationships stay valid
 * while it has not answered.
 */
public final class Consents {
    private final Database database;
    private final Partners partners;
    private final Listener listener;

    /** Says who is a customer's partner; the relationships know. */
    @FunctionalInterface
    public interface Partners {
        /** The partners with an open relationship, each once. */
        List<PartnerId> of(Handle handle, CustomerId customer);
    }

    /** Hears that a customer has accepted, for each of its partners. */
    @FunctionalInterface
    public interface Listener {
        /** In the transaction of the acceptance. */
        void accepted(Handle handle, PartnerId partner, CustomerId customer);
    }

    /** Kept in the database; told to the customer's partners. */
    public Consents(Database database, Partners partners, Listener listener) {
        this.database = database;
        this.partners = partners;
        this.listener = listener;
    }

    /** What the visitor's organization is asked to accept again; empty when there is nothing. */
    Optional<Agreement> asked(Visitor visitor, Language language, Instant now) {
        Visitor.Organization home = visitor.home();
        return database.read(
                handle -> Agreements.askedAgain(handle, new CustomerId(home.id()), home.country(), language, now));
    }

    /** What the visitor's organization accepted last. */
    Optional<Agreements.Acceptance> last(Visitor visitor) {
        CustomerId customer = new CustomerId(visitor.home().id());
        return database.read(handle -> Agreements.lastAcceptance(handle, customer));
    }

    /**
     * Accepts for the visitor's organization.
     *
     * @return whether it was accepted now; not when a colleague was quicker
     */
    boolean accept(
            Visitor visitor, Agreement agreement, Agreements.Contact contact, Agreements.Press press, Instant now) {
        Visitor.Organization home = visitor.home();
        CustomerId customer = new CustomerId(home.id());
        UUID person = visitor.personId();
        return database.write(handle -> {
            String before = Agreements.lastAcceptance(handle, customer)
                    .map(Agreements.Acceptance::version)
                    .orElse(null);
            if (!Agreements.accept(handle, customer, agreement, contact, press, person, now)) {
                return false;
            }
            Activity deed = Activity.of(Action.AGREEMENT_ACCEPTED, person, home.id(), home.name())
                    .changing(before, agreement.version());
            deed.log(handle, home.id(), now);
            for (PartnerId partner : partners.of(handle, customer)) {
                deed.log(handle, partner.value(), now);
                listener.accepted(handle, partner, customer);
            }
            return true;
        });
    }
}
