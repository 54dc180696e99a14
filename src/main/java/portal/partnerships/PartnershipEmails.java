package portal.partnerships;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.platform.Config;
import portal.platform.access.Visitor;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Renderer;
import portal.signin.Person;
import portal.signin.Persons;

/** The mails of partnerships, each in the recipient's language. */
public final class PartnershipEmails {
    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public PartnershipEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    /** To the address of the organization that is asked. */
    List<Email> asked(Partnership partnership, Visitor asker, Organization asking, Organization other) {
        if (other.email() == null) {
            return List.of();
        }
        Texts texts = Texts.in(other.language());
        String as = texts.text("partnerships.mail.as." + partnership.askedBy().code());
        return List.of(notice(
                "partnership-asked",
                texts,
                other.email(),
                asker.email(),
                List.of(
                        texts.text("emails.partnership-asked.what", asker.name(), asking.legalName(), as),
                        texts.text("emails.partnership-asked.who")),
                asking.legalName(),
                partnership));
    }

    /** To the person who asked, while he has a role, and to the address of that organization. */
    List<Email> accepted(
            Handle handle, Partnership partnership, Visitor accepter, Organization accepting, Organization asking) {
        Map<String, Language> recipients = new LinkedHashMap<>();
        Optional<Person> asker = Persons.find(handle, partnership.askedByPerson())
                .filter(person -> person.hasRole() && person.email() != null);
        asker.ifPresent(person -> recipients.put(
                person.email(), Optional.ofNullable(person.language()).orElse(asking.language())));
        if (asking.email() != null) {
            recipients.putIfAbsent(asking.email(), asking.language());
        }
        List<Email> mails = new ArrayList<>();
        recipients.forEach((address, language) -> {
            Texts texts = Texts.in(language);
            mails.add(notice(
                    "partnership-accepted",
                    texts,
                    address,
                    accepter.email(),
                    List.of(texts.text("emails.partnership-accepted.what", accepting.legalName(), accepter.name())),
                    accepting.legalName(),
                    partnership));
        });
        return mails;
    }

    private Email notice(
            String kind,
            Texts texts,
            String recipient,
            String replyTo,
            List<String> blocks,
            String name,
            Partnership partnership) {
        List<String> all = new ArrayList<>(blocks);
        all.add(Email.LINK);
        String brand = texts.text("layout.brand");
        String subject = texts.text("emails." + kind + ".subject", name);
        Notice notice = new Notice(
                texts.language(),
                brand,
                subject,
                texts.text("emails." + kind + ".heading"),
                all,
                texts.text("emails." + kind + ".link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                kind,
                recipient,
                replyTo,
                brand,
                texts.language(),
                subject,
                notice.text(),
                notice.html(renderer),
                config.baseUrl() + partnership.path(),
                null,
                null);
    }
}
