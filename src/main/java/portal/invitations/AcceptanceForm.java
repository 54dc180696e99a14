package portal.invitations;

import java.util.HexFormat;
import portal.agreements.Agreements;
import portal.agreements.ConsentForm;
import portal.platform.access.Visitor;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What is sent with <i>Accept &amp; authorize</i>.
 *
 * @param sheet digest of what was shown, in hexadecimal
 * @param consent to the agreement, where that is shown too
 */
public record AcceptanceForm(String sheet, ConsentForm consent) {
    private static final int DIGEST_DIGITS = 64;

    /** What was sent. */
    public static AcceptanceForm from(Form form) {
        return new AcceptanceForm(form.line("sheet"), ConsentForm.from(form));
    }

    /** Filled in with what is known of the person. */
    public static AcceptanceForm of(Visitor visitor) {
        return new AcceptanceForm("", ConsentForm.of(visitor));
    }

    /** What needs another look; without an agreement to accept, nothing but the sheet counts. */
    public FormErrors errors(boolean agreementShown) {
        return agreementShown ? consent.errors() : new FormErrors();
    }

    /** The digest; empty when it is none. */
    public byte[] sheetDigest() {
        boolean digest = sheet.length() == DIGEST_DIGITS && sheet.matches("[0-9a-f]+");
        return digest ? HexFormat.of().parseHex(sheet) : new byte[0];
    }

    /** Whom to ask about the agreement. */
    public Agreements.Contact contact() {
        return consent.contact();
    }
}
