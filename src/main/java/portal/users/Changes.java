package portal.users;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.Resealing;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Ids;

/**
 * Changes of users that wait to be passed on to the directory: rows written in the transaction of the change, passed on by
 * the {@link Courier}. Without a directory none are written.
 */
public final class Changes {
    static final String PASSWORD_PURPOSE = "temporary password";

    private final Vault vault;
    private final boolean connected;

    /** With a directory to tell, or without. */
    public Changes(Vault vault, boolean connected) {
        this.vault = vault;
        this.connected = connected;
    }

    /** Whether there is a directory. */
    public boolean connected() {
        return connected;
    }

    /** A user was changed. */
    void add(Handle handle, UUID user, ChangeKind kind, UUID person, Instant now) {
        insert(handle, List.of(Ids.next()), List.of(user), kind, null, null, person, now);
    }

    /** Users were added. */
    void created(Handle handle, List<UUID> users, Optional<String> password, UUID person, Instant now) {
        List<UUID> ids = users.stream().map(user -> Ids.next()).toList();
        insert(handle, ids, users, ChangeKind.CREATE, null, password.orElse(null), person, now);
    }

    /** A user got a temporary password, in a change of a given id. */
    void password(Handle handle, UUID id, UUID user, String password, UUID person, Instant now) {
        insert(handle, List.of(id), List.of(user), ChangeKind.PASSWORD, null, password, person, now);
    }

    /** A user is gone for good, and with it what the directory calls it. */
    void purged(Handle handle, UUID user, String directoryId, Instant now) {
        if (directoryId != null) {
            insert(handle, List.of(Ids.next()), List.of(user), ChangeKind.PURGE, directoryId, null, null, now);
        }
    }

    private void insert(
            Handle handle,
            List<UUID> ids,
            List<UUID> users,
            ChangeKind kind,
            String directoryId,
            String password,
            UUID person,
            Instant now) {
        if (connected) {
            byte[] secret = password == null ? null : vault.seal(PASSWORD_PURPOSE, password);
            handle.attach(ChangeDao.class).insert(ids, users, kind, directoryId, secret, person, now);
        }
    }

    /** Seals passwords that have not been passed on with the current key. */
    public static Resealing.Count reseal(Database database, Vault vault) {
        return new Resealing(database, vault, PASSWORD_PURPOSE)
                .all(
                        new UUID(0, 0),
                        (handle, after) -> handle.attach(ChangeDao.class).keptAfter(after, Resealing.BATCH),
                        ChangeDao.Kept::id,
                        ChangeDao.Kept::passwordSealed,
                        (handle, row, anew) -> handle.attach(ChangeDao.class).replace(row, anew));
    }
}
