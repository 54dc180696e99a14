package portal.endings;

import java.util.Optional;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * How a removal was confirmed.
 *
 * @param typed the customer's domain, as typed
 * @param statement whether the statement is ticked
 * @param language of the statement that was shown
 * @param giveUp whether delegated admin privileges are given up too
 * @param version of the relationship the page was drawn from
 */
public record RemovalForm(String typed, boolean statement, String language, boolean giveUp, String version) {
    private static final int LONGEST = 253;

    /** What was sent. */
    static RemovalForm from(Form form) {
        return new RemovalForm(
                form.line("typed-domain"),
                form.ticked("good-faith"),
                form.line("statement-language"),
                form.ticked("give-up"),
                form.line("version"));
    }

    /** Nothing ticked, nothing typed. */
    static RemovalForm empty(Language language) {
        return new RemovalForm("", false, language.code(), false, "");
    }

    /** The language of what was ticked. */
    public Language shown(Language reader) {
        return Language.of(language).orElse(reader);
    }

    /** The version the sender saw; one that never was when it was tampered with. */
    int knownVersion() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** What needs another look. */
    FormErrors errors(Ending ending) {
        FormErrors errors = new FormErrors();
        if (!statement) {
            errors.add("good-faith", "error.good-faith");
        }
        if (errors.required("typed-domain", typed, LONGEST) && !same(typed, ending.toType())) {
            errors.add("typed-domain", "error.typed-domain", ending.toType());
        }
        return errors;
    }

    private static boolean same(String typed, String wanted) {
        String host = FormErrors.asciiHost(typed);
        return typed.equalsIgnoreCase(wanted)
                || (host != null && Optional.of(host).equals(Optional.ofNullable(FormErrors.asciiHost(wanted))));
    }
}
