package portal.enrolment;

import java.time.Duration;
import portal.organizations.Organizations;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.web.Routes;

/** How partners come in: enrolments, the operator's decisions, and customers they served elsewhere. */
public record EnrolmentFeature(Enrolments enrolments, Imports imports) {
    /** Adds the routes and jobs. */
    public static EnrolmentFeature addTo(Platform platform) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Organizations organizations = new Organizations(database);
        EnrolmentEmails emails = new EnrolmentEmails(platform.config(), platform.renderer());
        Enrolments enrolments = new Enrolments(database, platform.outbox(), emails);
        Imports imports = new Imports(database, platform.clock());
        Decisions decisions = new Decisions(database, platform.outbox(), emails);

        new EnrolmentRoutes(enrolments, organizations, platform.mailAdded()).addTo(routes);
        new EnrolmentListRoutes(database).addTo(routes);
        new DecisionRoutes(decisions, enrolments, imports, organizations, platform.mailAdded()).addTo(routes);
        new ImportRoutes(database, imports).addTo(routes);

        platform.jobs().every(Duration.ofMinutes(1), "go-on-with-imports", imports::goOn);
        return new EnrolmentFeature(enrolments, imports);
    }
}
