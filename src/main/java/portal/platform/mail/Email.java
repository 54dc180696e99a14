package portal.platform.mail;

import java.util.UUID;
import portal.platform.texts.Language;

/**
 * One e-mail to go out, in both its forms.
 *
 * @param kind what it is, for example {@code invitation}
 * @param replyTo who gets an answer; null for nobody
 * @param sender name shown as the sender; the address is the portal's
 * @param text holds {@code {link}} where the link goes
 * @param html the same
 * @param link address that replaces it when the mail leaves; null when there is none to be kept secret
 * @param invitation what it belongs to; null for none
 * @param person who sends it; null for the portal itself
 */
public record Email(
        String kind,
        String recipient,
        String replyTo,
        String sender,
        Language language,
        String subject,
        String text,
        String html,
        String link,
        UUID invitation,
        UUID person) {
    /** Where the link goes. */
    public static final String LINK = "{link}";
}
