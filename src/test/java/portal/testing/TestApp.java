package portal.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import portal.App;
import portal.demo.DemoMailServer;
import portal.demo.DemoPeople;
import portal.demo.DemoProvider;
import portal.demo.DemoSeed;
import portal.platform.Config;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.signin.SignInRoutes;

/** The real application on a real MariaDB, with the cast's companies, a real OpenID provider and a real mail server. */
public final class TestApp implements AutoCloseable {
    private static final String DIRECTORY_TOKEN = UUID.randomUUID().toString();
    private static final DemoProvider PROVIDER = DemoProvider.start(
            0,
            null,
            new DemoProvider.Client("none", "none", List.of(), List.of()),
            DemoPeople.people(),
            new DemoProvider.Directory(null, DIRECTORY_TOKEN));

    private final App app;
    private final TestClock clock;
    private final DemoMailServer mail;
    private final URI address;
    private final Map<String, String> settings;
    private final boolean own;

    private TestApp(Map<String, String> settings, TestClock clock, DemoMailServer mail, boolean own) {
        this.settings = settings;
        this.clock = clock;
        this.mail = mail;
        this.own = own;
        address = register(settings);
        app = new App(Config.from(settings), clock, null, routes -> {});
        if (own) {
            new Migrations(app.database().dataSource()).migrate();
            app.database().write(handle -> {
                DemoSeed.companies(handle);
                return null;
            });
        }
        app.start();
    }

    /** An application with a schema of its own. */
    public static TestApp start() {
        return start(Map.of());
    }

    /** The same, with other settings. */
    public static TestApp start(Map<String, String> more) {
        DemoMailServer mail = DemoMailServer.start(
                Path.of("target", "test-mail", UUID.randomUUID().toString()), 0);
        Map<String, String> settings = new HashMap<>();
        settings.put("DB_URL", more.containsKey("DB_URL") ? more.get("DB_URL") : TestDatabase.newSchema());
        settings.put("PORTAL_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("OIDC_DISCOVERY", PROVIDER.discovery().toString());
        settings.put("OIDC_CLIENT_SECRET", "secret");
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.port());
        settings.put("MAIL_FROM", "invitations@portal.example");
        settings.put("OPERATOR_TENANT", "7e4a47c0-0000-4000-8000-000000000031");
        settings.put("OPERATOR_NAME", "Středoevropský portál z.s.");
        settings.put("OPERATOR_CONTACT", "podpora@stredoevropsky-portal.example");
        settings.putAll(more);
        listen(settings);
        return new TestApp(settings, new TestClock(), mail, true);
    }

    /** One that passes users on to the provider where people sign in. */
    public static TestApp withDirectory() {
        return start(Map.of("DIRECTORY_URL", PROVIDER.directory().toString(), "DIRECTORY_TOKEN", DIRECTORY_TOKEN));
    }

    /** Another node of the same portal: same database, key and mail server, another port. */
    public TestApp secondNode() {
        return secondNode(Map.of());
    }

    /** The same, set up otherwise. */
    public TestApp secondNode(Map<String, String> more) {
        Map<String, String> other = new HashMap<>(settings);
        if (!more.containsKey("DB_URL")) {
            other.put("DB_URL", TestDatabase.otherNode(settings.get("DB_URL")));
        }
        other.putAll(more);
        listen(other);
        return new TestApp(other, clock, mail, false);
    }

    /** Variables for one more node that is started elsewhere, for example as a process of its own. */
    public Map<String, String> settingsElsewhere() {
        Map<String, String> other = new HashMap<>(settings);
        listen(other);
        register(other);
        return other;
    }

    private static URI register(Map<String, String> settings) {
        URI address = URI.create(settings.get("PORTAL_BASE_URL"));
        PROVIDER.registerClient(new DemoProvider.Client(
                settings.get("OIDC_CLIENT_ID"),
                settings.get("OIDC_CLIENT_SECRET"),
                List.of(address.resolve(SignInRoutes.RETURN_PATH)),
                List.of(address.resolve("/"))));
        return address;
    }

    private static void listen(Map<String, String> settings) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("PORT", String.valueOf(socket.getLocalPort()));
            settings.put("PORTAL_BASE_URL", "http://localhost:" + socket.getLocalPort());
            settings.put("OIDC_CLIENT_ID", "test-" + socket.getLocalPort());
        } catch (IOException exception) {
            throw new java.io.UncheckedIOException(exception);
        }
    }

    /** Where it is. */
    public URI address() {
        return address;
    }

    /** Somebody who is not signed in. */
    public Client nobody() {
        return new Client(address);
    }

    /** One of the cast, signed in through the provider's page. */
    public Client as(String person) {
        return new Client(address).signIn(person, "/");
    }

    /** What was put together. */
    public App app() {
        return app;
    }

    /** The variables it was started with. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Its database. */
    public Database database() {
        return app.database();
    }

    /** How it is set up, but for these settings. */
    public Config config(Map<String, String> more) {
        Map<String, String> other = new HashMap<>(settings);
        other.putAll(more);
        return Config.from(other);
    }

    /** Its clock. */
    public TestClock clock() {
        return clock;
    }

    /** The mail server it sends to. */
    public DemoMailServer mail() {
        return mail;
    }

    /** Waits until no mail is waiting to be sent, and gives all mail there is, the newest first. */
    public List<DemoMailServer.Mail> sentMail() {
        app.postman().sendDue();
        Waiting.until("all mail has left", () -> Rows.of(this).count("outbox_mail", "due_at is not null") == 0);
        return mail.mails();
    }

    /** Keeps recurring jobs from running, so that only the test does their work. */
    public TestApp withoutJobs() {
        Waiting.until("all jobs rest", () -> {
            Rows.of(this)
                    .change(
                            """
                    update scheduled_tasks set execution_time = '2037-01-01', version = version + 1
                    where not picked and execution_time < '2036-01-01'
                    """);
            return Rows.of(this).count("scheduled_tasks") > 0
                    && Rows.of(this).count("scheduled_tasks", "execution_time < '2036-01-01'") == 0;
        });
        return this;
    }

    /** Where one more person may be let in. */
    public static DemoProvider provider() {
        return PROVIDER;
    }

    @Override
    public void close() {
        app.close();
        if (own) {
            mail.close();
        }
    }
}
