package portal.invitations;

import java.util.Set;
import portal.platform.mail.Email;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A template as somebody edited it.
 *
 * @param version of the template it was drawn from
 */
public record TemplateForm(String subject, String body, String bodyRelationshipOnly, String shortBody, String version) {
    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_BODY = 6_000;
    private static final int LONGEST_SHORT_BODY = 1_000;
    private static final Set<String> IN_SUBJECT =
            Set.of("{person}", "{partner}", "{city}", "{customer}", "{until}", "{phone}", "{email}");
    private static final Set<String> IN_BODY =
            Set.of("{person}", "{partner}", "{city}", "{customer}", Email.LINK, "{until}", "{phone}", "{email}");

    /** What was sent. */
    public static TemplateForm from(Form form) {
        return new TemplateForm(
                form.line("subject"),
                form.text("body"),
                form.text("body-relationship-only"),
                form.text("short-body"),
                form.line("version"));
    }

    /** A template to be edited. */
    static TemplateForm of(TemplateText text, int version) {
        return new TemplateForm(
                text.subject(), text.body(), text.bodyRelationshipOnly(), text.shortBody(), String.valueOf(version));
    }

    /** The same texts, edited knowing another version. */
    TemplateForm knowing(int other) {
        return new TemplateForm(subject, body, bodyRelationshipOnly, shortBody, String.valueOf(other));
    }

    TemplateText text(Language language) {
        return new TemplateText(language, subject, body, bodyRelationshipOnly, shortBody);
    }

    /** The version it was drawn from; one that never was when it was tampered with. */
    int knownVersion() {
        return version.matches("-1|[0-9]{1,9}|1[0-9]{9}") ? Integer.parseInt(version) : Integer.MIN_VALUE;
    }

    /** What needs another look: as with drafts, but with the placeholders the portal fills. */
    public FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (errors.required("subject", subject, LONGEST_SUBJECT)) {
            DraftChecks.placeholders(errors, "subject", subject, IN_SUBJECT, "error.template.placeholder");
            DraftChecks.hosts(errors, "subject", subject);
        }
        check(errors, "body", body, LONGEST_BODY);
        check(errors, "body-relationship-only", bodyRelationshipOnly, LONGEST_BODY);
        check(errors, "short-body", shortBody, LONGEST_SHORT_BODY);
        return errors;
    }

    private static void check(FormErrors errors, String field, String text, int longest) {
        if (errors.required(field, text, longest)) {
            DraftChecks.placeholders(errors, field, text, IN_BODY, "error.template.placeholder");
            DraftChecks.oneLink(errors, field, text);
            DraftChecks.hosts(errors, field, text);
        }
    }
}
