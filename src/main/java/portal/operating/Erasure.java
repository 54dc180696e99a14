package portal.operating;

import java.time.Instant;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.endings.Notices;
import portal.invitations.Forgetting;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.portfolio.Notes;
import portal.signin.Person;
import portal.signin.Persons;
import portal.users.Purging;

/**
 * Erases who somebody is: name, addresses, phone and account, mail, what was written at links, the address wherever it
 * stands in notes, histories and logs, and the deleted user of a customer. Evidence of acceptances and of the customer
 * agreement stays, because it proves them; a user who is not deleted stays the customer's.
 */
public final class Erasure {
    private static final int BATCH = 1_000;

    private final Database database;
    private final Purging users;

    /** Erases in the database; users of customers by the verb that tells the directory. */
    public Erasure(Database database, Purging users) {
        this.database = database;
        this.users = users;
    }

    /** Writes down that the data of a person were given out. */
    void exported(Visitor operator, Person person, Instant now) {
        database.write(handle -> {
            deed(Action.PERSON_EXPORTED, operator, person).log(handle, operator.tenantId(), now);
            return null;
        });
    }

    /** Whether an erasure of somebody was begun and did not come to its end. */
    boolean begun(Visitor operator, Person person) {
        return !person.erased()
                && database.read(handle -> Activity.history(handle, operator.tenantId(), person.id(), 1)).stream()
                        .anyMatch(deed -> deed.action() == Action.PERSON_ERASURE_BEGUN);
    }

    /**
     * Erases somebody. Who it is goes last, because all else is found by it: an erasure that was interrupted is begun again,
     * and finds what is left.
     *
     * @return whether it was so; not when the person was erased already
     */
    boolean erase(Visitor operator, Person person, Instant now) {
        if (person.erased()) {
            return false;
        }
        database.write(handle -> {
            deed(Action.PERSON_ERASURE_BEGUN, operator, person)
                    .about(person.id())
                    .log(handle, operator.tenantId(), now);
            return null;
        });
        eraseElsewhere(person, now);
        return database.write(handle -> {
            boolean first = Persons.erase(handle, person.id(), now);
            if (first) {
                deed(Action.PERSON_ERASED, operator, person).log(handle, operator.tenantId(), now);
            }
            return first;
        });
    }

    /** The logs come after the user, whose purge is written there. */
    private void eraseElsewhere(Person person, Instant now) {
        String gone = Persons.erasedName(person.id());
        String email = person.email();
        if (email != null) {
            users.forget(person.tenantId(), email, now);
            batches(handle -> Outbox.forget(handle, email, now));
            batches(handle -> Notices.forget(handle, email));
            Notes.forget(database, email, gone);
            Activity.forget(database, email, gone);
        }
        new Forgetting(database).forgetPerson(person.id(), email, gone);
        Activity.forgetNamed(database, person.tenantId(), person.name(), gone);
    }

    private void batches(ToIntFunction<Handle> erase) {
        int erased;
        do {
            erased = database.write(erase::applyAsInt);
        } while (erased == BATCH);
    }

    /** By id only: a name here would outlive its erasure. */
    private static Activity deed(Action action, Visitor operator, Person person) {
        return Activity.of(action, operator.personId(), null, person.id().toString());
    }
}
