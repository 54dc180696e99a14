package portal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import portal.activity.ActivityFeature;
import portal.agreements.AgreementFeature;
import portal.customers.CustomerFeature;
import portal.endings.EndingFeature;
import portal.endings.Endings;
import portal.enrolment.EnrolmentFeature;
import portal.enrolment.Enrolments;
import portal.enrolment.Imports;
import portal.home.HomeFeature;
import portal.information.InformationFeature;
import portal.invitations.InvitationFeature;
import portal.invitations.Invitations;
import portal.invitations.Reminders;
import portal.invitations.Timeline;
import portal.lookup.LookUpFeature;
import portal.operating.OperatingFeature;
import portal.partnerships.PartnershipFeature;
import portal.partnerships.Partnerships;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.Platform;
import portal.platform.Vault;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.jobs.Jobs;
import portal.platform.mail.Outbox;
import portal.platform.mail.Postman;
import portal.platform.metrics.ManagementServer;
import portal.platform.metrics.Metrics;
import portal.platform.web.Renderer;
import portal.platform.web.Routes;
import portal.platform.web.WebServer;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;
import portal.signin.SignInFeature;
import portal.subscriptions.Catalogue;
import portal.subscriptions.Orders;
import portal.subscriptions.SubscriptionChanges;
import portal.subscriptions.SubscriptionFeature;
import portal.subscriptions.TermEnds;
import portal.support.SupportContacts;
import portal.support.SupportFeature;
import portal.support.Watch;
import portal.users.Purging;
import portal.users.UserFeature;
import portal.users.Users;

/** The portal put together: the only place that knows every feature. What a feature is made of, its package says. */
public final class App implements AutoCloseable {
    private final Metrics metrics = new Metrics();
    private final Platform platform;
    private final PartnershipFeature partnerships;
    private final InvitationFeature invitations;
    private final SubscriptionFeature subscriptions;
    private final EnrolmentFeature enrolment;
    private final UserFeature users;
    private final SupportFeature support;
    private final EndingFeature endings;
    private final WebServer server;
    private ManagementServer management;

    /**
     * A portal that has not started.
     *
     * @param more adds further routes: demo mode brings its own
     * @param templates folder with templates to compile when they change; null for those compiled at build
     */
    public App(Config config, Clock clock, Path templates, Consumer<Routes> more) {
        platform = platform(config, clock, templates);
        new HealthRoutes(this::notReady).addTo(platform.routes());

        ActivityFeature.addTo(platform);
        SignInFeature signIn = SignInFeature.addTo(platform);
        AgreementFeature.addTo(platform, Relationships::partners, Portfolio::agreementAccepted);
        partnerships = PartnershipFeature.addTo(platform);
        invitations = InvitationFeature.addTo(platform);
        subscriptions = SubscriptionFeature.addTo(platform);
        enrolment = EnrolmentFeature.addTo(platform);
        users = UserFeature.addTo(platform);
        support = SupportFeature.addTo(platform);
        CustomerFeature.addTo(platform);
        endings = EndingFeature.addTo(platform, partnerships.partnerships(), support.watch());
        LookUpFeature lookUp = LookUpFeature.addTo(platform, support.contacts());
        OperatingFeature.addTo(platform, users.purging());
        HomeFeature.addTo(platform, invitations.receipts(), enrolment.enrolments(), lookUp.lookUps());
        InformationFeature.addTo(platform);
        more.accept(platform.routes());

        server = new WebServer(
                config,
                platform.vault(),
                signIn.sessions(),
                platform.routes(),
                Menu.ITEMS,
                platform.renderer(),
                metrics.registry(),
                clock);
    }

    private Platform platform(Config config, Clock clock, Path templates) {
        Database database = new Database(config.databaseUrl(), config.databaseConnections(), config.databaseSilence());
        database.measure(metrics.registry(), config.management().slowStatement());
        Outbox.measure(database, metrics, clock);
        Vault vault = new Vault(config.keys());
        return new Platform(
                config,
                clock,
                database,
                vault,
                new Renderer(templates),
                new Outbox(config, vault),
                new Postman(database, vault, config, Timeline::delivered, clock),
                new Routes(),
                new Jobs(database.dataSource()));
    }

    /** The route table. */
    public Routes routes() {
        return platform.routes();
    }

    /** What is counted and measured, in Prometheus' text format. */
    public String metrics() {
        return metrics.text();
    }

    /** The database it uses. */
    public Database database() {
        return platform.database();
    }

    /** What a partner does with its invitations: the demo's first ones are made with it. */
    public Invitations invitations() {
        return invitations.invitations();
    }

    /** What partners do with customers' users: the demo's first ones are made with it. */
    public Users users() {
        return users.users();
    }

    /** Forgets users who were deleted long enough ago, now. */
    public Purging purging() {
        return users.purging();
    }

    /** What providers and resellers do with their partnerships: the demo's first ones are made with it. */
    public Partnerships partnerships() {
        return partnerships.partnerships();
    }

    /** Brings invitations to mind when it is time, now. */
    public Reminders reminders() {
        return invitations.reminders();
    }

    /** What can be sold. */
    public Catalogue catalogue() {
        return subscriptions.catalogue();
    }

    /** Orders sellers place. */
    public Orders orders() {
        return subscriptions.orders();
    }

    /** What sellers change of subscriptions. */
    public SubscriptionChanges subscriptionChanges() {
        return subscriptions.changes();
    }

    /** Ends what does not renew. */
    public TermEnds termEnds() {
        return subscriptions.ends();
    }

    /** How companies enrol: the demo's applicant does with it. */
    public Enrolments enrolments() {
        return enrolment.enrolments();
    }

    /** Customers served in other portals: the demo's are imported with it. */
    public Imports imports() {
        return enrolment.imports();
    }

    /** How relationships end: the demo's removed customer is made with it. */
    public Endings endings() {
        return endings.endings();
    }

    /** Who supports what: the demo's first contacts are chosen with it. */
    public SupportContacts supportContacts() {
        return support.contacts();
    }

    /** Finds support contacts that do not count any more, now. */
    public Watch supportWatch() {
        return support.watch();
    }

    /** The web server. */
    public WebServer server() {
        return server;
    }

    /** Sends mail that is due, now. */
    public Postman postman() {
        return platform.postman();
    }

    /**
     * Starts to serve.
     *
     * @throws ConfigException when the schema is of another release
     */
    public void start() {
        if (!new Migrations(platform.database().dataSource()).current()) {
            throw new ConfigException(
                    "The database has another schema than this release; run partner-portal migrate first.");
        }
        // only now: before, the driver itself says best what is wrong
        platform.database().watch();
        platform.postman().start();
        platform.jobs().start();
        server.start();
        Config.Management settings = platform.config().management();
        if (settings.port() != 0) {
            management = ManagementServer.start(settings, metrics, this::notReady);
        }
    }

    /** Why reverse proxies should send requests elsewhere; empty when it serves. */
    private Optional<String> notReady() {
        if (server.draining()) {
            return Optional.of("stopping");
        }
        return platform.database().ready() ? Optional.empty() : Optional.of("the database is away");
    }

    /** Serves a little longer, while it tells reverse proxies to send requests elsewhere from now on. */
    public void drain() {
        server.drain(platform.config().drain());
    }

    @Override
    public void close() {
        if (management != null) {
            management.close();
        }
        server.close();
        platform.jobs().close();
        platform.postman().close();
        platform.database().close();
        metrics.close();
    }
}
