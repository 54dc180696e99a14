package portal.subscriptions;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import portal.demo.DemoPeople;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.signin.Persons;
import portal.testing.TestApp;

/** One of the cast, for verbs that are called without a page. */
final class VisitorOf {
    private VisitorOf() {}

    static Visitor person(TestApp app, String value) {
        return app.database().write(handle -> person(handle, DemoPeople.person(value)));
    }

    private static Visitor person(Handle handle, DemoPeople.Person person) {
        Set<Role> roles = Set.of(Role.ADMIN_AGENT);
        Identity identity = new Identity(
                "test", person.subject(), person.tenant(), person.name(), person.email(), null, null, roles, null, "");
        Organization home = Organizations.find(handle, person.tenant()).orElseThrow();
        return new Visitor(
                Persons.arrive(handle, identity, java.time.Instant.now()),
                person.tenant(),
                person.name(),
                person.email(),
                null,
                null,
                roles,
                Optional.empty(),
                null,
                ZoneOffset.UTC,
                Optional.of(new Visitor.Organization(
                        home.id(),
                        home.kind(),
                        home.state(),
                        home.legalName(),
                        home.domain(),
                        home.country(),
                        home.cloud(),
                        Set.of(),
                        home.language(),
                        0)),
                new byte[0]);
    }
}
