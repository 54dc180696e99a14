package portal.invitations;

import java.util.HexFormat;
import portal.agreements.Agreements;
import portal.platform.access.Visitor;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What is sent with <i>Accept &amp; authorize</i>.
 *
 * @param sheet digest of what was shown, in hexadecimal
 */
public record AcceptanceForm(
        String sheet, boolean agrees, String firstName, String lastName, String email, String phone) {
    private static final int LONGEST_NAME = 50;
    private static final int DIGEST_DIGITS = 64;

    /** What was sent. */
    public static AcceptanceForm from(Form form) {
        return new AcceptanceForm(
                form.line("sheet"),
                form.ticked("agrees"),
                form.line("first-name"),
                form.line("last-name"),
                form.line("email"),
                form.line("phone"));
    }

    /** Filled in with what is known of the person. */
    public static AcceptanceForm of(Visitor visitor) {
        int space = visitor.name().lastIndexOf(' ');
        return new AcceptanceForm(
                "",
                false,
                space < 0 ? "" : visitor.name().substring(0, space),
                visitor.name().substring(space + 1),
                visitor.email() == null ? "" : visitor.email(),
                visitor.phone() == null ? "" : visitor.phone());
    }

    /** What needs another look; without an agreement to accept, nothing but the sheet counts. */
    public FormErrors errors(boolean agreementShown) {
        FormErrors errors = new FormErrors();
        if (!agreementShown) {
            return errors;
        }
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

    /** The digest; empty when it is none. */
    public byte[] sheetDigest() {
        boolean digest = sheet.length() == DIGEST_DIGITS && sheet.matches("[0-9a-f]+");
        return digest ? HexFormat.of().parseHex(sheet) : new byte[0];
    }

    /** Whom to ask about the agreement. */
    public Agreements.Contact contact() {
        return new Agreements.Contact(firstName, lastName, email, phone.isEmpty() ? null : phone);
    }
}
