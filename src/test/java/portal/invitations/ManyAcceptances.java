package portal.invitations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import portal.agreements.Agreements;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.Config;
import portal.platform.Vault;
import portal.platform.access.Cloud;
import portal.platform.access.CustomerPortal;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Language;
import portal.platform.web.Renderer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.TestApp;

/** Many customers that press at the same moment, each at a link of its own, all links of one partner. */
final class ManyAcceptances {
    private final TestApp app;
    private final Acceptances acceptances;

    ManyAcceptances(TestApp app) {
        this.app = app;
        Config config = Config.from(app.settings());
        Outbox outbox = new Outbox(config, new Vault(config.keys()));
        acceptances = new Acceptances(app.database(), outbox, new InvitationEmails(config, new Renderer(null)));
    }

    /** What came of each press. */
    List<Acceptances.Outcome> press(int many) {
        Client partner = app.as("direct-admin");
        List<Callable<Acceptances.Outcome>> presses = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String link = Asking.by(partner)
                    .with("domain", null)
                    .with("email", null)
                    .asked()
                    .link();
            Visitor visitor = visitor(i);
            String secret = link.substring(link.lastIndexOf('/') + 1);
            presses.add(() -> press(secret, visitor));
        }
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Acceptances.Outcome> outcomes = new ArrayList<>();
            for (Future<Acceptances.Outcome> outcome : threads.invokeAll(presses)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            threads.shutdown();
        }
    }

    private Acceptances.Outcome press(String secret, Visitor visitor) {
        Instant now = Instant.now();
        Visit visit = acceptances
                .visit(secret, Optional.of(visitor), Language.EN, now)
                .orElseThrow();
        Acceptances.Acceptance pressed = new Acceptances.Acceptance(
                CustomerPortal.MICROSOFT_365,
                secret,
                visit.sheet().digest(visit.agreement()),
                new Agreements.Contact("Żaneta", "Novák", "zaneta@customer.example", null),
                Language.EN,
                new Agreements.Press("192.0.2.7", "Browser \\ with a\nline 𝄞", "request"));
        return acceptances.accept(visitor, pressed, now).outcome();
    }

    private Visitor visitor(int number) {
        UUID tenant = Ids.next();
        UUID person = Ids.next();
        Organization company = new Organization(
                tenant,
                OrganizationKind.CUSTOMER,
                OrganizationState.ACTIVE,
                "Sklárna " + number,
                null,
                false,
                "CZ",
                null,
                Cloud.PUBLIC,
                "Náměstí 1",
                null,
                "Jablonec",
                null,
                null,
                null,
                null,
                null,
                Language.EN,
                "Europe/Prague");
        app.database()
                .write(handle -> handle.execute(
                        "insert into person (id, issuer, subject, tenant_id, name, email, roles, created_at, last_signed_in_at)"
                                + " values (?, 'https://provider.example', ?, ?, 'Žofie Ňuňu 𝄞', 'zofie@customer.example',"
                                + " 'global-admin', utc_timestamp(), utc_timestamp())",
                        person,
                        "subject-" + number,
                        tenant));
        new Organizations(app.database()).registerCustomer(company, person, Instant.now());
        return new Visitor(
                person,
                tenant,
                "Žofie Ňuňu 𝄞",
                "zofie@customer.example",
                null,
                null,
                Set.of(Role.GLOBAL_ADMIN),
                Optional.of(Language.EN),
                null,
                ZoneOffset.UTC,
                Optional.of(new Visitor.Organization(
                        tenant,
                        OrganizationKind.CUSTOMER,
                        OrganizationState.ACTIVE,
                        company.legalName(),
                        null,
                        "CZ",
                        Cloud.PUBLIC,
                        Set.of(),
                        Language.EN,
                        0)),
                new byte[32]);
    }
}
