package portal;

import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Whether the process lives, and whether it can serve. */
final class HealthRoutes {
    private final Database database;

    HealthRoutes(Database database) {
        this.database = database;
    }

    void addTo(Routes routes) {
        routes.get("/health/live", Access.ANYONE, request -> request.text(200, "live"));
        routes.get("/health/ready", Access.ANYONE, this::ready);
    }

    private void ready(Request request) {
        boolean ready = database.ready();
        request.text(ready ? 200 : 503, ready ? "ready" : "the database is away");
    }
}
