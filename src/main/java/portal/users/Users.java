package portal.users;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.portfolio.SortKeys;

/** What partners do with one user of a customer at a time. */
public final class Users {
    /** How long a deleted user can be restored. */
    public static final Duration KEPT = Duration.ofDays(30);

    private final Database database;
    private final Vault vault;
    private final Changes changes;
    private final Newcomers newcomers;

    /** Kept in the database; changes go to the outbox. */
    public Users(Database database, Vault vault, Changes changes) {
        this.database = database;
        this.vault = vault;
        this.changes = changes;
        this.newcomers = new Newcomers(changes);
    }

    /**
     * What came of adding a user.
     *
     * @param password the temporary one, to be shown once; empty without a directory, or when the form came twice
     * @param missing names of the products no seat was free for
     */
    public record Added(UUID id, Optional<String> password, List<String> missing) {}

    /** Adds a user; empty when the sign-in name is taken, also by one who is deleted and not yet purged. */
    public Optional<Added> add(Mandate mandate, NewUser user, Instant now) {
        try {
            return database.write(handle -> add(handle, mandate, user, now));
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            // somebody was first, and can be seen now
            return database.write(handle -> add(handle, mandate, user, now));
        }
    }

    private Optional<Added> add(Handle handle, Mandate mandate, NewUser user, Instant now) {
        mandate.hold(handle);
        UserDao dao = handle.attach(UserDao.class);
        if (dao.find(mandate.customer(), user.id()).isPresent()) {
            return Optional.of(new Added(user.id(), Optional.empty(), List.of()));
        }
        if (dao.named(mandate.customer(), user.signInName()).isPresent()) {
            return Optional.empty();
        }
        Optional<String> password =
                changes.connected() ? Optional.of(TemporaryPassword.random(vault)) : Optional.empty();
        NewUser.Arrived arrived =
                newcomers.add(handle, mandate, List.of(user), password, now).get(0);
        LicenceDao licences = handle.attach(LicenceDao.class);
        List<String> held = licences.of(user.id()).stream()
                .map(LicenceDao.Held::productName)
                .toList();
        String after = user.signInName()
                + Licences.joined(held).map(names -> ", " + names).orElse("");
        mandate.log(handle, Action.USER_ADDED, user.displayName(), null, after, now);
        List<String> missing =
                arrived.missing().stream().map(licences::productName).toList();
        return Optional.of(new Added(user.id(), password, missing));
    }

    /** Changes names and country; false when somebody else changed or deleted the user since the form was made. */
    public boolean edit(Mandate mandate, UUID id, UserDetailsForm form, Instant now) {
        return database.write(handle -> {
            mandate.hold(handle);
            UserDao dao = handle.attach(UserDao.class);
            Optional<User> before = dao.find(mandate.customer(), id);
            byte[] key = SortKeys.of(Newcomers.language(handle, mandate.customer()), form.displayName());
            if (before.isEmpty() || dao.edit(mandate.customer(), id, form, key) == 0) {
                return false;
            }
            User user = before.get();
            handle.attach(LicenceDao.class).setKey(id, key);
            dao.deleteTokens(id);
            List<String> tokens = List.copyOf(
                    Newcomers.tokens(form.displayName(), form.firstName(), form.lastName(), user.signInName()));
            dao.insertTokens(
                    mandate.customer(), tokens, tokens.stream().map(token -> id).toList());
            changes.add(handle, id, ChangeKind.UPDATE, mandate.person(), now);
            String after = dao.find(mandate.customer(), id).orElseThrow().summary();
            mandate.log(handle, Action.USER_EDITED, user.displayName(), user.summary(), after, now);
            return true;
        });
    }

    /** A user may no longer sign in; the licences stay. False when the user is not active. */
    public boolean disable(Mandate mandate, UUID id, Instant now) {
        return change(mandate, id, UserState.ACTIVE, UserState.DISABLED, now);
    }

    /** A disabled user may sign in again. False when the user is not disabled. */
    public boolean enable(Mandate mandate, UUID id, Instant now) {
        return change(mandate, id, UserState.DISABLED, UserState.ACTIVE, now);
    }

    private boolean change(Mandate mandate, UUID id, UserState from, UserState to, Instant now) {
        boolean disabled = to == UserState.DISABLED;
        return database.write(handle -> {
            mandate.hold(handle);
            UserDao dao = handle.attach(UserDao.class);
            if (dao.change(mandate.customer(), id, from, to) == 0) {
                return false;
            }
            handle.attach(LicenceDao.class).setState(id, to);
            changes.add(handle, id, disabled ? ChangeKind.DISABLE : ChangeKind.ENABLE, mandate.person(), now);
            User user = dao.find(mandate.customer(), id).orElseThrow();
            Action action = disabled ? Action.USER_DISABLED : Action.USER_ENABLED;
            mandate.log(handle, action, user.displayName(), null, user.signInName(), now);
            return true;
        });
    }

    /** Deletes a user, who can be restored for 30 days; the seats are free at once. False when deleted already. */
    public boolean delete(Mandate mandate, UUID id, Instant now) {
        return database.write(handle -> {
            mandate.hold(handle);
            UserDao dao = handle.attach(UserDao.class);
            if (dao.delete(mandate.customer(), id, mandate.partner().value(), now, now.plus(KEPT)) == 0) {
                return false;
            }
            List<String> licences = Licences.giveBackAll(handle, mandate.customer(), id);
            changes.add(handle, id, ChangeKind.DELETE, mandate.person(), now);
            User user = dao.find(mandate.customer(), id).orElseThrow();
            String before = user.signInName()
                    + Licences.joined(licences).map(names -> ", " + names).orElse("");
            mandate.log(handle, Action.USER_DELETED, user.displayName(), before, null, now);
            return true;
        });
    }

    /** Restores a deleted user, with the licences seats are still free for; empty when it is not deleted, or purged. */
    public Optional<Licences.Returned> restore(Mandate mandate, UUID id, Instant now) {
        return database.write(handle -> {
            mandate.hold(handle);
            UserDao dao = handle.attach(UserDao.class);
            if (dao.restore(mandate.customer(), id, now) == 0) {
                return Optional.empty();
            }
            User user = dao.find(mandate.customer(), id).orElseThrow();
            Licences.Returned returned = Licences.takeAgain(handle, mandate.customer(), id, user.state());
            changes.add(handle, id, ChangeKind.RESTORE, mandate.person(), now);
            String after = user.signInName()
                    + Licences.joined(returned.assigned())
                            .map(names -> ", " + names)
                            .orElse("");
            mandate.log(handle, Action.USER_RESTORED, user.displayName(), null, after, now);
            return Optional.of(returned);
        });
    }

    /**
     * Makes a temporary password, which the directory is told and nobody else is ever told again.
     *
     * @param change id of the outbox row, made with the form, so that pressing twice makes one
     * @param first only while the user has none, so that one a colleague has just handed over stays
     * @return empty when the form came twice, the user is not active, or has a password against what the form said
     */
    public Optional<String> resetPassword(Mandate mandate, UUID id, UUID change, boolean first, Instant now) {
        String password = TemporaryPassword.random(vault);
        try {
            return database.write(handle -> {
                mandate.hold(handle);
                UserDao dao = handle.attach(UserDao.class);
                if (dao.passwordReset(mandate.customer(), id, first, now) == 0) {
                    return Optional.empty();
                }
                changes.password(handle, change, id, password, mandate.person(), now);
                User user = dao.find(mandate.customer(), id).orElseThrow();
                mandate.log(handle, Action.USER_PASSWORD_RESET, user.displayName(), null, user.signInName(), now);
                return Optional.of(password);
            });
        } catch (RuntimeException failure) {
            if (Failure.of(failure) == Failure.DUPLICATE) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
