package portal.agreements;

import portal.platform.access.Visitor;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** The tick under the agreement, and whom to ask about it. */
public record ConsentForm(boolean agrees, String firstName, String lastName, String email, String phone) {
    private static final int LONGEST_NAME = 50;

    /** What was sent. */
    public static ConsentForm from(Form form) {
        return new ConsentForm(
                form.ticked("agrees"),
                form.line("first-name"),
                form.line("last-name"),
                form.line("email"),
                form.line("phone"));
    }

    /** Filled in with what is known of the person; the box is never ticked beforehand. */
    public static ConsentForm of(Visitor visitor) {
        int space = visitor.name().lastIndexOf(' ');
        return new ConsentForm(
                false,
                space < 0 ? "" : visitor.name().substring(0, space),
                visitor.name().substring(space + 1),
                visitor.email() == null ? "" : visitor.email(),
                visitor.phone() == null ? "" : visitor.phone());
    }

    /** What needs another look. */
    public FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (!agrees) {
            errors.add("agrees", "error.agrees");
        }
        errors.required("first-name", firstName, LONGEST_NAME);
        errors.required("last-name", lastName, LONGEST_NAME);
        errors.required("email", email, 254);
        errors.email("email", email);
        errors.phone("phone", phone);
        return errors;
    }

    /** Whom to ask about the agreement. */
    public Agreements.Contact contact() {
        return new Agreements.Contact(firstName, lastName, email, phone.isEmpty() ? null : phone);
    }
}
