package portal.invitations;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.access.Visitor;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What is written at an invitation's link.
 *
 * @param administrator who administers the organization instead, as far as the writer knows
 * @param email where the writer wants to be reached; nothing is ever sent there
 */
public record MessageForm(String note, String administrator, String email) {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 500;
    /** Longest answer to who administers the organization. */
    public static final int LONGEST_NAME = 120;

    private static final int LONGEST_EMAIL = 254;

    /** What was sent. */
    static MessageForm from(Form form) {
        return new MessageForm(form.text("note"), form.line("administrator"), form.line("email"));
    }

    /** Filled in with what is known of the visitor. */
    static MessageForm of(Optional<Visitor> visitor) {
        return new MessageForm(
                "",
                "",
                visitor.map(Visitor::email).filter(email -> email != null).orElse(""));
    }

    /** What needs another look. */
    FormErrors errors(MessageKind kind) {
        FormErrors errors = new FormErrors();
        if (kind == MessageKind.NEW_LINK) {
            errors.required("email", email, LONGEST_EMAIL);
        } else if (kind == MessageKind.QUESTION) {
            errors.required("note", note, LONGEST_NOTE);
        } else {
            errors.text("administrator", administrator, LONGEST_NAME);
            int taken = administrator.isEmpty() ? 0 : administrator.codePointCount(0, administrator.length()) + 1;
            errors.text("note", note, LONGEST_NOTE - taken);
        }
        errors.email("email", email);
        return errors;
    }

    /** What is kept as the note of this kind; null for nothing. */
    String noteFor(MessageKind kind) {
        String kept =
                switch (kind) {
                    case QUESTION -> note;
                    case NOT_ADMINISTRATOR ->
                        Stream.of(administrator, note)
                                .filter(part -> !part.isEmpty())
                                .collect(Collectors.joining("\n"));
                    case NEW_LINK, RELEASE -> "";
                };
        return kept.isEmpty() ? null : kept;
    }

    /** Where the writer wants to be reached; null for nowhere. */
    String reach() {
        return email.isEmpty() ? null : email;
    }
}
