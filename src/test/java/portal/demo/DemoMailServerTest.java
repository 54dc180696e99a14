package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

class DemoMailServerTest {
    private Path directory;

    @BeforeEach
    void freshDirectory() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target", "demo-mail")), "");
    }

    @Test
    void messageIsGivenBackAfterARestart() {
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            send(server, "Žádost o vztah: Łąki Mazurskie");
        }
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            DemoMailServer.Mail mail = server.mails().get(0);
            assertEquals("Žádost o vztah: Łąki Mazurskie", mail.subject());
            assertEquals("portal@stredoevropsky-portal.example", mail.from());
            assertEquals(List.of("jiri@jizerske-sklo.example", "skryta@jizerske-sklo.example"), mail.recipients());
            assertEquals("Šárka Křížová <sarka.krizova@modra-reka.example>", mail.replyTo());
            assertEquals("Dobrý den, ő", mail.text().strip());
            assertEquals("<p>Dobrý den, ő</p>", mail.html().strip());
            assertEquals(List.of("cs"), mail.headers().get("Content-Language"));
            assertTrue(Duration.between(mail.receivedAt(), Instant.now()).abs().toSeconds() < 60);
            assertEquals(mail, server.find(mail.id()).orElseThrow());
        }
    }

    @Test
    void newestMessageComesFirst() {
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            send(server, "first");
            send(server, "second");
            send(server, "third");
            assertEquals(
                    List.of("third", "second", "first"),
                    server.mails().stream().map(DemoMailServer.Mail::subject).toList());
        }
    }

    @Test
    void temporaryAndPermanentRefusalsReachTheSender() throws MessagingException {
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            server.refuse(451);
            assertEquals(451, refusedCode(server));
            server.refuse(550);
            assertEquals(550, refusedCode(server));
            server.acceptAgain();
            send(server, "accepted again");
            assertEquals(1, server.mails().size());
        }
    }

    @Test
    void messageOfMoreThanTenMegabytesIsRefusedAndTheLineStaysUsable() throws MessagingException {
        try (DemoMailServer server = DemoMailServer.start(directory, 0);
                SMTPTransport transport = connected(server)) {
            MimeMessage large = message("x".repeat(11 * 1024 * 1024));
            assertThrows(MessagingException.class, () -> transport.sendMessage(large, recipients()));
            transport.sendMessage(message("small"), recipients());
            assertEquals(1, server.mails().size());
        }
    }

    @Test
    void messageThatCannotBeStoredIsNotAccepted() throws IOException, MessagingException {
        try (DemoMailServer server = DemoMailServer.start(directory, 0);
                SMTPTransport transport = connected(server)) {
            Files.delete(directory);
            Files.writeString(directory, "in the way");
            MimeMessage message = message("lost");
            assertThrows(MessagingException.class, () -> transport.sendMessage(message, recipients()));
            assertEquals(451, transport.getLastReturnCode());
        }
    }

    @Test
    void idThatLeadsOutOfTheDirectoryFindsNothing() throws IOException {
        Files.writeString(directory.resolveSibling("secret.eml"), "Subject: secret\r\n\r\n");
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            assertTrue(server.find("../secret").isEmpty());
            assertTrue(server.find("").isEmpty());
        }
    }

    @Test
    void strayFileAndDamagedMessageDoNotHideTheOthers() throws IOException {
        Files.writeString(directory.resolve("stray.eml"), "x");
        Files.write(
                directory.resolve("01900000-0000-7000-8000-000000000000.eml"),
                "Content-Type: multipart/mixed\r\nSubject: =?nowhere?Q?a?=\r\n\r\n\u0000"
                        .getBytes(StandardCharsets.UTF_8));
        try (DemoMailServer server = DemoMailServer.start(directory, 0)) {
            send(server, "readable");
            assertEquals("readable", server.mails().get(0).subject());
        }
    }

    private static int refusedCode(DemoMailServer server) throws MessagingException {
        try (SMTPTransport transport = connected(server)) {
            MimeMessage message = message("refused");
            SendFailedException refusal =
                    assertThrows(SendFailedException.class, () -> transport.sendMessage(message, recipients()));
            SMTPAddressFailedException cause = (SMTPAddressFailedException) refusal.getNextException();
            return cause.getReturnCode();
        }
    }

    private static SMTPTransport connected(DemoMailServer server) throws MessagingException {
        SMTPTransport transport =
                (SMTPTransport) Session.getInstance(new Properties()).getTransport("smtp");
        transport.connect("127.0.0.1", server.port(), null, null);
        return transport;
    }

    private static MimeMessage message(String text) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("portal@stredoevropsky-portal.example");
        message.setSubject("Test");
        message.setText(text);
        message.saveChanges();
        return message;
    }

    private static InternetAddress[] recipients() throws MessagingException {
        return InternetAddress.parse("jiri@jizerske-sklo.example");
    }

    private static void send(DemoMailServer server, String subject) {
        MailerBuilder.withSMTPServer("127.0.0.1", server.port())
                .withTransportStrategy(TransportStrategy.SMTP)
                .buildMailer()
                .sendMail(EmailBuilder.startingBlank()
                        .from("portal@stredoevropsky-portal.example")
                        .to("jiri@jizerske-sklo.example")
                        .bcc("skryta@jizerske-sklo.example")
                        .withReplyTo("Šárka Křížová", "sarka.krizova@modra-reka.example")
                        .withSubject(subject)
                        .withPlainText("Dobrý den, ő")
                        .withHTMLText("<p>Dobrý den, ő</p>")
                        .withHeader("Content-Language", "cs")
                        .buildEmail())
                .join();
    }
}
