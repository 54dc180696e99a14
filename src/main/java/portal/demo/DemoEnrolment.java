package portal.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.enrolment.CapacityChoice;
import portal.enrolment.EnrolmentForm;
import portal.enrolment.Enrolments;
import portal.enrolment.Terms;
import portal.organizations.ProfileForm;
import portal.platform.access.Cloud;
import portal.platform.access.Identity;
import portal.platform.access.Role;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.signin.Persons;

/** A company that has enrolled and waits for the operator. */
record DemoEnrolment(Database database, Enrolments enrolments, String issuer) {

    void send(Instant now) {
        DemoPeople.Person person = DemoPeople.person("applicant-global");
        Terms terms = Terms.in(Texts.in(Language.PL));
        ProfileForm profile = new ProfileForm(
                "Sudety Online Sp. z o.o.",
                "2345021",
                "ul. 1 Maja 27",
                "",
                "Jelenia Góra",
                "",
                "58-500",
                "+48 75 555 01 00",
                "pomoc@sudety-online.example",
                "+48 75 555 01 10",
                "https://sudety-online.example/pomoc",
                "biuro@sudety-online.example",
                "pl",
                "Europe/Warsaw",
                "");
        EnrolmentForm form = new EnrolmentForm(
                profile,
                CapacityChoice.INDIRECT_RESELLER.code(),
                "PL",
                Cloud.PUBLIC.code(),
                true,
                terms.fingerprint(),
                "");
        enrolments.submit(visitor(person, now), form, terms, new Enrolments.Press("127.0.0.1", "demo"), now);
    }

    private Visitor visitor(DemoPeople.Person person, Instant now) {
        Set<Role> roles = EnumSet.of(Role.GLOBAL_ADMIN);
        String domain = person.email().substring(person.email().indexOf('@') + 1);
        Identity identity = new Identity(
                issuer,
                person.subject(),
                person.tenant(),
                person.name(),
                person.email(),
                person.phone(),
                domain,
                roles,
                null,
                "");
        UUID id = database.write(handle -> Persons.arrive(handle, identity, now));
        return new Visitor(
                id,
                person.tenant(),
                person.name(),
                person.email(),
                person.phone(),
                domain,
                roles,
                Optional.empty(),
                null,
                ZoneId.of("Europe/Warsaw"),
                Optional.empty(),
                new byte[0]);
    }
}
