package portal.users;

import java.util.Locale;
import java.util.regex.Pattern;
import portal.platform.web.FormErrors;

/** The name a person signs in with: a mailbox at one of the customer's domains. */
final class SignInName {
    /** Longest part before the @. */
    static final int LONGEST_MAILBOX = 64;

    private static final Pattern MAILBOX = Pattern.compile("[a-z0-9_'-]+(\\.[a-z0-9_'-]+)*");

    private SignInName() {}

    /** As it is compared: in lower case, its domain as DNS knows it. */
    static String plain(String written) {
        return FormErrors.asciiEmail(written).toLowerCase(Locale.ROOT);
    }

    /** Whether the part before the @ can be one: letters of the English alphabet, digits, and few signs. */
    static boolean isMailbox(String mailbox) {
        return mailbox.length() <= LONGEST_MAILBOX && MAILBOX.matcher(mailbox).matches();
    }

    /** The domain of a plain name; empty when it has none. */
    static String domain(String plain) {
        return plain.substring(plain.lastIndexOf('@') + 1);
    }

    /** What stands before the @; empty when nothing does. */
    static String mailbox(String plain) {
        return plain.substring(0, Math.max(0, plain.lastIndexOf('@')));
    }
}
