package portal.partnerships;

import java.util.regex.Pattern;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/** Whom a partner asks for a partnership. */
public record AskForm(String side, String mpnId) {
    /** Longest MPN ID. */
    public static final int LONGEST = 20;

    private static final Pattern MPN_ID = Pattern.compile("[0-9]{4,12}");

    /** What was sent. */
    static AskForm from(Form form) {
        return new AskForm(form.line("side"), form.line("mpn-id"));
    }

    /** What needs another look. */
    FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (errors.required("mpn-id", mpnId, LONGEST) && !MPN_ID.matcher(mpnId).matches()) {
            errors.add("mpn-id", "error.mpn-id");
        }
        return errors;
    }
}
