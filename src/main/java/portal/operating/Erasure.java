package portal.operating;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.invitations.Forgetting;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.signin.Person;
import portal.signin.Persons;

/**
 * Erases who somebody is: name, addresses, phone and account, mail, and what was written at links. Evidence of
 * acceptances and of the customer agreement stays, because it proves them.
 */
public final class Erasure {
    private static final int BATCH = 1_000;

    private final Database database;

    /** Erases in the database. */
    public Erasure(Database database) {
        this.database = database;
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
        new Forgetting(database).forgetPerson(person.id(), person.email());
        if (person.email() != null) {
            int forgotten;
            do {
                forgotten = database.write(handle -> Outbox.forget(handle, person.email(), now));
            } while (forgotten == BATCH);
        }
        return erased;
    }

    /** By id only: a name here would outlive its erasure. */
    private static void log(Handle handle, Action action, Visitor operator, Person person, Instant now) {
        Activity.of(action, operator.personId(), null, person.id().toString()).log(handle, operator.tenantId(), now);
    }
}
