package portal.invitations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import portal.platform.web.FormErrors;
import portal.platform.web.Page;

/** What one who holds a link can do besides answering. */
public final class LinkPages {
    private LinkPages() {}

    /**
     * Writing to the inviter: a question, or that somebody else administers the organization.
     *
     * @param path of the link, to come back to
     */
    public record Write(
            String path,
            MessageKind kind,
            Invitation invitation,
            List<AcceptancePages.Asking> asking,
            MessageForm form,
            FormErrors errors)
            implements Page {}

    /** Asking for a new link; it says nothing about the invitation. */
    public record NewLink(String path, MessageForm form, FormErrors errors) implements Page {}

    /**
     * Making a further link for a colleague.
     *
     * @param secret sealed, so that a form sent twice makes one link
     */
    public record HandOver(String path, Invitation invitation, List<AcceptancePages.Asking> asking, String secret)
            implements Page {}

    /**
     * The colleague's link, shown once.
     *
     * @param text what can be sent to the colleague, with the link
     */
    public record HandedOver(
            String path,
            Invitation invitation,
            List<AcceptancePages.Asking> asking,
            String link,
            String subject,
            String text)
            implements Page {
        /** Opens the mail program without a recipient: to whom it goes is for the sender to say. */
        public String mailto() {
            return "mailto:?subject=" + encode(subject) + "&body=" + encode(text.replace("\n", "\r\n"));
        }

        private static String encode(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
