package portal.invitations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses that open the reader's mail program with a text in it (RFC 6068). */
final class Mailto {
    /** Encoded characters mail programs are known to take. */
    static final int LONGEST = 1_800;

    private Mailto() {}

    /**
     * The address.
     *
     * @param recipient null for none
     */
    static String address(String recipient, String subject, String body) {
        String to = recipient == null ? "" : encode(recipient).replace("%40", "@");
        return "mailto:" + to + "?subject=" + encode(subject) + "&body=" + encode(body.replace("\n", "\r\n"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
