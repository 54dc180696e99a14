package portal.platform.web;

import java.util.Locale;

/**
 * What one page shows: a record nested in a feature's {@code …Pages}, holding exactly that. Its template is named after
 * package and record: {@code portal.invitations.InvitationPages.WrongAccount} is drawn by
 * {@code invitations/wrong-account.jte}.
 */
public interface Page {
    /** Path of the template below {@code templates/}. */
    default String template() {
        String folder =
                getClass().getPackageName().replaceFirst("^portal\\.", "").replace('.', '/');
        String name = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return folder + "/" + name.toLowerCase(Locale.ROOT) + ".jte";
    }
}
