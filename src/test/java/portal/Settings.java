package portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Settings of an application that a test puts together itself. */
final class Settings {
    private Settings() {}

    /** The least there must be, on a free port. */
    static Map<String, String> on(String databaseUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("PORTAL_BASE_URL", "https://portal.example");
        settings.put("PORT", String.valueOf(freePort()));
        settings.put("PORTAL_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("DB_URL", databaseUrl);
        settings.put("OIDC_DISCOVERY", "https://login.example/.well-known/openid-configuration");
        settings.put("OIDC_CLIENT_ID", "portal");
        settings.put("OIDC_CLIENT_SECRET", "secret");
        settings.put("SMTP_URL", "smtp://localhost");
        settings.put("MAIL_FROM", "portal@portal.example");
        settings.put("OPERATOR_NAME", "Operator");
        settings.put("OPERATOR_CONTACT", "operator@portal.example");
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
