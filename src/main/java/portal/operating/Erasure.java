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
            log(handle, Action.PERSON_EXPORTED, operator, person, now);
            return null;
        });
    }

    /**
     * Erases somebody.
     *
     * @return whether it was so; not when the person was erased already
     */
    boolean erase(Visitor operator, Person person, Instant now) {
        boolean erased = database.write(handle -> {
            boolean first = Persons.erase(handle, person.id(), now);
            if (first) {
                log(handle, Action.PERSON_ERASED, operator, person, now);
            }
            return first;
        });
        String gone = Persons.erasedName(person.id());
        new Forgetting(database).forgetPerson(person.id(), person.email(), gone);
        if (erased) {
            batches(handle -> Activity.forgetNamed(handle, person.tenantId(), person.name(), gone));
        }
        if (person.email() != null) {
            users.forget(person.tenantId(), person.email(), now);
            batches(handle -> Outbox.forget(handle, person.email(), now));
            batches(handle -> Notes.forget(handle, person.email(), gone));
            batches(handle -> Notices.forget(handle, person.email()));
            batches(handle -> Activity.forget(handle, person.email(), gone));
        }
        return erased;
    }

    private void batches(ToIntFunction<Handle> erase) {
        int erased;
        do {
            erased = database.write(erase::applyAsInt);
        } while (erased == BATCH);
    }

    /** By id only: a name here would outlive its erasure. */
    private static void log(Handle handle, Action action, Visitor operator, Person person, Instant now) {
        Activity.of(action, operator.personId(), null, person.id().toString()).log(handle, operator.tenantId(), now);
    }
}
