package portal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import portal.activity.ActivityRoutes;
import portal.agreements.AgreementRoutes;
import portal.agreements.AgreementVersions;
import portal.agreements.ConsentRoutes;
import portal.agreements.Consents;
import portal.customers.CustomerRoutes;
import portal.home.HomeRoutes;
import portal.home.SettingsRoutes;
import portal.information.InformationRoutes;
import portal.invitations.AcceptanceRoutes;
import portal.invitations.Acceptances;
import portal.invitations.Details;
import portal.invitations.DetailsRoutes;
import portal.invitations.DraftLinks;
import portal.invitations.DraftRoutes;
import portal.invitations.Drafts;
import portal.invitations.Forgetting;
import portal.invitations.Handovers;
import portal.invitations.InvitationEmails;
import portal.invitations.InvitationRoutes;
import portal.invitations.Invitations;
import portal.invitations.LedgerRoutes;
import portal.invitations.LinkRoutes;
import portal.invitations.Links;
import portal.invitations.MessageEmails;
import portal.invitations.MessageRoutes;
import portal.invitations.Messages;
import portal.invitations.ReceiptRoutes;
import portal.invitations.Receipts;
import portal.invitations.ReminderEmails;
import portal.invitations.Reminders;
import portal.invitations.Settlements;
import portal.invitations.TemplateRoutes;
import portal.invitations.Templates;
import portal.invitations.Timeline;
import portal.lookup.LookUpRoutes;
import portal.lookup.LookUps;
import portal.organizations.Organizations;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.jobs.Jobs;
import portal.platform.mail.Outbox;
import portal.platform.mail.Postman;
import portal.platform.metrics.ManagementServer;
import portal.platform.metrics.Metrics;
import portal.platform.web.MenuItem;
import portal.platform.web.Renderer;
import portal.platform.web.Routes;
import portal.platform.web.WebServer;
import portal.portfolio.Portfolio;
import portal.relationships.Relationships;
import portal.signin.Persons;
import portal.signin.SessionRoutes;
import portal.signin.Sessions;
import portal.signin.SignInRoutes;
import portal.support.CoverageChangeRoutes;
import portal.support.CoverageChanges;
import portal.support.CoverageRoutes;
import portal.support.Designating;
import portal.support.SupportContactRoutes;
import portal.support.SupportContacts;
import portal.support.SupportEmails;
import portal.support.SupportRoutes;
import portal.support.Watch;

/** The portal put together: the only place that knows every feature. */
public final class App implements AutoCloseable {
    private static final List<MenuItem> MENU = List.of(
            new MenuItem("/", "layout.menu.home", "house", Access.SIGNED_IN, false),
            new MenuItem("/customers", "layout.menu.customers", "people", Access.SEE_CUSTOMERS, false, "/invitations"),
            new MenuItem("/support-coverage", "layout.menu.support", "headset", Access.SEE_CUSTOMERS, false),
            new MenuItem("/support", "layout.menu.support", "headset", Access.SEE_SUPPORT, false),
            new MenuItem("/agreements", "layout.menu.agreements", "file-earmark-text", Access.OPERATE, false),
            new MenuItem("/activity", "layout.menu.activity", "clock-history", Access.SEE_ACTIVITY, true),
            new MenuItem("/settings", "layout.menu.settings", "gear", Access.SEE_CUSTOMERS, true));

    private final Config config;
    private final Metrics metrics = new Metrics();
    private final Database database;
    private final Routes routes = new Routes();
    private final Postman postman;
    private final Jobs jobs;
    private final Invitations invitations;
    private final Reminders reminders;
    private final Watch watch;
    private final SupportContacts contacts;
    private final WebServer server;
    private ManagementServer management;

    /**
     * A portal that has not started.
     *
     * @param more adds further routes: demo mode brings its own
     * @param templates folder with templates to compile when they change; null for those compiled at build
     */
    public App(Config config, Clock clock, Path templates, Consumer<Routes> more) {
        this.config = config;
        database = new Database(config.databaseUrl(), config.databaseConnections());
        database.measure(metrics.registry(), config.management().slowStatement());
        Outbox.measure(database, metrics, clock);
        Vault vault = new Vault(config.keys());
        Renderer renderer = new Renderer(templates);
        Outbox outbox = new Outbox(config, vault);
        postman = new Postman(database, vault, config, Timeline::delivered, clock);
        InvitationEmails emails = new InvitationEmails(config, renderer);
        invitations = new Invitations(database, vault, config);
        DraftLinks draftLinks = new DraftLinks(new Links(database, vault, config), vault, config);
        Drafts drafts = new Drafts(database, outbox, emails);
        Acceptances acceptances = new Acceptances(database, outbox, emails);
        Messages messages = new Messages(database, outbox, new MessageEmails(emails));
        reminders = new Reminders(database, invitations, outbox, new ReminderEmails(emails, renderer));
        Organizations organizations = new Organizations(database);
        Portfolio portfolio = new Portfolio(database);
        Sessions sessions = new Sessions(database, vault, config, clock);

        SupportEmails supportEmails = new SupportEmails(config, renderer);
        watch = new Watch(database, outbox, supportEmails);
        Designating designating = new Designating(outbox, supportEmails);
        contacts = new SupportContacts(database, designating);
        LookUps lookUps = new LookUps(database, portfolio);

        new HealthRoutes(database).addTo(routes);
        Receipts receipts = new Receipts(database);
        new HomeRoutes(database, portfolio, receipts, lookUps).addTo(routes);
        new SettingsRoutes().addTo(routes);
        new InformationRoutes(config.operator()).addTo(routes);
        new SignInRoutes(config, sessions, new Persons(database)).addTo(routes);
        new SessionRoutes(sessions).addTo(routes);
        new CustomerRoutes(database, portfolio).addTo(routes);
        new SupportContactRoutes(database, contacts, postman::wake).addTo(routes);
        new SupportRoutes(contacts).addTo(routes);
        CoverageRoutes coverage = new CoverageRoutes(database, portfolio);
        coverage.addTo(routes);
        CoverageChanges changes = new CoverageChanges(database, designating);
        new CoverageChangeRoutes(coverage, changes, postman::wake).addTo(routes);
        new LookUpRoutes(database, lookUps, contacts).addTo(routes);
        new LedgerRoutes(database).addTo(routes);
        new InvitationRoutes(database, invitations, draftLinks).addTo(routes);
        new DetailsRoutes(invitations, new Details(database)).addTo(routes);
        new DraftRoutes(invitations, drafts, draftLinks, postman::wake).addTo(routes);
        new TemplateRoutes(config, new Templates(database), organizations).addTo(routes);
        AcceptanceRoutes links = new AcceptanceRoutes(config, acceptances, organizations, postman::wake);
        links.addTo(routes);
        new LinkRoutes(config, links, messages, new Handovers(database, vault), postman::wake).addTo(routes);
        new MessageRoutes(invitations, messages, new Settlements(database), reminders, postman::wake).addTo(routes);
        new ReceiptRoutes(receipts).addTo(routes);
        new AgreementRoutes(new AgreementVersions(database), organizations).addTo(routes);
        new ConsentRoutes(new Consents(database, Relationships::partners)).addTo(routes);
        new ActivityRoutes(database).addTo(routes);

        more.accept(routes);
        jobs = jobs(clock, sessions, portfolio, changes);
        server = new WebServer(config, vault, sessions, routes, MENU, renderer, metrics.registry(), clock);
    }

    private Jobs jobs(Clock clock, Sessions sessions, Portfolio portfolio, CoverageChanges changes) {
        Jobs recurring = new Jobs(database.dataSource());
        recurring.every(Duration.ofMinutes(1), "expire-invitations", () -> invitations.expireOverdue(clock.instant()));
        recurring.every(Duration.ofMinutes(1), "watch-support-contacts", () -> watchSupport(clock));
        recurring.every(Duration.ofMinutes(10), "remind", () -> remind(clock));
        recurring.every(Duration.ofMinutes(10), "forget-ended-sessions", sessions::forgetEnded);
        recurring.every(Duration.ofHours(24), "forget-support-changes", () -> changes.forget(clock.instant()));
        Forgetting forgetting = new Forgetting(database);
        recurring.every(Duration.ofHours(24), "forget-recipients", () -> forgetting.forget(clock.instant()));
        recurring.every(
                Duration.ofHours(6), "erase-mail-bodies", () -> Outbox.eraseOldBodies(database, clock.instant()));
        recurring.every(
                Duration.ofHours(1), "forget-closed-invitations", () -> portfolio.forgetClosed(clock.instant()));
        return recurring;
    }

    private void remind(Clock clock) {
        reminders.remindDue(clock.instant());
        reminders.warnOfEnd(clock.instant());
        postman.wake();
    }

    private void watchSupport(Clock clock) {
        watch.next(clock.instant());
        postman.wake();
    }

    /** The route table. */
    public Routes routes() {
        return routes;
    }

    /** The database it uses. */
    public Database database() {
        return database;
    }

    /** What a partner does with its invitations: the demo's first ones are made with it. */
    public Invitations invitations() {
        return invitations;
    }

    /** Brings invitations to mind when it is time, now. */
    public Reminders reminders() {
        return reminders;
    }

    /** Who supports what: the demo's first contacts are chosen with it. */
    public SupportContacts supportContacts() {
        return contacts;
    }

    /** Finds support contacts that do not count any more, now. */
    public Watch supportWatch() {
        return watch;
    }

    /** The web server. */
    public WebServer server() {
        return server;
    }

    /** Sends mail that is due, now. */
    public Postman postman() {
        return postman;
    }

    /**
     * Starts to serve.
     *
     * @throws ConfigException when the schema is of another release
     */
    public void start() {
        if (!new Migrations(database.dataSource()).current()) {
            throw new ConfigException("The database has another schema than this release; run the migrations first.");
        }
        postman.start();
        jobs.start();
        server.start();
        if (config.management().port() != 0) {
            management = ManagementServer.start(config.management(), metrics, database::ready);
        }
    }

    @Override
    public void close() {
        if (management != null) {
            management.close();
        }
        server.close();
        jobs.close();
        postman.close();
        database.close();
        metrics.close();
    }
}
