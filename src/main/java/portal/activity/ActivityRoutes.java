package portal.activity;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The activity log of the visitor's organization: as a list, and as a file. */
public final class ActivityRoutes {
    private static final int PAGE = 50;

    private final Database database;

    /** Reads from the database. */
    public ActivityRoutes(Database database) {
        this.database = database;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/activity", Access.SEE_ACTIVITY, this::index);
        routes.get("/activity.csv", Access.EXPORT_ACTIVITY, this::export);
    }

    private void index(Request request) {
        ActivityAddress address = ActivityAddress.from(request);
        ActivityQuery.Part part = part(query(request, address), address);
        if (part.rows().isEmpty() && address.deep() && part.older() == null) {
            // the rows that stood here are gone
            request.redirect(address.first());
            return;
        }
        request.page(new ActivityPages.Index(
                address,
                people(request, address),
                part.rows(),
                part.newer() == null ? null : address.after(part.newer()),
                part.older() == null ? null : address.before(part.older())));
    }

    private ActivityQuery query(Request request, ActivityAddress address) {
        Optional<List<UUID>> customers =
                address.customer().isEmpty() ? Optional.empty() : Optional.of(customers(address.customer()));
        UUID organization = request.visitor().home().id();
        return new ActivityQuery(database, address.filter(organization, customers, request.zone()));
    }

    private List<UUID> customers(String named) {
        boolean id = named.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return id ? List.of(UUID.fromString(named)) : database.read(ActivityDao.class, dao -> dao.organizations(named));
    }

    private static ActivityQuery.Part part(ActivityQuery query, ActivityAddress address) {
        Optional<ActivityPosition> after = address.after().flatMap(ActivityPosition::parse);
        return after.isPresent()
                ? query.newer(after.get(), PAGE)
                : query.older(address.before().flatMap(ActivityPosition::parse), PAGE);
    }

    /** The organization's people, and the one that is asked for, who may be a customer's. */
    private List<ActivityPages.Someone> people(Request request, ActivityAddress address) {
        UUID organization = request.visitor().home().id();
        UUID asked = address.person().orElse(new UUID(0, 0));
        return new ArrayList<>(database.read(ActivityDao.class, dao -> dao.people(organization, asked)));
    }

    private void export(Request request) {
        ActivityQuery query = query(request, ActivityAddress.from(request));
        ActivityFile file = new ActivityFile(request.texts(), request.zone(), request.now());
        request.download(file.name(), "text/csv; charset=utf-8", (OutputStream output) -> file.write(output, query));
    }
}
