package portal.platform.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;
import portal.platform.Config;

/** Hands mail to an SMTP server. */
final class Smtp {
    /** For an answer. Shorter would send twice what a slow server has taken. */
    static final int TIMEOUT = 15_000;

    private static final String CONNECT_TIMEOUT = "5000";
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    private final Mailer mailer;
    private final String from;

    Smtp(Config.Smtp config) {
        URI url = config.url();
        from = config.from();
        String[] user = url.getUserInfo() == null
                ? new String[] {null, null}
                : url.getUserInfo().split(":", 2);
        TransportStrategy strategy = strategy(url);
        // who would also speak without TLS gains nothing by refusing a certificate, unless there is a password to
        // protect
        boolean checked = strategy != TransportStrategy.SMTP || url.getUserInfo() != null;
        mailer = MailerBuilder.withSMTPServer(url.getHost(), port(url), user[0], user.length > 1 ? user[1] : null)
                .withTransportStrategy(strategy)
                .withSessionTimeout(TIMEOUT)
                .trustingAllHosts(!checked)
                .verifyingServerIdentity(checked)
                .withProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT)
                .withProperty("mail.smtps.connectiontimeout", CONNECT_TIMEOUT)
                .buildMailer();
    }

    private static TransportStrategy strategy(URI url) {
        if ("smtps".equals(url.getScheme())) {
            return TransportStrategy.SMTPS;
        }
        return "tls=required".equals(url.getQuery()) ? TransportStrategy.SMTP_TLS : TransportStrategy.SMTP;
    }

    private static int port(URI url) {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return "smtps".equals(url.getScheme()) ? 465 : 587;
    }

    /** Sends; throws what the mailer throws. */
    void send(OutboxDao.Row mail, String text, String html) {
        EmailPopulatingBuilder builder = EmailBuilder.startingBlank()
                .fixingMessageId(mail.messageId())
                .fixingSentDate(Date.from(mail.createdAt()))
                .from(mail.senderName(), from)
                .to(mail.recipient())
                .withSubject(mail.subject())
                .withPlainText(text)
                .withHTMLText(html)
                .withHeader("Auto-Submitted", "auto-generated");
        if (mail.replyTo() != null) {
            builder.withReplyTo(mail.replyTo());
        }
        mailer.sendMail(builder.buildEmail(), false).join();
    }

    /** Whether the server said that trying again would not help. */
    static boolean permanent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= PERMANENT;
            }
            if (cause instanceof SMTPSendFailedException send) {
                return send.getReturnCode() >= PERMANENT
                        || (send.getNextException() != null && permanent(send.getNextException()));
            }
        }
        // a mail the library itself rejects never reached a server, and never will
        return !any(failure, MessagingException.class::isInstance);
    }

    /** Whether the server could not be reached or went away, so that other mail would fare no better now. */
    static boolean away(Throwable failure) {
        // what it answered stands below an exception that does not know of it
        return !any(failure, Smtp::answered)
                && any(failure, cause -> cause instanceof IOException || cause instanceof MessagingException);
    }

    private static boolean any(Throwable failure, Predicate<Throwable> wanted) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(wanted);
    }

    private static boolean answered(Throwable failure) {
        int code = failure instanceof SMTPAddressFailedException address
                ? address.getReturnCode()
                : failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
        return failure instanceof AuthenticationFailedException || (code > 0 && code != CLOSING);
    }

    /** What the server said, as far down as it says anything. */
    static String message(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage()).strip();
        return message.length() <= 500 ? message : message.substring(0, 500);
    }
}
