package portal.customers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Coded;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;

/** The views an organization's people have saved, for all of them. */
final class SavedViews {
    /** How many an organization may have. */
    static final int MOST = 20;

    private static final int ATTEMPTS = 5;

    private final Database database;

    SavedViews(Database database) {
        this.database = database;
    }

    /** What came of saving. */
    enum Outcome implements Coded {
        SAVED,
        NAME_TAKEN,
        TOO_MANY
    }

    /** All views by name. */
    List<SavedView> all(PartnerId partner) {
        return database.read(SavedViewDao.class, dao -> dao.all(partner));
    }

    /** Saves what a page shows under a name. */
    Outcome save(Visitor visitor, String name, ListAddress address, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        for (int attempt = 1; ; attempt++) {
            try {
                return database.write(handle -> save(handle, visitor, partner, name, address.query(), now));
            } catch (RuntimeException failure) {
                // somebody else has taken the slot or the name: look again
                if (Failure.of(failure) != Failure.DUPLICATE || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static Outcome save(
            Handle handle, Visitor visitor, PartnerId partner, String name, String query, Instant now) {
        SavedViewDao dao = handle.attach(SavedViewDao.class);
        Optional<SavedView> named = dao.named(partner, name);
        if (named.isPresent()) {
            // a form sent twice finds what it has saved itself
            return named.get().query().equals(query) ? Outcome.SAVED : Outcome.NAME_TAKEN;
        }
        List<Integer> taken = dao.slots(partner);
        if (taken.size() >= MOST) {
            return Outcome.TOO_MANY;
        }
        int slot = IntStream.rangeClosed(1, MOST)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow();
        Organizations.touch(handle, partner);
        dao.insert(Ids.next(), partner, slot, name, query, visitor.personId(), now);
        Activity.of(Action.VIEW_SAVED, visitor.personId(), null, name)
                .changing(null, "/customers" + query)
                .log(handle, partner.value(), now);
        return Outcome.SAVED;
    }

    /** Removes a view; nothing happens when it is gone already. */
    void remove(Visitor visitor, UUID id, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        database.write(handle -> {
            SavedViewDao dao = handle.attach(SavedViewDao.class);
            Optional<SavedView> view = dao.find(partner, id);
            if (view.isPresent() && dao.delete(partner, id) == 1) {
                Organizations.touch(handle, partner);
                Activity.of(
                                Action.VIEW_REMOVED,
                                visitor.personId(),
                                null,
                                view.get().name())
                        .changing(view.get().href(), null)
                        .log(handle, partner.value(), now);
            }
            return null;
        });
    }
}
