package portal.customers;

import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * A view to be saved.
 *
 * @param address the page it is of, written anew from what was sent
 */
public record ViewForm(String name, ListAddress address) {
    /** Longest name. */
    public static final int LONGEST = 60;

    /** What was sent. */
    static ViewForm from(Form form) {
        return new ViewForm(form.line("view-name"), ListAddress.from(form::line));
    }

    FormErrors errors() {
        FormErrors errors = new FormErrors();
        errors.required("view-name", name, LONGEST);
        return errors;
    }
}
