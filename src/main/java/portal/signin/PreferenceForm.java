package portal.signin;

import java.util.Set;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.TimeZones;

/**
 * What a person chooses for himself.
 *
 * @param language code; empty to go by what the browser prefers
 * @param timeZone empty to go by the organization's
 */
record PreferenceForm(String language, String timeZone, String theme) {
    private static final Set<String> THEMES = Set.of("system", "light", "dark");

    /** What was sent. */
    static PreferenceForm from(Form form) {
        return new PreferenceForm(form.line("language"), form.line("time-zone"), form.line("theme"));
    }

    /** What needs another look. */
    FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (!language.isEmpty() && Language.of(language).isEmpty()) {
            errors.add("language", "error.language");
        }
        if (!timeZone.isEmpty() && !TimeZones.known(timeZone)) {
            errors.add("time-zone", "error.time-zone");
        }
        if (!THEMES.contains(theme)) {
            errors.add("theme", "error.theme");
        }
        return errors;
    }
}
