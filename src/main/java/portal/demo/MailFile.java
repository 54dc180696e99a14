package portal.demo;

import com.fasterxml.uuid.impl.UUIDUtil;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A message as a file: the headers a mail server adds on delivery keep the envelope, then the message as sent. */
final class MailFile {
    private static final String SENDER = "Return-Path";
    private static final String RECIPIENT = "Delivered-To";

    private MailFile() {}

    static String envelope(String sender, List<String> recipients) {
        return recipients.stream()
                .map(recipient -> RECIPIENT + ": " + recipient + "\r\n")
                .collect(Collectors.joining("", SENDER + ": <" + sender + ">\r\n", ""));
    }

    static DemoMailServer.Mail read(String id, Path file) {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", "true");
        try (InputStream content = Files.newInputStream(file)) {
            return mail(id, new MimeMessage(Session.getInstance(settings), content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (MessagingException failure) {
            throw new IllegalStateException("Not a mail message: " + file, failure);
        }
    }

    private static DemoMailServer.Mail mail(String id, MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = headers(message);
        return new DemoMailServer.Mail(
                id,
                Instant.ofEpochMilli(UUIDUtil.extractTimestamp(UUID.fromString(id))),
                first(headers, SENDER).replaceAll("[<>]", ""),
                headers.getOrDefault(RECIPIENT, List.of()),
                first(headers, "Reply-To"),
                first(headers, "Subject"),
                MailText.find(message, "text/plain"),
                MailText.find(message, "text/html"),
                headers);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(decoded(header.getValue()));
        }
        return Collections.unmodifiableMap(headers);
    }

    private static String decoded(String value) {
        String unfolded = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException unknownCharset) {
            return unfolded;
        }
    }
}
