package portal.enrolment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.OrganizationState;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.signin.Person;
import portal.signin.Persons;

/** What the operator decides on partners: one conditional UPDATE, and everything that follows from it. */
public final class Decisions {
    private final Database database;
    private final Outbox outbox;
    private final EnrolmentEmails emails;

    /** Kept in the database; mail leaves by the outbox. */
    public Decisions(Database database, Outbox outbox, EnrolmentEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /**
     * Decides.
     *
     * @param version of the enrolment the operator saw
     * @param reason told to the partner; null for none
     * @return whether it was decided; not when somebody decided or corrected meanwhile
     */
    boolean decide(Visitor operator, UUID partner, Decision decision, int version, String reason, Instant now) {
        return database.write(handle -> {
            EnrolmentDao dao = handle.attach(EnrolmentDao.class);
            if (dao.decide(partner, version, decision.from(), decision.to()) == 0) {
                return false;
            }
            changeState(handle, new PartnerId(partner), decision);
            EnrolmentEvent.Kind kind = EnrolmentEvent.Kind.valueOf(decision.name());
            dao.insertEvent(Ids.next(), partner, kind, operator.personId(), reason, now);
            Organization organization = Organizations.find(handle, partner).orElseThrow();
            Activity.of(decision.action(), operator.personId(), null, organization.legalName())
                    .changing(null, reason)
                    .log(handle, partner, now);
            Optional<Person> submitter =
                    dao.find(partner).map(Enrolment::submittedBy).flatMap(person -> Persons.find(handle, person));
            emails.decided(decision, organization, submitter, reason).forEach(email -> outbox.add(handle, email, now));
            return true;
        });
    }

    private static void changeState(Handle handle, PartnerId partner, Decision decision) {
        OrganizationState from = decision.from().ofOrganization();
        OrganizationState to = decision.to().ofOrganization();
        if (from != to && !Organizations.changeState(handle, partner, from, to)) {
            throw new IllegalStateException("the enrolment and its organization are in different states");
        }
    }
}
