package portal.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.organizations.Profiles;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.signin.Person;
import portal.signin.Persons;

/** The operator looks through the partners. */
public final class EnrolmentListRoutes {
    private static final int PAGE = 50;

    private final Database database;

    /** Reads from the database. */
    public EnrolmentListRoutes(Database database) {
        this.database = database;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/enrolments", Access.OPERATE, this::index);
        routes.get("/enrolments/{id}", Access.OPERATE, this::show);
    }

    private void index(Request request) {
        EnrolmentAddress address = EnrolmentAddress.from(request);
        EnrolmentQuery query = new EnrolmentQuery(database, address.state());
        if (!address.search().isEmpty()) {
            request.page(found(address, query.search(address.search(), tenant(address.search()), PAGE)));
            return;
        }
        EnrolmentQuery.Part part = part(query, address);
        if (part.rows().isEmpty() && address.deep()) {
            request.redirect(address.first());
            return;
        }
        request.page(new EnrolmentPages.Index(
                address,
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                false));
    }

    private static EnrolmentPages.Index found(EnrolmentAddress address, List<EnrolmentRow> rows) {
        boolean more = rows.size() > PAGE;
        return new EnrolmentPages.Index(address, more ? rows.subList(0, PAGE) : rows, null, null, more);
    }

    private static Optional<UUID> tenant(String search) {
        return search.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(search))
                : Optional.empty();
    }

    private static EnrolmentQuery.Part part(EnrolmentQuery query, EnrolmentAddress address) {
        if (address.after().isPresent()) {
            return query.after(address.after().get(), PAGE);
        }
        return address.before().isPresent() ? query.before(address.before().get(), PAGE) : query.first(PAGE);
    }

    private void show(Request request) {
        UUID id = request.id("id");
        request.page(database.read(handle -> page(handle, id)));
    }

    private static EnrolmentPages.Show page(Handle handle, UUID id) {
        EnrolmentDao dao = handle.attach(EnrolmentDao.class);
        Enrolment enrolment = dao.find(id).orElseThrow(Refusal::notFound);
        Organization partner = Organizations.find(handle, id).orElseThrow();
        Optional<Person> submitter =
                Optional.ofNullable(enrolment.submittedBy()).flatMap(person -> Persons.find(handle, person));
        return new EnrolmentPages.Show(
                enrolment,
                partner,
                Profiles.support(handle, new PartnerId(id)).orElseThrow(),
                Organizations.capacities(handle, new PartnerId(id)),
                submitter
                        .map(person -> new EnrolmentPages.Submitter(person.name(), person.email(), person.phone()))
                        .orElse(null),
                dao.lastAcceptance(id),
                dao.events(id),
                partner.mpnId() == null ? List.of() : dao.withMpnId(partner.mpnId(), id));
    }
}
