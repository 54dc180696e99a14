package portal.users;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.organizations.CustomerId;
import portal.platform.database.Database;
import portal.subscriptions.SeatPools;

/**
 * Seats held by users. The pool's counter decides whether one is free, whoever sold it; the user's row makes two verbs
 * about the same user wait for each other.
 */
public final class Licences {
    private final Database database;

    /** Kept in the database. */
    public Licences(Database database) {
        this.database = database;
    }

    /** A user takes a seat of a product; empty when there is no such user. */
    public Outcome assign(Mandate mandate, UUID user, UUID product, Instant now) {
        return database.write(handle -> {
            mandate.hold(handle);
            Outcome outcome = assign(handle, mandate, user, product, now);
            if (outcome == Outcome.ASSIGNED) {
                log(handle, mandate, Action.LICENCE_ASSIGNED, user, product, now);
            }
            return outcome;
        });
    }

    /** A user gives a seat back. */
    public Outcome remove(Mandate mandate, UUID user, UUID product, Instant now) {
        return database.write(handle -> {
            mandate.hold(handle);
            Outcome outcome = remove(handle, mandate, user, product);
            if (outcome == Outcome.REMOVED) {
                log(handle, mandate, Action.LICENCE_REMOVED, user, product, now);
            }
            return outcome;
        });
    }

    private static void log(Handle handle, Mandate mandate, Action action, UUID user, UUID product, Instant now) {
        String name = handle.attach(UserDao.class)
                .find(mandate.customer(), user)
                .map(User::displayName)
                .orElseThrow();
        String licence = handle.attach(LicenceDao.class).productName(product);
        boolean given = action == Action.LICENCE_ASSIGNED;
        mandate.log(handle, action, name, given ? null : licence, given ? licence : null, now);
    }

    /** The same inside a transaction, without a word in the log. */
    static Outcome assign(Handle handle, Mandate mandate, UUID user, UUID product, Instant now) {
        CustomerId customer = mandate.customer();
        LicenceDao dao = handle.attach(LicenceDao.class);
        if (handle.attach(UserDao.class).touch(customer, user) == 0) {
            return Outcome.GONE;
        }
        if (dao.count(user, product) > 0) {
            return Outcome.HAS_IT_ALREADY;
        }
        if (!SeatPools.take(handle, customer, product)) {
            return Outcome.NO_SEAT;
        }
        dao.insert(customer, user, product, mandate.person(), now);
        return Outcome.ASSIGNED;
    }

    static Outcome remove(Handle handle, Mandate mandate, UUID user, UUID product) {
        CustomerId customer = mandate.customer();
        if (handle.attach(UserDao.class).touch(customer, user) == 0) {
            return Outcome.GONE;
        }
        if (handle.attach(LicenceDao.class).delete(customer, user, product) == 0) {
            return Outcome.DOES_NOT_HAVE_IT;
        }
        SeatPools.giveBack(handle, customer, product, 1);
        return Outcome.REMOVED;
    }

    /** A user is being deleted: the seats are free again, and what they were is remembered. */
    static List<String> giveBackAll(Handle handle, CustomerId customer, UUID user) {
        LicenceDao dao = handle.attach(LicenceDao.class);
        List<LicenceDao.Held> held = dao.of(user);
        held.forEach(licence -> SeatPools.giveBack(handle, customer, licence.productId(), 1));
        dao.setState(user, UserState.DELETED);
        return held.stream().map(LicenceDao.Held::productName).toList();
    }

    /** What became of the licences of a restored user: names of products. */
    public record Returned(List<String> assigned, List<String> missing) {}

    /** A user is being restored: seats that are still free are assigned again. */
    static Returned takeAgain(Handle handle, CustomerId customer, UUID user, UserState state) {
        LicenceDao dao = handle.attach(LicenceDao.class);
        List<String> assigned = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (LicenceDao.Held licence : dao.of(user)) {
            if (SeatPools.take(handle, customer, licence.productId())) {
                assigned.add(licence.productName());
            } else {
                dao.delete(customer, user, licence.productId());
                missing.add(licence.productName());
            }
        }
        dao.setState(user, state);
        return new Returned(assigned, missing);
    }

    /** Names in one line; empty when there are none. */
    static Optional<String> joined(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }
}
