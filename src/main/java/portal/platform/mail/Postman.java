package portal.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Failure;

/**
 * Sends what waits in the outbox. Each node has one; a mail is claimed by moving its due time, so only one node sends it,
 * and when that node dies it is due again after the lease.
 */
public final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_STOP = Duration.ofMillis(Smtp.TIMEOUT).plusSeconds(5);

    private final Database database;
    private final Vault vault;
    private final Config.Smtp server;
    private final Delivery delivery;
    private final Clock clock;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "postman");
    private Smtp smtp;
    private volatile boolean stopping;

    /** A postman that has not started. */
    public Postman(Database database, Vault vault, Config config, Delivery delivery, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.server = config.smtp();
        this.delivery = delivery;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to look for mail. */
    public void start() {
        thread.start();
    }

    /** There may be mail: look now. */
    public void wake() {
        woken.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (woken.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
                if (!stopping) {
                    sendDue();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("cannot look for mail: {}", failure.toString());
                rest();
            }
        }
    }

    /** Made when there is mail: what it stands on takes long to load. */
    private synchronized Smtp smtp() {
        if (smtp == null) {
            smtp = new Smtp(server);
        }
        return smtp;
    }

    private void rest() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends all mail that is due now, or none more when the server is away. */
    public void sendDue() {
        for (OutboxDao.Due due : database.read(OutboxDao.class, dao -> dao.due(clock.instant()))) {
            if (stopping) {
                return;
            }
            Instant leaseEnd = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
            int claimed =
                    database.write(handle -> handle.attach(OutboxDao.class).claim(due.id(), due.dueAt(), leaseEnd));
            // its invitation may have been forgotten meanwhile, and the mail with it
            if (claimed == 1
                    && !database.read(OutboxDao.class, dao -> dao.find(due.id()))
                            .map(mail -> send(mail, leaseEnd))
                            .orElse(true)) {
                return;
            }
        }
    }

    /** False when the server is away. */
    private boolean send(OutboxDao.Row mail, Instant lease) {
        try {
            String link = mail.linkSealed() == null ? Email.LINK : vault.open(Outbox.LINK_PURPOSE, mail.linkSealed());
            smtp().send(
                            mail,
                            mail.textBody().replace(Email.LINK, link),
                            mail.htmlBody().replace(Email.LINK, link));
        } catch (RuntimeException failure) {
            failed(mail, lease, failure);
            return !Smtp.away(failure);
        }
        Instant now = clock.instant();
        keep(handle -> {
            if (handle.attach(OutboxDao.class).sent(mail.id(), lease, now, now.plus(Outbox.BODIES_KEPT)) == 1) {
                tell(handle, mail, null, now);
            }
        });
        return true;
    }

    /**
     * Writes down what has happened outside, however long the database is away: else it would happen again. When another
     * node had it after the lease, there is nothing left to write.
     */
    private void keep(Consumer<Handle> work) {
        while (true) {
            try {
                database.write(handle -> {
                    work.accept(handle);
                    return null;
                });
                return;
            } catch (RuntimeException failure) {
                if (stopping || Failure.of(failure) != Failure.UNAVAILABLE) {
                    throw failure;
                }
                rest();
            }
        }
    }

    private void failed(OutboxDao.Row mail, Instant lease, RuntimeException failure) {
        Instant now = clock.instant();
        String error = Smtp.message(failure);
        boolean hopeless =
                Smtp.permanent(failure) || mail.createdAt().plus(GIVE_UP_AFTER).isBefore(now);
        // what the server said may hold the address: it stays in the row
        LOG.warn("mail {} {}", mail.id(), hopeless ? "was refused" : "is tried again");
        Duration pause = Smtp.away(failure) ? PAUSE_WHILE_AWAY : pause(mail.attempts());
        keep(handle -> {
            OutboxDao dao = handle.attach(OutboxDao.class);
            if (!hopeless) {
                dao.postpone(mail.id(), lease, now.plus(pause), error);
            } else if (dao.refused(mail.id(), lease, now, error, now.plus(Outbox.BODIES_KEPT)) == 1) {
                tell(handle, mail, error, now);
            }
        });
    }

    private void tell(Handle handle, OutboxDao.Row mail, String refusal, Instant now) {
        if (mail.invitationId() != null) {
            delivery.happened(handle, mail.invitationId(), mail.recipient(), refusal, now);
        }
    }

    /** Doubles from five seconds to an hour. */
    static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(5L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Lets the mail that is being sent leave and be written down, because it would be sent once more. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(LONGEST_STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
