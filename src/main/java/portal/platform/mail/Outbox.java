package portal.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.Config;
import portal.platform.Resealing;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.metrics.Metrics;
import portal.platform.web.Refusal;

/**
 * Mail that waits to leave: rows written in the transaction of what they tell, sent by the {@link Postman} at least once
 * under one Message-ID.
 */
public final class Outbox {
    static final String LINK_PURPOSE = "mail link";

    static final Duration BODIES_KEPT = Duration.ofDays(30);

    private static final int BATCH = 1_000;
    private static final int MOST_PER_RECIPIENT = 5;
    private static final Duration RECIPIENT_PERIOD = Duration.ofHours(1);
    private static final int MOST_PER_PERSON = 30;
    private static final Duration PERSON_PERIOD = Duration.ofMinutes(10);

    private final Vault vault;
    private final String host;

    /** Mail of the portal. */
    public Outbox(Config config, Vault vault) {
        this.vault = vault;
        this.host = config.smtp().from().substring(config.smtp().from().indexOf('@') + 1);
    }

    /** Adds a mail, in the caller's transaction. */
    public void add(Handle handle, Email email, Instant now) {
        UUID id = Ids.next();
        byte[] link = email.link() == null ? null : vault.seal(LINK_PURPOSE, email.link());
        handle.attach(OutboxDao.class).insert(id, "<" + id + "@" + host + ">", email, link, now);
    }

    /**
     * Makes sure that a person may send one more mail to an address. Counted from rows, so it holds over all nodes.
     *
     * @throws Refusal (429) when there were too many
     */
    public static void checkLimits(Handle handle, UUID person, String recipient, Instant now) {
        OutboxDao dao = handle.attach(OutboxDao.class);
        if (dao.sentTo(recipient, now.minus(RECIPIENT_PERIOD)) >= MOST_PER_RECIPIENT) {
            throw Refusal.tooMany(RECIPIENT_PERIOD.toSeconds());
        }
        if (dao.sentBy(person, now.minus(PERSON_PERIOD)) >= MOST_PER_PERSON) {
            throw Refusal.tooMany(PERSON_PERIOD.toSeconds());
        }
    }

    /** Seals the links of waiting mail with the current key. */
    public static Resealing.Count reseal(Database database, Vault vault) {
        return new Resealing(database, vault, LINK_PURPOSE)
                .all(
                        new UUID(0, 0),
                        (handle, after) -> handle.attach(OutboxDao.class).keptAfter(after, Resealing.BATCH),
                        OutboxDao.Kept::id,
                        OutboxDao.Kept::linkSealed,
                        (handle, row, anew) -> handle.attach(OutboxDao.class).replace(row, anew));
    }

    /** Mail of an invitation that has not left yet shall not leave: its link is dead. */
    public static void withdraw(Handle handle, UUID invitation, Instant now) {
        handle.attach(OutboxDao.class).withdraw(invitation, now);
    }

    /** Mail that was refused, or has been tried many times, the newest first. */
    public static List<StuckMail> stuck(Handle handle, UUID before, int most) {
        return handle.attach(OutboxDao.class).stuck(before, most);
    }

    /** One of them; empty when it is not stuck any more. */
    public static Optional<StuckMail> stuck(Handle handle, UUID id) {
        return handle.attach(OutboxDao.class).stuck(id);
    }

    /** Tries it again at once; not when its text is gone, or it is not stuck any more. */
    public static boolean retry(Handle handle, UUID id, Instant now) {
        return handle.attach(OutboxDao.class).retry(id, now) == 1;
    }

    /** Tries no more; its text goes. */
    public static boolean giveUp(Handle handle, UUID id, Instant now) {
        return handle.attach(OutboxDao.class).giveUp(id, now) == 1;
    }

    /** Erases all mail to an address, some at a time; gives how many. What has not left does not leave any more. */
    public static int forget(Handle handle, String recipient, Instant now) {
        return handle.attach(OutboxDao.class).forget(recipient, now);
    }

    /** Lets operators watch how much mail waits, and how long the first of it has been due. */
    public static void measure(Database database, Metrics metrics, Clock clock) {
        metrics.gauge("portal.outbox.waiting", "Mails that have not left, counted to 10,000", () -> database.read(
                        OutboxDao.class, OutboxDao::waiting)
                .mails());
        metrics.gauge("portal.outbox.late.seconds", "For how long the first waiting mail has been due", () -> {
            Instant since = database.read(OutboxDao.class, OutboxDao::waiting).since();
            return since == null
                    ? 0
                    : Math.max(0, Duration.between(since, clock.instant()).toSeconds());
        });
    }

    /** Erases the bodies of mail sent, refused or withdrawn long enough ago. */
    public static void eraseOldBodies(Database database, Instant now) {
        int erased;
        do {
            erased = database.write(handle -> handle.attach(OutboxDao.class).eraseBodies(now));
        } while (erased == BATCH);
    }
}
