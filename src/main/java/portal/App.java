package portal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import portal.activity.ActivityRetention;
import portal.activity.ActivityRoutes;
import portal.agreements.AgreementRoutes;
import portal.agreements.AgreementVersions;
import portal.agreements.ConsentRoutes;
import portal.agreements.Consents;
import portal.customers.AccountRoutes;
import portal.customers.BillToRoutes;
import portal.customers.CustomerRoutes;
import portal.customers.ServiceLinkRoutes;
import portal.customers.ServiceRoutes;
import portal.customers.SharedCustomerRoutes;
import portal.customers.ViewRoutes;
import portal.endings.EndingEmails;
import portal.endings.Endings;
import portal.endings.Notices;
import portal.endings.PartnerRoutes;
import portal.endings.PartnershipEndRoutes;
import portal.endings.PrivilegeEndings;
import portal.endings.PrivilegeRoutes;
import portal.endings.ProtocolRoutes;
import portal.endings.RemovalRoutes;
import portal.enrolment.DecisionRoutes;
import portal.enrolment.Decisions;
import portal.enrolment.EnrolmentEmails;
import portal.enrolment.EnrolmentListRoutes;
import portal.enrolment.EnrolmentRoutes;
import portal.enrolment.Enrolments;
import portal.enrolment.ImportRoutes;
import portal.enrolment.Imports;
import portal.home.HomeRoutes;
import portal.home.OrganizationSettings;
import portal.home.OrganizationSettingsRoutes;
import portal.home.SettingsRoutes;
import portal.information.InformationRoutes;
import portal.invitations.AcceptanceRoutes;
import portal.invitations.Acceptances;
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
import portal.invitations.RequestRoutes;
import portal.invitations.Settlements;
import portal.invitations.TemplateRoutes;
import portal.invitations.Templates;
import portal.invitations.Timeline;
import portal.lookup.LookUpRoutes;
import portal.lookup.LookUps;
import portal.operating.Erasure;
import portal.operating.MailRoutes;
import portal.operating.PersonRoutes;
import portal.organizations.Organizations;
import portal.partnerships.AskRoutes;
import portal.partnerships.PartnershipEmails;
import portal.partnerships.PartnershipLinkRoutes;
import portal.partnerships.PartnershipLinks;
import portal.partnerships.PartnershipRoutes;
import portal.partnerships.Partnerships;
import portal.platform.Config;
import portal.platform.ConfigException;
import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.database.Migrations;
import portal.platform.jobs.Jobs;
import portal.platform.jobs.Rounds;
import portal.platform.mail.Outbox;
import portal.platform.mail.Postman;
import portal.platform.metrics.ManagementServer;
import portal.platform.metrics.Metrics;
import portal.platform.web.MenuItem;
import portal.platform.web.Renderer;
import portal.platform.web.Routes;
import portal.platform.web.WebServer;
import portal.portfolio.Portfolio;
import portal.portfolio.Resorting;
import portal.relationships.Relationships;
import portal.signin.Persons;
import portal.signin.PreferenceRoutes;
import portal.signin.SessionRoutes;
import portal.signin.Sessions;
import portal.signin.SignInRoutes;
import portal.subscriptions.Catalogue;
import portal.subscriptions.CatalogueRoutes;
import portal.subscriptions.ChangeRoutes;
import portal.subscriptions.OrderRoutes;
import portal.subscriptions.Orders;
import portal.subscriptions.Renewals;
import portal.subscriptions.ResellersOfRecord;
import portal.subscriptions.SeatsRoutes;
import portal.subscriptions.SubscriptionChanges;
import portal.subscriptions.SubscriptionEmails;
import portal.subscriptions.SubscriptionRoutes;
import portal.support.CoverageChangeRoutes;
import portal.support.CoverageChanges;
import portal.support.CoverageRoutes;
import portal.support.Designating;
import portal.support.SupportContactRoutes;
import portal.support.SupportContacts;
import portal.support.SupportEmails;
import portal.support.SupportRoutes;
import portal.support.Watch;
import portal.users.BatchRoutes;
import portal.users.Batches;
import portal.users.Changes;
import portal.users.Courier;
import portal.users.Licences;
import portal.users.Purging;
import portal.users.ScimDirectory;
import portal.users.Uploads;
import portal.users.UserListRoutes;
import portal.users.UserRoutes;
import portal.users.UserStateRoutes;
import portal.users.Users;

/** The portal put together: the only place that knows every feature. */
public final class App implements AutoCloseable {
    private static final List<MenuItem> MENU = List.of(
            new MenuItem("/", "layout.menu.home", "house", Access.SIGNED_IN, false),
            new MenuItem("/customers", "layout.menu.customers", "people", Access.SEE_CUSTOMERS, false, "/invitations"),
            new MenuItem("/partners", "layout.menu.partners", "building", Access.MANAGE_PRIVILEGES, false),
            new MenuItem("/enrolments", "layout.menu.enrolments", "building", Access.OPERATE, false),
            new MenuItem(
                    "/indirect-providers",
                    "layout.menu.indirect-providers",
                    "diagram-3",
                    Access.SEE_PROVIDERS,
                    false,
                    "/partnerships"),
            new MenuItem(
                    "/indirect-resellers",
                    "layout.menu.indirect-resellers",
                    "diagram-3",
                    Access.SEE_RESELLERS,
                    false,
                    "/partnerships"),
            new MenuItem("/support-coverage", "layout.menu.support", "headset", Access.SEE_CUSTOMERS, false),
            new MenuItem("/support", "layout.menu.support", "headset", Access.SEE_SUPPORT, false),
            new MenuItem("/agreements", "layout.menu.agreements", "file-earmark-text", Access.OPERATE, false),
            new MenuItem("/catalogue", "layout.menu.catalogue", "box-seam", Access.OPERATE, false),
            new MenuItem("/imports", "layout.menu.imports", "box-arrow-in-down", Access.OPERATE, false),
            new MenuItem("/service-links", "layout.menu.service-links", "box-arrow-up-right", Access.OPERATE, false),
            new MenuItem("/mail", "layout.menu.mail", "envelope", Access.OPERATE, false),
            new MenuItem("/people", "layout.menu.people", "people", Access.OPERATE, false),
            new MenuItem("/activity", "layout.menu.activity", "clock-history", Access.SEE_ACTIVITY, true),
            new MenuItem("/settings", "layout.menu.settings", "gear", Access.SEE_CUSTOMERS, true));

    private final Config config;
    private final Metrics metrics = new Metrics();
    private final Database database;
    private final Routes routes = new Routes();
    private final Postman postman;
    private final Jobs jobs;
    private final Invitations invitations;
    private final Partnerships partnerships;
    private final Reminders reminders;
    private final Catalogue catalogue;
    private final Orders orders;
    private final SubscriptionChanges subscriptionChanges;
    private final Imports imports;
    private final Users users;
    private final Purging purging;
    private final Rounds courier;
    private final Rounds batches;
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
        database = new Database(config.databaseUrl(), config.databaseConnections(), config.databaseSilence());
        database.watch();
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
        SubscriptionEmails subscriptionEmails = new SubscriptionEmails(config, renderer);
        catalogue = new Catalogue(database);
        orders = new Orders(database, outbox, subscriptionEmails, ResellersOfRecord.byPartnership());
        subscriptionChanges = new SubscriptionChanges(database, outbox, subscriptionEmails);
        Organizations organizations = new Organizations(database);
        Portfolio portfolio = new Portfolio(database);
        imports = new Imports(database, clock);
        Sessions sessions = new Sessions(database, vault, config, clock);
        Changes changes = new Changes(vault, config.directory() != null);
        users = new Users(database, vault, changes);
        purging = new Purging(database, changes);
        courier = courier(config, vault, clock);
        Batches carriedOut = new Batches(database, changes, clock);
        batches = new Rounds("batches of users", Duration.ofSeconds(10), () -> {
            carriedOut.carryOutDue();
            courier.wake();
        });

        SupportEmails supportEmails = new SupportEmails(config, renderer);
        watch = new Watch(database, outbox, supportEmails);
        Designating designating = new Designating(outbox, supportEmails);
        contacts = new SupportContacts(database, designating);
        LookUps lookUps = new LookUps(database, portfolio);

        new HealthRoutes(this::notReady).addTo(routes);
        Receipts receipts = new Receipts(database);
        Enrolments enrolments = new Enrolments(database);
        new HomeRoutes(database, portfolio, receipts, enrolments, lookUps).addTo(routes);
        new SettingsRoutes().addTo(routes);
        new OrganizationSettingsRoutes(new OrganizationSettings(database)).addTo(routes);
        new PreferenceRoutes(new Persons(database), organizations).addTo(routes);
        new EnrolmentRoutes(enrolments, organizations).addTo(routes);
        new EnrolmentListRoutes(database).addTo(routes);
        Decisions decisions = new Decisions(database, outbox, new EnrolmentEmails(config, renderer));
        new DecisionRoutes(decisions, enrolments, imports, organizations, postman::wake).addTo(routes);
        new InformationRoutes(config.operator()).addTo(routes);
        new SignInRoutes(config, sessions, new Persons(database)).addTo(routes);
        new SessionRoutes(sessions).addTo(routes);
        new CustomerRoutes(database, portfolio).addTo(routes);
        new CatalogueRoutes(database, catalogue).addTo(routes);
        new OrderRoutes(database, orders, postman::wake).addTo(routes);
        new SubscriptionRoutes(database, orders).addTo(routes);
        new SeatsRoutes(database, subscriptionChanges, postman::wake).addTo(routes);
        new ChangeRoutes(database, subscriptionChanges, postman::wake).addTo(routes);
        new ViewRoutes(database).addTo(routes);
        new AccountRoutes(database).addTo(routes);
        new BillToRoutes(database, organizations).addTo(routes);
        new ServiceRoutes(database, config.servicePhone()).addTo(routes);
        new ServiceLinkRoutes(database).addTo(routes);
        new SupportContactRoutes(database, contacts, postman::wake).addTo(routes);
        new SupportRoutes(contacts).addTo(routes);
        CoverageRoutes coverage = new CoverageRoutes(database, portfolio);
        coverage.addTo(routes);
        CoverageChanges coverageChanges = new CoverageChanges(database, designating);
        new CoverageChangeRoutes(coverage, coverageChanges, postman::wake).addTo(routes);
        new LookUpRoutes(database, lookUps, contacts).addTo(routes);
        new LedgerRoutes(database).addTo(routes);
        partnerships = new Partnerships(database, outbox, new PartnershipEmails(config, renderer));
        PartnershipLinks partnershipLinks = new PartnershipLinks(database, vault, config, partnerships);
        new AskRoutes(database, partnerships, partnershipLinks, postman::wake).addTo(routes);
        new PartnershipRoutes(database, partnerships, postman::wake).addTo(routes);
        new PartnershipLinkRoutes(partnershipLinks, postman::wake).addTo(routes);
        new PartnershipEndRoutes(database, partnerships).addTo(routes);
        new SharedCustomerRoutes(database).addTo(routes);
        new RequestRoutes(database, invitations, draftLinks).addTo(routes);
        new InvitationRoutes(database, invitations, draftLinks).addTo(routes);
        new DetailsRoutes(database, invitations).addTo(routes);
        new DraftRoutes(invitations, drafts, draftLinks, postman::wake).addTo(routes);
        new TemplateRoutes(config, new Templates(database), organizations).addTo(routes);
        AcceptanceRoutes links = new AcceptanceRoutes(config, acceptances, organizations, postman::wake);
        links.addTo(routes);
        new LinkRoutes(config, links, messages, new Handovers(database, vault), postman::wake).addTo(routes);
        new MessageRoutes(invitations, messages, new Settlements(database), reminders, postman::wake).addTo(routes);
        new ReceiptRoutes(receipts).addTo(routes);
        new AgreementRoutes(new AgreementVersions(database), organizations).addTo(routes);
        new ConsentRoutes(new Consents(database, Relationships::partners, Portfolio::agreementAccepted)).addTo(routes);
        new ImportRoutes(database, imports).addTo(routes);
        new ActivityRoutes(database).addTo(routes);
        new UserListRoutes(database).addTo(routes);
        new BatchRoutes(database, new Uploads(database, organizations), carriedOut, batches::wake, courier::wake)
                .addTo(routes);
        new UserRoutes(database, organizations, users, changes, courier::wake).addTo(routes);
        new UserStateRoutes(database, users, new Licences(database), changes, courier::wake).addTo(routes);

        addEndings(config, outbox, renderer);
        new MailRoutes(database, postman::wake).addTo(routes);
        new PersonRoutes(database, new Erasure(database, purging)).addTo(routes);

        more.accept(routes);
        jobs = jobs(
                clock, sessions, portfolio, new ActivityRetention(database, config.activityDays()), coverageChanges);
        server = new WebServer(config, vault, sessions, routes, MENU, renderer, metrics.registry(), clock);
    }

    private void addEndings(Config config, Outbox outbox, Renderer renderer) {
        EndingEmails emails = new EndingEmails(config, renderer);
        PrivilegeEndings privileges = new PrivilegeEndings(database, outbox, emails);
        Notices notices = new Notices(database, outbox, emails);
        new RemovalRoutes(database, new Endings(database)).addTo(routes);
        new ProtocolRoutes(database, notices, privileges, postman::wake).addTo(routes);
        new PrivilegeRoutes(database, privileges, config.servicePhone()).addTo(routes);
        new PartnerRoutes(database, privileges, postman::wake).addTo(routes);
    }

    /** Does nothing when no directory is connected. */
    private Rounds courier(Config config, Vault vault, Clock clock) {
        Duration pause = Duration.ofSeconds(2);
        if (config.directory() == null) {
            return new Rounds("courier", Duration.ofHours(1), () -> {});
        }
        Courier courierTo = new Courier(database, vault, new ScimDirectory(config.directory()), clock);
        return new Rounds("courier", pause, courierTo::passOnDue);
    }

    private Jobs jobs(
            Clock clock,
            Sessions sessions,
            Portfolio portfolio,
            ActivityRetention retention,
            CoverageChanges coverageChanges) {
        Jobs recurring = new Jobs(database.dataSource());
        recurring.every(Duration.ofMinutes(1), "expire-invitations", () -> invitations.expireOverdue(clock.instant()));
        recurring.every(Duration.ofMinutes(1), "watch-support-contacts", () -> watchSupport(clock));
        recurring.every(Duration.ofMinutes(10), "remind", () -> remind(clock));
        recurring.every(Duration.ofMinutes(10), "forget-ended-sessions", sessions::forgetEnded);
        recurring.every(Duration.ofMinutes(1), "go-on-with-imports", imports::goOn);
        recurring.every(Duration.ofHours(24), "forget-support-changes", () -> coverageChanges.forget(clock.instant()));
        Forgetting forgetting = new Forgetting(database);
        recurring.every(Duration.ofHours(24), "forget-recipients", () -> forgetting.forget(clock.instant()));
        Renewals renewals = new Renewals(database);
        recurring.every(Duration.ofHours(24), "renew-subscriptions", () -> renewals.renewDue(clock.instant()));
        Resorting resorting = new Resorting(database);
        recurring.every(Duration.ofSeconds(10), "resort-customers", () -> resorting.resortAsked(clock.instant()));
        recurring.every(
                Duration.ofHours(6), "erase-mail-bodies", () -> Outbox.eraseOldBodies(database, clock.instant()));
        recurring.every(
                Duration.ofHours(1), "forget-closed-invitations", () -> portfolio.forgetClosed(clock.instant()));
        recurring.every(Duration.ofHours(24), "forget-activity", () -> retention.forget(clock.instant()));
        recurring.every(Duration.ofHours(24), "purge-users", () -> purging.purge(clock.instant()));
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

    /** What is counted and measured, in Prometheus' text format. */
    public String metrics() {
        return metrics.text();
    }

    /** The database it uses. */
    public Database database() {
        return database;
    }

    /** What a partner does with its invitations: the demo's first ones are made with it. */
    public Invitations invitations() {
        return invitations;
    }

    /** What partners do with customers' users: the demo's first ones are made with it. */
    public Users users() {
        return users;
    }

    /** Forgets users who were deleted long enough ago, now. */
    public Purging purging() {
        return purging;
    }

    /** What providers and resellers do with their partnerships: the demo's first ones are made with it. */
    public Partnerships partnerships() {
        return partnerships;
    }

    /** Brings invitations to mind when it is time, now. */
    public Reminders reminders() {
        return reminders;
    }

    /** What can be sold. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Orders sellers place. */
    public Orders orders() {
        return orders;
    }

    /** What sellers change of subscriptions. */
    public SubscriptionChanges subscriptionChanges() {
        return subscriptionChanges;
    }

    /** Customers served in other portals: the demo's are imported with it. */
    public Imports imports() {
        return imports;
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
        courier.start();
        batches.start();
        jobs.start();
        server.start();
        if (config.management().port() != 0) {
            management = ManagementServer.start(config.management(), metrics, this::notReady);
        }
    }

    /** Why reverse proxies should send requests elsewhere; empty when it serves. */
    private Optional<String> notReady() {
        if (server.draining()) {
            return Optional.of("stopping");
        }
        return database.ready() ? Optional.empty() : Optional.of("the database is away");
    }

    /** Serves a little longer, while it tells reverse proxies to send requests elsewhere from now on. */
    public void drain() {
        server.drain(config.drain());
    }

    @Override
    public void close() {
        if (management != null) {
            management.close();
        }
        server.close();
        jobs.close();
        batches.close();
        courier.close();
        postman.close();
        database.close();
        metrics.close();
    }
}
