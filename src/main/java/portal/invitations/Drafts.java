package portal.invitations;

import java.time.Instant;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.partnerships.Partnerships;
import portal.platform.Vault;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.mail.Email;
import portal.platform.mail.MailFile;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.web.Refusal;

/** The text that brings an invitation to the customer, and its ways there. */
public final class Drafts {
    private final Database database;
    private final Outbox outbox;
    private final InvitationEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Drafts(Database database, Outbox outbox, InvitationEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** The draft as saved. */
    Draft find(InvitationId id) {
        return database.read(InvitationDao.class, dao -> dao.draft(id));
    }

    /** The short text for mail programs that cut long addresses. */
    String shortText(Invitation invitation, Visitor visitor, Language language) {
        return database.read(handle ->
                DraftTemplate.of(handle, invitation, language, visitor).shortBody());
    }

    /** What came of something done with a draft. */
    enum Outcome {
        DONE,
        /** It was saved or sent since it was opened; nothing was done now. */
        CHANGED,
        /** The invitation was answered or ended meanwhile. */
        CLOSED
    }

    /** What a joint invitation rests on, the invitation's row and then the draft's decide, so that of two who press one is told. */
    private static Outcome turn(Handle handle, Invitation invitation, OptionalInt version, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        boolean ended = invitation.joint() && !Partnerships.touch(handle, invitation.partnershipId());
        if (ended || dao.whileOpen(invitation.id(), now) == 0) {
            return Outcome.CLOSED;
        }
        boolean ours = version.isEmpty() || dao.takeTurn(invitation.id(), version.getAsInt()) == 1;
        return ours ? Outcome.DONE : Outcome.CHANGED;
    }

    /** Keeps an edited draft. */
    Outcome save(Visitor visitor, Invitation invitation, DraftForm form, Instant now) {
        Language language = Language.of(form.language()).orElse(invitation.language());
        return database.write(handle -> {
            Outcome outcome = turn(handle, invitation, form.version(), now);
            if (outcome == Outcome.DONE) {
                save(handle, visitor, invitation, Draft.unsaved(language, form.subject(), form.body(), now), now);
            }
            return outcome;
        });
    }

    private static void save(Handle handle, Visitor visitor, Invitation invitation, Draft draft, Instant now) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        Draft before = dao.draft(invitation.id());
        boolean same = before.subject().equals(draft.subject()) && before.body().equals(draft.body());
        if (!same) {
            dao.saveDraft(invitation.id(), draft);
            Timeline.write(handle, invitation.id(), InvitationEvent.Kind.EDITED, visitor.personId(), null, now);
        }
    }

    /** Starts the draft again from the template of a language. */
    Outcome startAgain(Visitor visitor, Invitation invitation, Language language, Instant now) {
        return database.write(handle -> {
            if (turn(handle, invitation, OptionalInt.empty(), now) != Outcome.DONE) {
                return Outcome.CLOSED;
            }
            InvitationDao dao = handle.attach(InvitationDao.class);
            DraftTemplate template = DraftTemplate.of(handle, invitation, language, visitor);
            dao.setLanguage(invitation.id(), language);
            save(handle, visitor, invitation, template.draft(now), now);
            return Outcome.DONE;
        });
    }

    /** The saved draft as a mail program's file. */
    byte[] file(Visitor visitor, Invitation invitation, String link, Instant now) {
        Email mail = emails.invitation(visitor, invitation, find(invitation.id()), link);
        return MailFile.of(mail, visitor.name(), visitor.email(), now);
    }

    /** The inviter says that the draft was brought to the customer. */
    Outcome handOver(Visitor visitor, Invitation invitation, Instant now) {
        return database.write(handle -> {
            if (turn(handle, invitation, OptionalInt.empty(), now) != Outcome.DONE) {
                return Outcome.CLOSED;
            }
            Timeline.write(handle, invitation.id(), InvitationEvent.Kind.HANDED_OVER, visitor.personId(), null, now);
            Invitations.log(handle, Action.INVITATION_HANDED_OVER, visitor, invitation, now);
            return Outcome.DONE;
        });
    }

    /**
     * Saves the draft and sends it to the invitation's address; pressed twice, it is sent once.
     *
     * @throws Refusal (429) when too much was sent
     */
    Outcome send(Visitor visitor, Invitation invitation, DraftForm form, String link, Instant now) {
        Language language = Language.of(form.language()).orElse(invitation.language());
        return database.write(handle -> {
            Outcome outcome = turn(handle, invitation, form.version(), now);
            if (outcome != Outcome.DONE) {
                return outcome;
            }
            byte[] secretDigest = Vault.digest(link.substring(link.lastIndexOf('/') + 1));
            if (handle.attach(LinkDao.class).alive(secretDigest) == 0) {
                return Outcome.CHANGED;
            }
            Outbox.checkLimits(handle, visitor.personId(), invitation.email(), now);
            Draft draft = Draft.unsaved(language, form.subject(), form.body(), now);
            save(handle, visitor, invitation, draft, now);
            outbox.add(handle, emails.invitation(visitor, invitation, draft, link), now);
            Timeline.write(
                    handle, invitation.id(), InvitationEvent.Kind.SENT, visitor.personId(), invitation.email(), now);
            handle.attach(ReminderDao.class).sent(invitation.id(), now);
            Invitations.log(handle, Action.INVITATION_SENT, visitor, invitation, now);
            return Outcome.DONE;
        });
    }
}
