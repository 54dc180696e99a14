package portal.endings;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import portal.organizations.Organization;
import portal.platform.Config;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.signin.Person;

/** The mails of endings, each in the recipient's language. */
public final class EndingEmails {
    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public EndingEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    /** What a partner says to a customer it leaves; answers go to the person. */
    Email termination(Visitor visitor, TerminationNotice letter) {
        Texts texts = Texts.in(letter.language());
        String partner = visitor.home().name();
        String footer = texts.text("emails.invitation.footer", visitor.name(), texts.text("layout.brand"));
        Notice notice = new Notice(
                letter.language(),
                partner,
                letter.subject(),
                null,
                Arrays.asList(letter.body().split("\\n{2,}")),
                null,
                null,
                footer);
        return new Email(
                "termination",
                letter.recipient(),
                visitor.email(),
                partner,
                letter.language(),
                letter.subject(),
                notice.text(),
                notice.html(renderer),
                null,
                null,
                visitor.personId());
    }

    /** To the one who asked for the privileges while he has a role, and to the address of the organization. */
    List<Email> removed(
            Visitor decider,
            Organization partner,
            Optional<Person> inviter,
            boolean responsible,
            String path,
            Instant now) {
        Map<String, Language> recipients = new LinkedHashMap<>();
        inviter.filter(Person::hasRole)
                .filter(person -> person.email() != null)
                .ifPresent(person -> recipients.put(
                        person.email(), Optional.ofNullable(person.language()).orElse(partner.language())));
        if (partner.email() != null && recipients.keySet().stream().noneMatch(partner.email()::equalsIgnoreCase)) {
            recipients.put(partner.email(), partner.language());
        }
        return recipients.entrySet().stream()
                .map(to -> removed(decider, partner, responsible, path, to.getKey(), to.getValue(), now))
                .toList();
    }

    private Email removed(
            Visitor decider,
            Organization partner,
            boolean responsible,
            String path,
            String recipient,
            Language language,
            Instant now) {
        Texts texts = Texts.in(language);
        ZoneId zone = ZoneId.of(partner.timeZone());
        String customer = decider.home().name();
        List<String> blocks = new ArrayList<>();
        blocks.add(texts.text("emails.dap-removed.what", customer, decider.name()));
        blocks.add(texts.text("emails.dap-removed.when", texts.dateTime(now, zone), zone.getId()));
        if (responsible) {
            blocks.add(texts.text("emails.dap-removed.responsible"));
        }
        if (responsible && !config.servicePhone().isEmpty()) {
            blocks.add(texts.text("emails.dap-removed.phone", config.servicePhone()));
        }
        blocks.add(Email.LINK);
        String brand = texts.text("layout.brand");
        String subject = texts.text("emails.dap-removed.subject", customer);
        Notice notice = new Notice(
                language,
                brand,
                subject,
                texts.text("emails.dap-removed.heading"),
                blocks,
                texts.text("emails.dap-removed.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                "dap-removed",
                recipient,
                decider.email(),
                brand,
                language,
                subject,
                notice.text(),
                notice.html(renderer),
                config.baseUrl() + path,
                null,
                null);
    }
}
