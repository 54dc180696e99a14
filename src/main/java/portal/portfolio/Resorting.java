package portal.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.database.Database;
import portal.platform.texts.Language;

/**
 * Puts the rows of the Customers page into the order of the partner's language, after that has changed or a release
 * sorts otherwise: some rows a transaction, so that nobody waits for it. Doing it twice, or stopping in the midst, does
 * no harm.
 */
public final class Resorting {
    /** With their labels fewer than the thousand rows a transaction may have. */
    private static final int BATCH = 200;

    /** Whoever still writes in the language before has finished by then. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final UUID START = new UUID(0, 0);

    private final Database database;

    /** Rows of a database. */
    public Resorting(Database database) {
        this.database = database;
    }

    /** The language of a partner changes in the caller's transaction: its rows shall be sorted anew soon. */
    public static void ask(Handle handle, PartnerId partner, Instant now) {
        handle.attach(ResortingDao.class).ask(partner, now);
    }

    /** Sorts the rows of all partners who asked; a job calls it. */
    public void resortAsked(Instant now) {
        for (ResortingDao.Asked asked : database.read(ResortingDao.class, dao -> dao.asked(now.minus(SETTLED)))) {
            resort(asked.partnerId());
            database.write(handle -> {
                handle.attach(ResortingDao.class).done(asked);
                return null;
            });
        }
    }

    /** Sorts the rows of all partners; gives how many rows there were. */
    public long resortAll() {
        long rows = 0;
        List<PartnerId> partner = next(START);
        while (!partner.isEmpty()) {
            rows += resort(partner.get(0));
            partner = next(partner.get(0).value());
        }
        return rows;
    }

    private List<PartnerId> next(UUID after) {
        return database.read(ResortingDao.class, dao -> dao.next(after));
    }

    /** Sorts the rows of a partner; gives how many rows there were. */
    public long resort(PartnerId partner) {
        return resort(partner, true) + resort(partner, false);
    }

    private long resort(PartnerId partner, boolean listed) {
        long rows = 0;
        ResortingDao.Named last = new ResortingDao.Named(START, "", Instant.EPOCH);
        List<ResortingDao.Named> some;
        do {
            ResortingDao.Named from = last;
            some = database.write(handle -> some(handle, partner, listed, from));
            rows += some.size();
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (some.size() == BATCH);
        return rows;
    }

    private static List<ResortingDao.Named> some(
            Handle handle, PartnerId partner, boolean listed, ResortingDao.Named from) {
        Language language = Organizations.find(handle, partner.value())
                .map(Organization::language)
                .orElse(Language.EN);
        ResortingDao dao = handle.attach(ResortingDao.class);
        List<ResortingDao.Named> rows = dao.rows(partner, listed, from.since(), from.id(), BATCH);
        for (ResortingDao.Named row : rows) {
            byte[] key = SortKeys.of(language, row.name());
            if (dao.setKey(row.id(), row.name(), key) == 1) {
                dao.setLabelKeys(row.id(), key);
            }
        }
        return rows;
    }
}
