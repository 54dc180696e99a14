package portal.relationships;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.platform.Vault;
import portal.platform.database.Ids;
import portal.platform.texts.Language;

/** The protocol of relationships that a partner removed: rows that are only ever added. */
public final class Removals {
    private Removals() {}

    /** What somebody ticked: the version of the statement, and its words in one language. */
    public record Statement(String version, Language language, String text) {
        /** SHA-256 of the words. */
        public byte[] digest() {
            return Vault.digest(text);
        }
    }

    /** Who removed the relationship of a row of the Customers page, and when. */
    public record Line(UUID entryId, Instant removedAt, String removedBy) {}

    /** Writes a removal down, in the transaction that makes it; gives its id. */
    public static UUID add(
            Handle handle, CustomerRecord customer, Statement statement, boolean givenUp, UUID person, Instant now) {
        UUID id = Ids.next();
        handle.attach(RemovalDao.class).insert(id, customer, statement, givenUp, person, now);
        return id;
    }

    /** All removals of one row of the partner's Customers page, the newest first: one may come back and go again. */
    public static List<Removal> of(Handle handle, PartnerId partner, UUID entry) {
        return handle.attach(RemovalDao.class).ofEntry(partner, entry);
    }

    /** The last removal of each of these rows. */
    public static Map<UUID, Line> lines(Handle handle, PartnerId partner, List<UUID> entries) {
        return entries.isEmpty()
                ? Map.of()
                : handle.attach(RemovalDao.class).lines(partner, entries).stream()
                        .collect(Collectors.toMap(Line::entryId, Function.identity()));
    }
}
