package portal.endings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that open the reader's mail program with a letter in it (RFC 6068). */
final class Letters {
    private Letters() {}

    static String mailto(String recipient, String subject, String body) {
        return "mailto:" + encode(recipient).replace("%40", "@") + "?subject=" + encode(subject) + "&body="
                + encode(body.replace("\n", "\r\n"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
