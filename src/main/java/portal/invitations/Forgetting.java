package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToIntFunction;
import portal.platform.database.AddressPattern;
import portal.platform.database.Database;
import portal.platform.database.Windows;

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
     * Erases what was written at links by a person, and the address in invitations that ended and in their history; may be
     * repeated.
     *
     * @param email null when it is not known
     * @param gone what stands in the history instead
     */
    public void forgetPerson(UUID person, String email, String gone) {
        over(ForgettingDao::messagesEnd)
                .change((dao, after, end) -> dao.messagesBy(person, after, end), ForgettingDao::forgetMessages);
        if (email != null) {
            forgetAddress(email, gone);
        }
    }

    private void forgetAddress(String email, String gone) {
        String pattern = AddressPattern.of(email);
        over(ForgettingDao::invitationsEnd)
                .change(
                        (dao, after, end) -> dao.endedTo(email, after, end),
                        (dao, ids) -> dao.forgetRecipient(ids, email));
        over(ForgettingDao::eventsEnd)
                .change(
                        (dao, after, end) -> dao.eventsNaming(pattern, after, end),
                        (dao, ids) -> dao.forgetDetail(ids, pattern, gone));
    }

    private Windows<ForgettingDao> over(Windows.End<ForgettingDao> end) {
        return new Windows<>(database, ForgettingDao.class, end);
    }

    private void batches(ToIntFunction<ForgettingDao> erase) {
        int erased;
        do {
            erased = database.write(handle -> erase.applyAsInt(handle.attach(ForgettingDao.class)));
        } while (erased == BATCH);
    }
}
