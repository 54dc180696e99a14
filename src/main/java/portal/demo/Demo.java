package portal.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import portal.App;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.database.Migrations;
import portal.signin.SignInRoutes;

/**
 * The portal with everything around it on this machine: a database server, an OpenID provider with ready people, and a
 * mail server with a mailbox page. Everything listens on the loopback address and is kept in one folder.
 */
public final class Demo implements AutoCloseable {
    private static final String SCHEMA = "portal";
    private static final String CLIENT = "partner-portal";
    private static final int KEY_BYTES = 32;

    private final EmbeddedDatabase database;
    private final DemoProvider provider;
    private final DemoMailServer mail;
    private final App app;
    private final URI address;

    private Demo(Map<String, String> environment) throws IOException {
        Path folder = Path.of(environment.getOrDefault("PORTAL_DATA", "var")).toAbsolutePath();
        Files.createDirectories(folder);
        int port = free(Integer.parseInt(environment.getOrDefault("PORT", "8080")));
        address = URI.create("http://localhost:" + port);
        database = environment.containsKey("DB_URL")
                ? null
                : EmbeddedDatabase.start(folder.resolve("db"), List.of(SCHEMA));
        mail = DemoMailServer.start(folder.resolve("mail"), 0);
        String secret = keep(folder.resolve("client-secret"));
        String token = keep(folder.resolve("directory-token"));
        provider = provider(folder, secret, token);
        Map<String, String> settings = new HashMap<>(environment);
        settings.putIfAbsent("DB_URL", database == null ? "" : database.jdbcUrl(SCHEMA));
        settings.put("PORT", String.valueOf(port));
        settings.put("PORTAL_BASE_URL", address.toString());
        settings.put("PORTAL_KEY", keep(folder.resolve("portal-key")));
        settings.put("OIDC_DISCOVERY", provider.discovery().toString());
        settings.put("OIDC_CLIENT_ID", CLIENT);
        settings.put("OIDC_CLIENT_SECRET", secret);
        settings.put("DIRECTORY_URL", provider.directory().toString());
        settings.put("DIRECTORY_TOKEN", token);
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.port());
        settings.put("MAIL_FROM", "invitations@portal.example");
        settings.putIfAbsent(
                "OPERATOR_TENANT", DemoPeople.person("operator").tenant().toString());
        settings.putIfAbsent("OPERATOR_NAME", "Středoevropský portál z.s.");
        settings.putIfAbsent("OPERATOR_CONTACT", "podpora@stredoevropsky-portal.example");
        Config config = Config.from(settings);
        String templates = System.getProperty("portal.templates");
        app = new App(
                config, Clock.systemUTC(), templates == null ? null : Path.of(templates), routes -> new MailboxRoutes(
                                mail)
                        .addTo(routes));
    }

    /** The provider keeps its port and key, because people are known by its address. */
    private DemoProvider provider(Path folder, String secret, String token) throws IOException {
        Path kept = folder.resolve("provider-port");
        int wanted =
                Files.exists(kept) ? Integer.parseInt(Files.readString(kept).strip()) : 0;
        DemoProvider.Client client = new DemoProvider.Client(
                CLIENT, secret, List.of(address.resolve(SignInRoutes.RETURN_PATH)), List.of(address.resolve("/")));
        DemoProvider started = DemoProvider.start(
                usable(wanted),
                folder.resolve("provider-key.json"),
                client,
                DemoPeople.people(),
                new DemoProvider.Directory(folder.resolve("provider-users.json"), token));
        Files.writeString(kept, String.valueOf(started.issuer().getPort()));
        return started;
    }

    /** The port, unless somebody listens there by now; then any. */
    private static int usable(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException taken) {
            return 0;
        }
    }

    /** A port that is free now, when any will do. */
    private static int free(int port) throws IOException {
        if (port != 0) {
            return port;
        }
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A random value that is made once. */
    private static String keep(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new Vault(List.of(new byte[KEY_BYTES])).bytes(KEY_BYTES);
            OwnerOnlyFile.replace(file, Base64.getEncoder().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private void start() {
        new Migrations(app.database().dataSource()).migrate();
        new DemoData(app, provider.issuer().toString()).fill();
        app.start();
    }

    @Override
    public void close() {
        app.close();
        provider.close();
        mail.close();
        if (database != null) {
            database.close();
        }
    }

    /** Starts the demo and says where it is. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    public static void main(String[] arguments) {
        try {
            Demo demo = new Demo(System.getenv());
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "stop"));
            demo.start();
            System.out.println("Partner Portal is ready: " + demo.address + "/");
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }
}
