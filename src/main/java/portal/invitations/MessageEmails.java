package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.texts.Texts;

/** The mails that tell the inviting side, and nobody else, what was said at a link. */
public final class MessageEmails {
    private final InvitationEmails emails;

    /** Mails that look like the other ones of invitations. */
    public MessageEmails(InvitationEmails emails) {
        this.emails = emails;
    }

    /** To the inviter while he has a role, and to the address of the organization. */
    List<Email> written(Visit visit, Messages.Written written, Instant now) {
        ZoneId zone = ZoneId.of(visit.invitingPartner().timeZone());
        String name = Invitations.nameOf(visit.invitation());
        String replyTo = written.visitor().map(Message::verifiedEmail).orElse(null);
        return InvitationEmails.inviting(visit.inviter(), visit.invitingPartner()).stream()
                .map(recipient -> emails.notice(
                        written.kind().code(),
                        recipient.language(),
                        recipient.address(),
                        replyTo,
                        blocks(Texts.in(recipient.language()), name, written, now, zone),
                        name,
                        emails.pageOf(visit.invitation())))
                .toList();
    }

    private static List<String> blocks(Texts texts, String name, Messages.Written written, Instant now, ZoneId zone) {
        String who = written.visitor().map(Visitor::name).orElseGet(() -> texts.text("emails.message.somebody"));
        List<String> blocks = new ArrayList<>();
        blocks.add(texts.text("emails." + written.kind().code() + ".what", who, name));
        if (written.note() != null) {
            blocks.add(quote(written.note()));
        }
        written.visitor().ifPresent(visitor -> blocks.add(account(texts, visitor)));
        if (written.email() != null) {
            blocks.add(texts.text("emails.message.email", withoutLink(written.email())));
        }
        blocks.add(texts.text("emails.message.when", texts.dateTime(now, zone), zone.getId()));
        return blocks;
    }

    private static String account(Texts texts, Visitor visitor) {
        String email = Optional.ofNullable(Message.verifiedEmail(visitor))
                .orElseGet(() -> texts.text("emails.message.no-verified-email"));
        String organization =
                visitor.organization().map(Visitor.Organization::name).orElse("—");
        return texts.text(
                "emails.message.account",
                visitor.name(),
                email,
                organization,
                visitor.tenantId().toString());
    }

    /** The place of the link is never in somebody else's words. */
    private static String withoutLink(String said) {
        return said.replace(Email.LINK, "{ link }");
    }

    /** Somebody else's words, told apart from ours. */
    private static String quote(String note) {
        return withoutLink(note).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }
}
