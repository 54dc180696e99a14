package portal.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** The readable text inside a message, however its parts are nested; empty when there is none or it is damaged. */
final class MailText {
    private static final int DEEPEST = 20;

    private MailText() {}

    static String find(Part message, String type) {
        try {
            return find(message, type, DEEPEST);
        } catch (MessagingException | IOException damaged) {
            return "";
        }
    }

    private static String find(Part part, String type, int depth) throws MessagingException, IOException {
        if (depth == 0 || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return "";
        }
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        return part.isMimeType("multipart/*") ? inside((Multipart) part.getContent(), type, depth - 1) : "";
    }

    private static String inside(Multipart parts, String type, int depth) throws MessagingException, IOException {
        for (int index = 0; index < parts.getCount(); index++) {
            String text = find(parts.getBodyPart(index), type, depth);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
