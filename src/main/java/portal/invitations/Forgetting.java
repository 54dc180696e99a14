package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import portal.platform.database.Database;

/** Lets go of what is known of recipients a year after an invitation ended, as the privacy statement promises. */
public final class Forgetting {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final int BATCH = 1_000;

    private final Database database;

    /** Forgets in the database. */
    public Forgetting(Database database) {
        this.database = database;
    }

    /** Erases addresses and notes of invitations, and what was written about them; a job calls it. */
    public void forget(Instant now) {
        Instant before = now.minus(KEPT);
        batches(dao -> dao.forgetRecipients(before));
        batches(dao -> dao.forgetMessages(before));
        batches(dao -> dao.forgetDetails(before));
    }

    /**
     * Erases what was written at links by a person, and the address in invitations that ended and in their history.
     *
     * @param email null when it is not known
     * @param gone what stands in the history instead
     */
    public void forgetPerson(UUID person, String email, String gone) {
        batches(dao -> dao.forgetWriter(person));
        if (email != null) {
            batches(dao -> dao.forgetRecipient(email));
            batches(dao -> dao.forgetDetail(Pattern.quote(email), gone));
        }
    }

    private void batches(ToIntFunction<ForgettingDao> erase) {
        int erased;
        do {
            erased = database.write(handle -> erase.applyAsInt(handle.attach(ForgettingDao.class)));
        } while (erased == BATCH);
    }
}
