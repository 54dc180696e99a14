package portal.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portal.organizations.Organization;
import portal.platform.Config;
import portal.platform.mail.Email;
import portal.platform.mail.Notice;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.FormErrors;
import portal.platform.web.Renderer;
import portal.signin.Person;

/**
 * The mails that tell the operator of an enrolment, and a partner what the operator decided. The operator is told in
 * English, because its contact is an address that no language is set for; a partner in the recipient's language.
 */
public final class EnrolmentEmails {
    private final Config config;
    private final Renderer renderer;

    /** Mails of this portal. */
    public EnrolmentEmails(Config config, Renderer renderer) {
        this.config = config;
        this.renderer = renderer;
    }

    /** To the operator: a company has enrolled; empty when the operator's contact is no e-mail address. */
    Optional<Email> submitted(Organization partner) {
        return toOperator("submitted", partner);
    }

    /** To the operator: an enrolment waits again, corrected; empty when the operator's contact is no e-mail address. */
    Optional<Email> corrected(Organization partner) {
        return toOperator("corrected", partner);
    }

    private Optional<Email> toOperator(String step, Organization partner) {
        String contact = config.operator().contact().strip();
        if (!new FormErrors().email("contact", contact)) {
            return Optional.empty();
        }
        Texts texts = Texts.in(Language.EN);
        String brand = texts.text("layout.brand");
        String subject = texts.text("emails.enrolment." + step + ".subject", partner.legalName());
        Notice notice = new Notice(
                Language.EN,
                brand,
                subject,
                texts.text("emails.enrolment." + step + ".heading"),
                List.of(
                        texts.text(
                                "emails.enrolment." + step + ".what",
                                partner.legalName(),
                                texts.country(partner.country())),
                        Email.LINK),
                texts.text("emails.enrolment.open"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return Optional.of(new Email(
                "enrolment-" + step,
                FormErrors.asciiEmail(contact),
                null,
                brand,
                Language.EN,
                subject,
                notice.text(),
                notice.html(renderer),
                config.baseUrl() + "/enrolments/" + partner.id(),
                null,
                null));
    }

    /** To whoever enrolled the partner, and to its address for notices. */
    List<Email> decided(Decision decision, Organization partner, Optional<Person> submitter, String reason) {
        List<Email> mails = new ArrayList<>();
        String personal = submitter.map(Person::email).orElse(null);
        if (personal != null) {
            Language language = Optional.ofNullable(submitter.get().language()).orElse(partner.language());
            mails.add(email(decision, partner, personal, language, reason));
        }
        if (partner.email() != null && !partner.email().equalsIgnoreCase(personal)) {
            mails.add(email(decision, partner, partner.email(), partner.language(), reason));
        }
        return mails;
    }

    private Email email(Decision decision, Organization partner, String recipient, Language language, String reason) {
        Texts texts = Texts.in(language);
        String key = "emails.enrolment-" + decision.code();
        String brand = texts.text("layout.brand");
        String subject = texts.text(key + ".subject", partner.legalName());
        List<String> blocks = new ArrayList<>();
        blocks.add(
                texts.text(key + ".what", partner.legalName(), config.operator().name()));
        if (reason != null) {
            blocks.add(texts.text("emails.enrolment.reason", reason));
        }
        blocks.add(texts.text(key + ".next"));
        blocks.add(Email.LINK);
        Notice notice = new Notice(
                language,
                brand,
                subject,
                texts.text(key + ".heading"),
                blocks,
                texts.text("emails.enrolment.link"),
                texts.text("emails.copy-hint"),
                texts.text("emails.footer", brand, config.operator().name()));
        return new Email(
                "enrolment-" + decision.code(),
                recipient,
                null,
                brand,
                language,
                subject,
                notice.text(),
                notice.html(renderer),
                config.baseUrl() + "/",
                null,
                null);
    }
}
