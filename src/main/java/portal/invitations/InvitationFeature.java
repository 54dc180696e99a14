package portal.invitations;

import java.time.Clock;
import java.time.Duration;
import portal.organizations.Organizations;
import portal.platform.Config;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.jobs.Jobs;
import portal.platform.web.Routes;

/** Requests for relationships: asked, followed, accepted, brought to mind. */
public record InvitationFeature(Invitations invitations, Reminders reminders, Receipts receipts) {
    /** Adds the routes and jobs. */
    public static InvitationFeature addTo(Platform platform) {
        Database database = platform.database();
        InvitationEmails emails = new InvitationEmails(platform.config(), platform.renderer());
        Invitations invitations = new Invitations(database, platform.vault(), platform.config());
        Reminders reminders = new Reminders(
                database, invitations, platform.outbox(), new ReminderEmails(emails, platform.renderer()));
        InvitationFeature feature = new InvitationFeature(invitations, reminders, new Receipts(database));
        feature.asking(platform, emails);
        feature.answering(platform, emails);
        feature.recurring(platform);
        return feature;
    }

    private void asking(Platform platform, InvitationEmails emails) {
        Database database = platform.database();
        Config config = platform.config();
        Routes routes = platform.routes();
        DraftLinks links = new DraftLinks(new Links(database, platform.vault(), config), platform.vault(), config);
        Drafts drafts = new Drafts(database, platform.outbox(), emails);

        new LedgerRoutes(database).addTo(routes);
        new RequestRoutes(database, invitations, links).addTo(routes);
        new InvitationRoutes(database, invitations, links).addTo(routes);
        new DetailsRoutes(database, invitations).addTo(routes);
        new DraftRoutes(invitations, drafts, links, platform.mailAdded()).addTo(routes);
        new TemplateRoutes(config, new Templates(database), new Organizations(database)).addTo(routes);
    }

    private void answering(Platform platform, InvitationEmails emails) {
        Database database = platform.database();
        Config config = platform.config();
        Routes routes = platform.routes();
        Runnable mailAdded = platform.mailAdded();
        Acceptances acceptances = new Acceptances(database, platform.outbox(), emails);
        Messages messages = new Messages(database, platform.outbox(), new MessageEmails(emails));
        Handovers handovers = new Handovers(database, platform.vault());
        AcceptanceRoutes links = new AcceptanceRoutes(config, acceptances, new Organizations(database), mailAdded);

        links.addTo(routes);
        new LinkRoutes(config, links, messages, handovers, mailAdded).addTo(routes);
        new MessageRoutes(invitations, messages, new Settlements(database), reminders, mailAdded).addTo(routes);
        new ReceiptRoutes(receipts).addTo(routes);
    }

    private void recurring(Platform platform) {
        Jobs jobs = platform.jobs();
        Clock clock = platform.clock();
        Forgetting forgetting = new Forgetting(platform.database());
        jobs.every(Duration.ofMinutes(1), "expire-invitations", () -> invitations.expireOverdue(clock.instant()));
        jobs.every(Duration.ofMinutes(10), "remind", () -> {
            reminders.remindDue(clock.instant());
            reminders.warnOfEnd(clock.instant());
            platform.mailAdded().run();
        });
        jobs.every(Duration.ofHours(24), "forget-recipients", () -> forgetting.forget(clock.instant()));
    }
}
