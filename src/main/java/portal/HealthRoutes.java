package portal;

import java.util.Optional;
import java.util.function.Supplier;
import portal.platform.access.Access;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Whether the process lives, and whether it can serve. */
final class HealthRoutes {
    private final Supplier<Optional<String>> whyNot;

    /** Ready unless there is something to say against it. */
    HealthRoutes(Supplier<Optional<String>> whyNot) {
        this.whyNot = whyNot;
    }

    void addTo(Routes routes) {
        routes.get("/health/live", Access.ANYONE, request -> request.text(200, "live"));
        routes.get("/health/ready", Access.ANYONE, this::ready);
    }

    private void ready(Request request) {
        Optional<String> reason = whyNot.get();
        request.text(reason.isEmpty() ? 200 : 503, reason.orElse("ready"));
    }
}
