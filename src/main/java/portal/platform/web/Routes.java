package portal.platform.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import java.util.ArrayList;
import java.util.List;
import portal.platform.access.Access;

/** The portal's routes: method, path, who may use it, and the handler. There is no way to add one without access. */
public final class Routes {
    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        /** Parses, makes one call, and renders or redirects. */
        void handle(Request request);
    }

    /** What comes with a request. */
    public enum Body {
        NONE,
        FORM,
        /** A form with a file. */
        UPLOAD,
        /** Fields from another server, which prove by themselves who wrote them; no page of ours is behind it. */
        MESSAGE
    }

    /** One line of the table. */
    public record Route(HandlerType method, String path, Access access, Handler handler, Body body) {}

    /** How Javalin is told that a route has its access from us. */
    record Guarded(Access access) implements RouteRole {}

    private final List<Route> table = new ArrayList<>();

    /** A page; HEAD is answered alike. */
    public void get(String path, Access access, Handler handler) {
        table.add(new Route(HandlerType.GET, path, access, handler, Body.NONE));
    }

    /** A form. */
    public void post(String path, Access access, Handler handler) {
        table.add(new Route(HandlerType.POST, path, access, handler, Body.FORM));
    }

    /** A form with a file, as multipart/form-data; the file is kept on disk while the request lasts. */
    public void upload(String path, Access access, Handler handler) {
        table.add(new Route(HandlerType.POST, path, access, handler, Body.UPLOAD));
    }

    /** What another server says; the handler makes sure that it may. */
    public void message(String path, Handler handler) {
        table.add(new Route(HandlerType.POST, path, Access.ANYONE, handler, Body.MESSAGE));
    }

    /** All routes in the order they were added. */
    public List<Route> table() {
        return List.copyOf(table);
    }

    void addTo(RoutesConfig javalin, Gate gate) {
        for (Route route : table) {
            io.javalin.http.Handler guarded = gate.guard(route);
            RouteRole role = new Guarded(route.access());
            if (route.method().equals(HandlerType.POST)) {
                javalin.post(route.path(), guarded, role);
            } else {
                javalin.get(route.path(), guarded, role);
                javalin.head(route.path(), guarded, role);
            }
        }
    }
}
