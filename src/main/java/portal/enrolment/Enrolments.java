package portal.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.organizations.Profile;
import portal.organizations.ProfileChange;
import portal.organizations.Profiles;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.mail.Outbox;
import portal.platform.texts.Texts;

/** A company enrols as a partner, and corrects what it sent. */
public final class Enrolments {
    private final Database database;
    private final Outbox outbox;
    private final EnrolmentEmails emails;

    /** Where somebody sits who presses the button, as evidence that the terms were accepted. */
    public record Press(String ip, String userAgent) {}

    /** Kept in the database; mail leaves by the outbox. */
    public Enrolments(Database database, Outbox outbox, EnrolmentEmails emails) {
        this.database = database;
        this.outbox = outbox;
        this.emails = emails;
    }

    /** A partner's enrolment. */
    public Optional<Enrolment> find(UUID organization) {
        return database.read(EnrolmentDao.class, dao -> dao.find(organization));
    }

    /** Why the partner stands as it does: what the operator said last; empty when the operator said nothing. */
    public Optional<EnrolmentEvent> last(UUID organization, EnrolmentEvent.Kind kind) {
        return database.read(EnrolmentDao.class, dao -> dao.last(organization, kind));
    }

    /** Enrolments to be decided, the newest. */
    public List<EnrolmentRow> waiting(int most) {
        return new EnrolmentQuery(database, Optional.of(EnrolmentState.PENDING))
                .first(most)
                .rows();
    }

    /** The form with what was sent; empty when nothing can be corrected any more. */
    Optional<EnrolmentForm> sent(UUID organization) {
        return database.read(handle -> handle.attach(EnrolmentDao.class)
                .find(organization)
                .filter(Enrolment::correctable)
                .map(enrolment -> form(handle, enrolment)));
    }

    private static EnrolmentForm form(Handle handle, Enrolment enrolment) {
        PartnerId partner = new PartnerId(enrolment.organizationId());
        return EnrolmentForm.of(
                Organizations.find(handle, partner.value()).orElseThrow(),
                Profiles.find(handle, partner).orElseThrow(),
                Organizations.capacities(handle, partner),
                enrolment);
    }

    /**
     * Sends a first enrolment, of which the operator is told. Two people of one company may do so at once; the first stays.
     *
     * @param form without errors
     * @return whether it was the first
     */
    public boolean submit(Visitor visitor, EnrolmentForm form, Terms terms, Press press, Instant now) {
        try {
            database.write(handle -> {
                Organization partner = form.partner(visitor);
                Organizations.addPartner(
                        handle, partner, form.chosenCapacities().capacities(), now);
                Organizations.setSupport(
                        handle,
                        new PartnerId(partner.id()),
                        form.profile(visitor).support());
                handle.attach(EnrolmentDao.class).insert(partner.id(), visitor.personId(), now);
                keep(handle, EnrolmentEvent.Kind.SUBMITTED, visitor, terms, press, now);
                Activity.of(Action.ENROLMENT_SUBMITTED, visitor.personId(), null, partner.legalName())
                        .log(handle, partner.id(), now);
                emails.submitted(partner).ifPresent(email -> outbox.add(handle, email, now));
                return null;
            });
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return false;
        }
    }

    /**
     * Sends a corrected enrolment, which waits for the operator again; the operator is told.
     *
     * @param form without errors
     * @return whether it was taken; not when it was decided or corrected meanwhile
     */
    boolean correct(Visitor visitor, EnrolmentForm form, Terms terms, Press press, Instant now) {
        Texts texts = Texts.in(visitor.home().language());
        UUID id = visitor.tenantId();
        return database.write(handle -> {
            EnrolmentDao dao = handle.attach(EnrolmentDao.class);
            if (dao.correct(id, form.corrects(), visitor.personId(), now) == 0) {
                return false;
            }
            Profile before = Profiles.find(handle, new PartnerId(id)).orElseThrow();
            Profile after = form.profile(visitor);
            if (!Organizations.correctPartner(
                    handle, form.partner(visitor), form.chosenCapacities().capacities())) {
                throw new IllegalStateException("a partner that waits is not pending");
            }
            Organizations.setSupport(handle, new PartnerId(id), after.support());
            emails.corrected(form.partner(visitor)).ifPresent(email -> outbox.add(handle, email, now));
            keep(handle, EnrolmentEvent.Kind.CORRECTED, visitor, terms, press, now);
            ProfileChange.describe(
                            Activity.of(Action.ENROLMENT_CORRECTED, visitor.personId(), null, after.legalName()),
                            ProfileChange.between(before, after, texts),
                            texts)
                    .log(handle, id, now);
            return true;
        });
    }

    private static void keep(
            Handle handle, EnrolmentEvent.Kind kind, Visitor visitor, Terms terms, Press press, Instant now) {
        EnrolmentDao dao = handle.attach(EnrolmentDao.class);
        UUID person = visitor.personId();
        dao.insertEvent(Ids.next(), visitor.tenantId(), kind, person, null, now);
        dao.keepText(terms);
        dao.insertAcceptance(
                Ids.next(), visitor.tenantId(), person, terms.digest(), now, press.ip(), press.userAgent());
    }
}
