package portal.invitations;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
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
        return database.read(handle -> {
            Organization partner =
                    Organizations.find(handle, visitor.home().id()).orElseThrow();
            TemplateText text = Templates.text(handle, new PartnerId(partner.id()), language);
            return DraftTemplate.of(text, invitation, partner, visitor, false).shortBody();
        });
    }

    /** Keeps an edited draft. */
    void save(Visitor visitor, Invitation invitation, DraftForm form, Instant now) {
        Language language = Language.of(form.language()).orElse(invitation.language());
        database.write(handle -> {
            save(handle, visitor, invitation, new Draft(language, form.subject(), form.body(), now), now);
            return null;
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
    void startAgain(Visitor visitor, Invitation invitation, Language language, Instant now) {
        database.write(handle -> {
            InvitationDao dao = handle.attach(InvitationDao.class);
            Organization partner =
                    Organizations.find(handle, visitor.home().id()).orElseThrow();
            boolean delegatedAdmin = dao.parties(invitation.id()).stream().anyMatch(Party::delegatedAdmin);
            TemplateText text = Templates.text(handle, new PartnerId(partner.id()), language);
            DraftTemplate template = DraftTemplate.of(text, invitation, partner, visitor, delegatedAdmin);
            dao.setLanguage(invitation.id(), language);
            save(handle, visitor, invitation, template.draft(now), now);
            return null;
        });
    }

    /** The saved draft as a mail program's file. */
    byte[] file(Visitor visitor, Invitation invitation, String link, Instant now) {
        Email mail = emails.invitation(visitor, invitation, find(invitation.id()), link);
        return MailFile.of(mail, visitor.name(), visitor.email(), now);
    }

    /** The inviter says that the draft was brought to the customer. */
    void handOver(Visitor visitor, Invitation invitation, Instant now) {
        database.write(handle -> {
            Timeline.write(handle, invitation.id(), InvitationEvent.Kind.HANDED_OVER, visitor.personId(), null, now);
            Invitations.log(handle, Action.INVITATION_HANDED_OVER, visitor, invitation, now);
            return null;
        });
    }

    /**
     * Saves the draft and sends it to the invitation's address.
     *
     * @throws Refusal (429) when too much was sent
     */
    void send(Visitor visitor, Invitation invitation, DraftForm form, String link, Instant now) {
        Language language = Language.of(form.language()).orElse(invitation.language());
        database.write(handle -> {
            Outbox.checkLimits(handle, visitor.personId(), invitation.email(), now);
            Draft draft = new Draft(language, form.subject(), form.body(), now);
            save(handle, visitor, invitation, draft, now);
            outbox.add(handle, emails.invitation(visitor, invitation, draft, link), now);
            Timeline.write(
                    handle, invitation.id(), InvitationEvent.Kind.SENT, visitor.personId(), invitation.email(), now);
            handle.attach(ReminderDao.class).sent(invitation.id(), now);
            Invitations.log(handle, Action.INVITATION_SENT, visitor, invitation, now);
            return null;
        });
    }
}
