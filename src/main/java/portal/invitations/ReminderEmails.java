package portal.invitations;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import portal.organizations.Organization;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.signin.Person;

/** The mails that bring an invitation to mind. Their words are fixed: nobody reads them again before they leave. */
public final class ReminderEmails {
    private final InvitationEmails emails;
    private final Renderer renderer;

    /** Mails that look like the other ones of invitations. */
    public ReminderEmails(InvitationEmails emails, Renderer renderer) {
        this.emails = emails;
        this.renderer = renderer;
    }

    /**
     * To the customer, in the language of the draft.
     *
     * @param person who presses the button; null for the portal itself
     */
    Email reminder(Invitation invitation, Person inviter, Organization partner, Draft draft, String link, UUID person) {
        Texts texts = Texts.in(draft.language());
        ZoneId zone = ZoneId.of(partner.timeZone());
        String brand = texts.text("layout.brand");
        String subject = texts.text("emails.reminder.subject", draft.subject());
        String asked = texts.longDate(invitation.createdAt(), zone);
        Notice notice = new Notice(
                draft.language(),
                partner.legalName(),
                subject,
                texts.text("emails.reminder.heading"),
                List.of(
                        texts.text("emails.reminder.what", inviter.name(), partner.legalName(), asked),
                        Email.LINK,
                        texts.text("emails.reminder.until", texts.longDate(invitation.expiresAt(), zone)),
                        texts.text("emails.reminder.ways")),
                texts.text("emails.invitation.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.invitation.footer", inviter.name(), brand));
        return new Email(
                "reminder",
                invitation.email(),
                inviter.email(),
                inviter.name() + ", " + partner.legalName(),
                draft.language(),
                subject,
                notice.text(),
                notice.html(renderer),
                link,
                invitation.id().value(),
                person);
    }

    /** To the inviter while he has a role, and to the address of the organization. */
    List<Email> expiring(Invitation invitation, Person inviter, Organization partner) {
        String name = Invitations.nameOf(invitation);
        ZoneId zone = ZoneId.of(partner.timeZone());
        return InvitationEmails.inviting(inviter, partner).stream()
                .map(recipient -> {
                    Texts texts = Texts.in(recipient.language());
                    String end = texts.longDate(invitation.expiresAt(), zone);
                    List<String> blocks =
                            List.of(texts.text("emails.expiring.what", name, end), texts.text("emails.expiring.ways"));
                    return emails.notice(
                            "expiring",
                            recipient.language(),
                            recipient.address(),
                            null,
                            blocks,
                            name,
                            emails.pageOf(invitation));
                })
                .toList();
    }
}
