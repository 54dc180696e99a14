package portal.invitations;

import java.util.Set;
import portal.platform.mail.Email;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** A draft as somebody edited it: the link is shown in full, and stored as {@code {link}}. */
public record DraftForm(String language, String subject, String body) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;

    /** What was sent; the link in it becomes its placeholder. */
    public static DraftForm from(Form form, String link) {
        return new DraftForm(
                form.line("language"), form.line("subject"), form.text("body").replace(link, Email.LINK));
    }

    /**
     * What needs another look: the link once, no other placeholder, no address of a host that our own templates do not
     * name.
     */
    public FormErrors errors() {
        FormErrors errors = new FormErrors();
        errors.required("subject", subject, LONGEST_SUBJECT);
        if (!errors.required("body", body, LONGEST_BODY)) {
            return errors;
        }
        DraftChecks.oneLink(errors, "body", body);
        DraftChecks.placeholders(errors, "body", body, Set.of(Email.LINK), "error.draft.placeholder");
        DraftChecks.placeholders(errors, "subject", subject, Set.of(), "error.draft.placeholder");
        DraftChecks.hosts(errors, "body", body);
        return errors;
    }
}
