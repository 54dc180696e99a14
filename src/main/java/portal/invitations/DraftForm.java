package portal.invitations;

import java.util.OptionalInt;
import java.util.Set;
import portal.platform.mail.Email;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A draft as somebody edited it: the link is shown in full, and stored as {@code {link}}.
 *
 * @param version of the draft that was edited; empty when the sender does not say
 */
public record DraftForm(String language, String subject, String body, OptionalInt version) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;

    /** A draft of no known version. */
    public DraftForm(String language, String subject, String body) {
        this(language, subject, body, OptionalInt.empty());
    }

    /** What was sent; the link in it becomes its placeholder. */
    public static DraftForm from(Form form, String link) {
        String version = form.line("version");
        return new DraftForm(
                form.line("language"),
                form.line("subject"),
                form.text("body").replace(link, Email.LINK),
                version.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(version)) : OptionalInt.empty());
    }

    /**
     * What needs another look: the link once and only in the message, no other placeholder, no address of a host that our
     * own templates do not name.
     *
     * @param secret of the link, which may stand nowhere else
     */
    public FormErrors errors(String secret) {
        FormErrors errors = new FormErrors();
        if (errors.required("subject", subject, LONGEST_SUBJECT)) {
            check(errors, "subject", subject, Set.of(), secret);
        }
        if (errors.required("body", body, LONGEST_BODY)) {
            DraftChecks.oneLink(errors, "body", body);
            check(errors, "body", body, Set.of(Email.LINK), secret);
        }
        return errors;
    }

    private static void check(FormErrors errors, String field, String text, Set<String> known, String secret) {
        if (text.contains(secret)) {
            errors.add(field, "error.draft.several-links", 2);
        }
        DraftChecks.placeholders(errors, field, text, known, "error.draft.placeholder");
        DraftChecks.hosts(errors, field, text);
    }
}
