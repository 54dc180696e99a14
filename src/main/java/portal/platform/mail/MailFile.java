package portal.platform.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import portal.platform.database.Ids;

/** A mail as a file that mail programs open as an unsent draft of the person who sends it. */
public final class MailFile {
    /** Media type of the file. */
    public static final String CONTENT_TYPE = "message/rfc822";

    private static final String CONTROL_CHARACTERS = "[\\p{Cc}\\u2028\\u2029]+";

    private MailFile() {}

    /**
     * The file, with the link in it.
     *
     * @param email its recipient may be null: the person fills it in
     * @param author name of the person
     * @param address of the person, who also gets the answer; null when not known
     */
    public static byte[] of(Email email, String author, String address, Instant now) {
        EmailPopulatingBuilder builder = EmailBuilder.startingBlank()
                .fixingMessageId("<" + Ids.next() + "@" + host(address) + ">")
                .fixingSentDate(Date.from(now))
                .withSubject(oneLine(email.subject()))
                .withPlainText(email.text().replace(Email.LINK, email.link()))
                .withHTMLText(email.html().replace(Email.LINK, email.link()))
                .withHeader("X-Unsent", "1");
        if (address != null) {
            builder.from(oneLine(author), oneLine(address)).withReplyTo(oneLine(author), oneLine(address));
        }
        if (email.recipient() != null) {
            builder.to(oneLine(email.recipient()));
        }
        return EmailConverter.emailToEML(builder.buildEmail()).getBytes(StandardCharsets.UTF_8);
    }

    /** The mail program gives another when it sends; without one the library would name this server. */
    private static String host(String address) {
        String host = address == null ? "" : address.substring(address.lastIndexOf('@') + 1);
        return host.matches("[A-Za-z0-9.-]+") ? host : "portal.invalid";
    }

    /** Nothing that a name or subject holds begins a header of its own. */
    private static String oneLine(String value) {
        return value.replaceAll(CONTROL_CHARACTERS, " ").strip();
    }
}
