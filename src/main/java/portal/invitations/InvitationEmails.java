package portal.invitations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.Organization;
import portal.platform.Config;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.signin.Person;

/** The mails of invitations and their answers, each in the recipient's language. */
public final class InvitationEmails {
    private static final int LONGEST_SENDER = 200;

    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public InvitationEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    /** The draft, to the customer. */
    Email invitation(Visitor inviter, Invitation invitation, Draft draft, String link) {
        Texts texts = Texts.in(draft.language());
        String sender = shorten(inviter.name() + ", " + inviter.home().name());
        Notice notice = new Notice(
                draft.language(),
                inviter.home().name(),
                draft.subject(),
                null,
                Arrays.asList(isolateLink(draft.body()).split("\\n{2,}")),
                texts.text("emails.invitation.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.invitation.footer", inviter.name(), brand(texts)));
        return new Email(
                "invitation",
                invitation.email(),
                inviter.email(),
                sender,
                draft.language(),
                draft.subject(),
                draft.body(),
                notice.html(renderer),
                link,
                invitation.id().value(),
                inviter.personId());
    }

    /** The link's line becomes a block of its own, so that the HTML form can draw it as a button. */
    private static String isolateLink(String body) {
        return body.replaceAll("(?m)^[ \\t]*\\{link}[ \\t]*$", "\n{link}\n");
    }

    /** To the inviting side, and to the one who accepted. */
    List<Email> accepted(Visit visit, Visitor accepter, UUID receipt, Instant now) {
        Organization customer = visit.customer().orElseThrow();
        List<Email> mails = new ArrayList<>(toInviter(
                visit,
                visit.since() == null ? "accepted" : "agreement-accepted",
                customer.legalName(),
                accepter,
                null,
                "/receipts/" + receipt,
                now));
        mails.addAll(toProvider(visit, receipt, now));
        if (accepter.email() != null) {
            Language language = accepter.language().orElse(customer.language());
            Texts texts = Texts.in(language);
            String partner = visit.askers(texts);
            mails.add(notice(
                    "accepted-by-you",
                    language,
                    accepter.email(),
                    visit.inviter().email(),
                    List.of(
                            texts.text(
                                    visit.invitation().joint()
                                            ? "emails.accepted-by-you.jointly"
                                            : "emails.accepted-by-you.what",
                                    partner,
                                    customer.legalName()),
                            texts.text(
                                    "emails.accepted-by-you.when",
                                    accepter.name(),
                                    texts.dateTime(now, accepter.zone()),
                                    accepter.zone().getId()),
                            texts.text("emails.accepted-by-you.next")),
                    partner,
                    config.baseUrl() + "/receipts/" + receipt));
        }
        return mails;
    }

    /** To the address of the provider that was asked for together with the inviter. */
    private List<Email> toProvider(Visit visit, UUID receipt, Instant now) {
        Organization customer = visit.customer().orElseThrow();
        return visit.parties().stream()
                .filter(party -> !party.inviter())
                .map(party -> visit.partners().get(party.partnerId()))
                .filter(provider -> provider.email() != null)
                .map(provider -> {
                    Texts texts = Texts.in(provider.language());
                    ZoneId zone = ZoneId.of(provider.timeZone());
                    return notice(
                            "accepted-jointly",
                            provider.language(),
                            provider.email(),
                            visit.inviter().email(),
                            List.of(
                                    texts.text(
                                            "emails.accepted-jointly.what",
                                            customer.legalName(),
                                            visit.invitingPartner().legalName()),
                                    texts.text(
                                            "emails.accepted-jointly.when", texts.dateTime(now, zone), zone.getId())),
                            customer.legalName(),
                            config.baseUrl() + "/receipts/" + receipt);
                })
                .toList();
    }

    /** To the inviting side. */
    List<Email> declined(Visit visit, Visitor decliner, String reason, Instant now) {
        String customer = visit.customer()
                .map(Organization::legalName)
                .or(() -> Optional.ofNullable(visit.invitation().company()))
                .orElse(decliner.name());
        String path = "/invitations/" + visit.invitation().id();
        return toInviter(visit, "declined", customer, decliner, reason, path, now);
    }

    /** To the inviter while he has a role, and to the address of the organization. */
    private List<Email> toInviter(
            Visit visit, String kind, String customer, Visitor answerer, String reason, String path, Instant now) {
        return inviting(visit.inviter(), visit.invitingPartner()).stream()
                .map(to -> toInviter(visit, kind, customer, answerer, reason, to.language(), to.address(), path, now))
                .toList();
    }

    /** Who is told of an invitation on the inviting side, and in which language. */
    record Recipient(String address, Language language) {}

    /** The inviter while he has a role, and the address of the organization. */
    static List<Recipient> inviting(Person inviter, Organization partner) {
        List<Recipient> recipients = new ArrayList<>();
        String personal = inviter.hasRole() ? inviter.email() : null;
        if (personal != null) {
            Language language = Optional.ofNullable(inviter.language()).orElse(partner.language());
            recipients.add(new Recipient(personal, language));
        }
        if (partner.email() != null && !partner.email().equalsIgnoreCase(personal)) {
            recipients.add(new Recipient(partner.email(), partner.language()));
        }
        return recipients;
    }

    /** Where the inviting side sees the invitation. */
    String pageOf(Invitation invitation) {
        return config.baseUrl() + "/invitations/" + invitation.id();
    }

    private Email toInviter(
            Visit visit,
            String kind,
            String customer,
            Visitor answerer,
            String reason,
            Language language,
            String recipient,
            String path,
            Instant now) {
        Texts texts = Texts.in(language);
        ZoneId zone = ZoneId.of(visit.invitingPartner().timeZone());
        List<String> blocks = new ArrayList<>();
        blocks.add(texts.text("emails." + kind + ".what", customer, answerer.name()));
        blocks.add(texts.text("emails." + kind + ".when", texts.dateTime(now, zone), zone.getId()));
        if (reason != null) {
            blocks.add(texts.text("emails." + kind + ".reason", reason));
        }
        return notice(kind, language, recipient, answerer.email(), blocks, customer, config.baseUrl() + path);
    }

    /** A mail of the texts {@code emails.<kind>}, with a button that leads to the address. */
    Email notice(
            String kind,
            Language language,
            String recipient,
            String replyTo,
            List<String> blocks,
            String subjectName,
            String address) {
        Texts texts = Texts.in(language);
        List<String> all = new ArrayList<>(blocks);
        all.add(Email.LINK);
        String subject = texts.text("emails." + kind + ".subject", subjectName);
        Notice notice = new Notice(
                language,
                brand(texts),
                subject,
                texts.text("emails." + kind + ".heading"),
                all,
                texts.text("emails." + kind + ".link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand(texts), config.operator().name()));
        return new Email(
                kind,
                recipient,
                replyTo,
                brand(texts),
                language,
                subject,
                notice.text(),
                notice.html(renderer),
                address,
                null,
                null);
    }

    private static String shorten(String sender) {
        boolean fits = sender.codePointCount(0, sender.length()) <= LONGEST_SENDER;
        return fits ? sender : sender.substring(0, sender.offsetByCodePoints(0, LONGEST_SENDER));
    }

    private static String brand(Texts texts) {
        return texts.text("layout.brand");
    }
}
