package portal.portfolio;

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
import portal.platform.database.AddressPattern;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Windows;

/** What a partner's people write down about a customer. */
public final class Notes {
    /** How many are shown at once. */
    public static final int PAGE = 20;

    private static final UUID END = new UUID(-1, -1);

    private final Database database;

    /** Kept in the database. */
    public Notes(Database database) {
        this.database = database;
    }

    /**
     * Notes, the newest first.
     *
     * @param older id of the last one when there are older ones; null otherwise
     */
    public record Page(List<Note> notes, UUID older) {}

    /** A partner's newest notes on a customer, or those before one of them. */
    public static Page page(Handle handle, PartnerId partner, CustomerId customer, Optional<UUID> before) {
        List<Note> found = handle.attach(NoteDao.class).newestBefore(partner, customer, before.orElse(END), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Note> notes = more ? found.subList(0, PAGE) : found;
        return new Page(notes, more ? notes.get(PAGE - 1).id() : null);
    }

    /** Puts something else where an address stands in notes; may be repeated. */
    public static void forget(Database database, String address, String gone) {
        String pattern = AddressPattern.of(address);
        new Windows<>(database, NoteDao.class, NoteDao::windowEnd)
                .change(
                        (dao, after, end) -> dao.naming(pattern, after, end),
                        (dao, ids) -> dao.forget(ids, pattern, gone));
    }

    /**
     * Keeps a note.
     *
     * @param id made with the empty form, so that sending it twice writes one
     */
    public void write(Visitor visitor, CustomerId customer, UUID id, String body, Instant now) {
        PartnerId partner = new PartnerId(visitor.home().id());
        try {
            database.write(handle -> {
                handle.attach(NoteDao.class).insert(id, partner, customer, body, visitor.personId(), now);
                Activity.of(Action.NOTE_WRITTEN, visitor.personId(), customer.value(), null)
                        .changing(null, body)
                        .log(handle, partner.value(), now);
                return null;
            });
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
        }
    }
}
