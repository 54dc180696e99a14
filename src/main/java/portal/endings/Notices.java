package portal.endings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.platform.texts.Texts;
import portal.relationships.CustomerRecord;
import portal.relationships.Removal;

/** Termination notices: drafted with the removal, edited and sent only when somebody wants to. */
public final class Notices {
    private final Database database;
    private final Outbox outbox;
    private final EndingEmails emails;

    /** What came of saving or sending. */
    enum Outcome {
        DONE,
        /** Somebody saved another text meanwhile. */
        CHANGED,
        /** It has been sent, so it stays as it is. */
        SENT_ALREADY
    }

    /** Kept in the database; mail leaves by the outbox. */
    public Notices(Database database, Outbox outbox, EndingEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** Forgets to whom notices went, some at a time; gives how many. */
    public static int forget(Handle handle, String recipient) {
        return handle.attach(NoticeDao.class).forget(recipient);
    }

    /** Writes the first draft, in the customer's language. */
    static void draft(
            Handle handle, Visitor visitor, UUID removal, CustomerRecord customer, boolean givenUp, Instant now) {
        Organization company =
                Organizations.find(handle, customer.customerId().value()).orElseThrow();
        Texts texts = Texts.in(company.language());
        String partner = visitor.home().name();
        String day = texts.longDate(now, ZoneId.of(company.timeZone()));
        boolean granted = customer.delegatedAdminSince() != null;
        String privileges = givenUp ? "given-up" : granted ? "left" : "none";
        String body = String.join(
                "\n\n",
                texts.text("emails.termination.greeting"),
                texts.text("emails.termination.what", partner, company.legalName(), day),
                texts.text("emails.termination.privileges." + privileges),
                texts.text("emails.termination.stays"),
                texts.text("emails.termination.end", visitor.name(), partner));
        String subject = texts.text("emails.termination.subject", partner);
        handle.attach(NoticeDao.class).insert(removal, company.language(), subject, body);
    }

    /** The notice of a removal of the partner's. */
    Optional<TerminationNotice> find(PartnerId partner, UUID removal) {
        return database.read(NoticeDao.class, dao -> dao.find(partner, removal));
    }

    /** Keeps another text, for a form without errors. */
    Outcome save(UUID removal, NoticeForm form) {
        int rows = database.write(handle -> handle.attach(NoticeDao.class).save(removal, form.knownVersion(), form));
        return rows == 1 ? Outcome.DONE : Outcome.CHANGED;
    }

    /** Keeps the text and sends it, once. */
    Outcome send(Visitor visitor, Removal removal, NoticeForm form, Instant now) {
        return database.write(handle -> {
            NoticeDao dao = handle.attach(NoticeDao.class);
            if (dao.save(removal.id(), form.knownVersion(), form) == 0) {
                boolean sent = dao.find(removal.partnerId(), removal.id())
                        .filter(notice -> notice.sentAt() != null)
                        .isPresent();
                return sent ? Outcome.SENT_ALREADY : Outcome.CHANGED;
            }
            Outbox.checkLimits(handle, visitor.personId(), form.recipient(), now);
            dao.sent(removal.id(), visitor.personId(), now);
            TerminationNotice notice =
                    dao.find(removal.partnerId(), removal.id()).orElseThrow();
            outbox.add(handle, emails.termination(visitor, notice), now);
            Activity.of(
                            Action.TERMINATION_NOTICE_SENT,
                            visitor.personId(),
                            removal.customerId().value(),
                            removal.name())
                    .changing(null, form.recipient())
                    .log(handle, removal.partnerId().value(), now);
            return Outcome.DONE;
        });
    }
}
