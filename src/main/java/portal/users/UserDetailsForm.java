package portal.users;

import java.util.Collection;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * What can be changed of a user.
 *
 * @param version of the user the form was made from
 */
public record UserDetailsForm(String firstName, String lastName, String displayName, String country, int version) {
    /** As the user stands. */
    static UserDetailsForm of(User user) {
        return new UserDetailsForm(
                user.firstName(), user.lastName(), user.displayName(), user.country(), user.version());
    }

    /** What was sent. */
    static UserDetailsForm from(Form form) {
        String version = form.line("version");
        return new UserDetailsForm(
                form.line("first-name"),
                form.line("last-name"),
                form.line("display-name"),
                form.line("country"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1);
    }

    /** The same, to be sent again upon how the user stands now. */
    UserDetailsForm upon(User user) {
        return new UserDetailsForm(firstName, lastName, displayName, country, user.version());
    }

    /** What needs another look. */
    FormErrors errors(Collection<String> countries) {
        FormErrors errors = new FormErrors();
        errors.required("first-name", firstName, UserForm.LONGEST_NAME);
        errors.required("last-name", lastName, UserForm.LONGEST_NAME);
        errors.required("display-name", displayName, UserForm.LONGEST_DISPLAY_NAME);
        if (!countries.contains(country)) {
            errors.add("country", "error.users.country");
        }
        return errors;
    }
}
