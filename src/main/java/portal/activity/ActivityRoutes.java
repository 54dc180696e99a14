package portal.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The activity log of the visitor's organization. */
public final class ActivityRoutes {
    private static final int PAGE = 50;
    private static final UUID END = new UUID(-1, -1);

    private final Database database;

    /** Reads from the database. */
    public ActivityRoutes(Database database) {
        this.database = database;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/activity", Access.SEE_ACTIVITY, this::index);
    }

    private void index(Request request) {
        UUID organization = request.visitor().home().id();
        Optional<UUID> after = request.queryId("after");
        UUID before = request.queryId("before").orElse(END);
        List<ActivityPages.Row> rows = database.read(
                ActivityDao.class,
                dao -> after.isPresent()
                        ? dao.oldestAfter(organization, after.get(), PAGE + 1)
                        : dao.newestBefore(organization, before, PAGE + 1));
        if (rows.isEmpty() && (after.isPresent() || !before.equals(END))) {
            request.redirect("/activity");
            return;
        }
        request.page(page(rows, after.isPresent(), before.equals(END)));
    }

    /** One row more than shown says whether the direction goes on. */
    private static ActivityPages.Index page(List<ActivityPages.Row> found, boolean upwards, boolean first) {
        boolean more = found.size() > PAGE;
        List<ActivityPages.Row> rows = found;
        if (more) {
            rows = upwards ? found.subList(1, found.size()) : found.subList(0, PAGE);
        }
        boolean newer = upwards ? more : !first;
        boolean older = upwards || more;
        return new ActivityPages.Index(
                rows,
                newer && !rows.isEmpty() ? "?after=" + rows.get(0).id() : null,
                older && !rows.isEmpty()
                        ? "?before=" + rows.get(rows.size() - 1).id()
                        : null);
    }
}
