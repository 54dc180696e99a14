package portal.endings;

import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A termination notice as somebody edited it.
 *
 * @param recipient empty while it is not to be sent from here
 * @param version of the notice that was edited
 */
public record NoticeForm(String subject, String body, String recipient, String version) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 8_000;

    /** What was sent. */
    static NoticeForm from(Form form) {
        return new NoticeForm(form.line("subject"), form.text("body"), form.line("recipient"), form.line("version"));
    }

    /** A notice to be edited. */
    static NoticeForm of(TerminationNotice notice) {
        String to = notice.recipient() == null ? "" : notice.recipient();
        return new NoticeForm(notice.subject(), notice.body(), to, String.valueOf(notice.version()));
    }

    /** The version the sender saw. */
    int knownVersion() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** What needs another look. */
    FormErrors errors(boolean sending) {
        FormErrors errors = new FormErrors();
        errors.required("subject", subject, LONGEST_SUBJECT);
        errors.required("body", body, LONGEST_BODY);
        if (sending && recipient.isEmpty()) {
            errors.add("recipient", "error.required");
        }
        errors.email("recipient", recipient);
        return errors;
    }
}
