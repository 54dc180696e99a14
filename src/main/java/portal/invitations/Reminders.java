package portal.invitations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Outbox;
import portal.platform.web.Refusal;
import portal.signin.Person;
import portal.signin.Persons;

/**
 * Brings invitations to mind: the customer's at most twice, three days after sending and two days before the end (practice:
 * 2.5), as long as nobody has looked; the inviter's once before the end. Jobs of several nodes may call it at once.
 */
public final class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration FIRST_AFTER = Duration.ofDays(3);
    private static final Duration BEFORE_END = Duration.ofDays(2);
    private static final Duration PAUSE = Duration.ofDays(1);

    private final Database database;
    private final Invitations invitations;
    private final Outbox outbox;
    private final ReminderEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Reminders(Database database, Invitations invitations, Outbox outbox, ReminderEmails emails) {
        this.database = database;
        this.invitations = invitations;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** Sends the reminders whose time has come; a job calls it. */
    public void remindDue(Instant now) {
        List<ReminderDao.Due> due = database.read(
                ReminderDao.class, dao -> dao.due(now.minus(FIRST_AFTER), now.plus(BEFORE_END), now.minus(PAUSE), now));
        for (ReminderDao.Due reminder : due) {
            try {
                remind(reminder, now);
            } catch (Refusal tooMuchMail) {
                LOG.info("invitation {} is reminded of later", reminder.id());
            }
        }
    }

    private void remind(ReminderDao.Due due, Instant now) {
        database.write(handle -> {
            ReminderDao dao = handle.attach(ReminderDao.class);
            if (dao.claim(due.id(), due.reminders(), now) == 1) {
                Invitation invitation = dao.invitation(due.id());
                Outbox.checkLimits(handle, invitation.createdBy(), invitation.email(), now);
                send(handle, invitation, null, now);
            }
            return null;
        });
    }

    /**
     * Reminds because the inviting side says so; it counts as one of the two.
     *
     * @return whether it was sent; not when two were sent, it was never sent from here, or is closed
     * @throws Refusal (429) when too much was sent
     */
    boolean remindNow(Visitor visitor, Invitation seen, Instant now) {
        return database.write(handle -> {
            ReminderDao dao = handle.attach(ReminderDao.class);
            if (dao.claim(seen.id(), now) == 0) {
                return false;
            }
            Invitation invitation = dao.invitation(seen.id());
            Outbox.checkLimits(handle, visitor.personId(), invitation.email(), now);
            send(handle, invitation, visitor.personId(), now);
            return true;
        });
    }

    private void send(Handle handle, Invitation invitation, UUID person, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        Organization partner = invitingPartner(handle, invitation);
        Person inviter = Persons.find(handle, invitation.createdBy()).orElseThrow();
        outbox.add(
                handle,
                emails.reminder(
                        invitation, inviter, partner, dao.draft(invitation.id()), invitations.link(invitation), person),
                now);
        Timeline.write(handle, invitation.id(), InvitationEvent.Kind.REMINDED, person, invitation.email(), now);
        Activity.of(Action.INVITATION_REMINDED, person, null, Invitations.nameOf(invitation))
                .log(handle, partner.id(), now);
    }

    /** Tells inviters, once, that nobody has answered and the end is near; a job calls it. */
    public void warnOfEnd(Instant now) {
        List<ReminderDao.Ending> ending =
                database.read(ReminderDao.class, dao -> dao.ending(now.plus(BEFORE_END), now.minus(PAUSE), now));
        for (ReminderDao.Ending invitation : ending) {
            database.write(handle -> {
                ReminderDao dao = handle.attach(ReminderDao.class);
                if (dao.claimEnding(invitation.id(), invitation.version(), now) == 1) {
                    warn(handle, dao.invitation(invitation.id()), now);
                }
                return null;
            });
        }
    }

    private void warn(Handle handle, Invitation invitation, Instant now) {
        Timeline.write(handle, invitation.id(), InvitationEvent.Kind.EXPIRING, null, null, now);
        Person inviter = Persons.find(handle, invitation.createdBy()).orElseThrow();
        emails.expiring(invitation, inviter, invitingPartner(handle, invitation))
                .forEach(email -> outbox.add(handle, email, now));
    }

    private static Organization invitingPartner(Handle handle, Invitation invitation) {
        Party first =
                handle.attach(InvitationDao.class).parties(invitation.id()).get(0);
        return Organizations.find(handle, first.partnerId()).orElseThrow();
    }
}
