package portal.signin;

import portal.platform.Vault;
import portal.platform.access.Access;
import portal.platform.web.Cookies;
import portal.platform.web.Flash;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Where somebody is signed in, and signing out there. */
public final class SessionRoutes {
    private final Sessions sessions;

    /** Shows and ends these. */
    public SessionRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/sessions", Access.SIGNED_IN, this::index);
        routes.post("/sessions/endings", Access.SIGNED_IN, this::endOthers);
        routes.post("/sessions/{id}/ending", Access.SIGNED_IN, this::end);
    }

    private void index(Request request) {
        byte[] current = Vault.digest(request.cookie(Cookies.SESSION));
        request.page(new SignInPages.Sessions(sessions.of(request.visitor().personId()), current));
    }

    private void endOthers(Request request) {
        sessions.endOthers(request.visitor().personId(), request.cookie(Cookies.SESSION));
        request.redirect("/sessions", Flash.done("flash.sessions-ended"));
    }

    private void end(Request request) {
        if (!sessions.end(request.visitor().personId(), request.id("id"))) {
            throw Refusal.notFound();
        }
        request.redirect("/sessions", Flash.done("flash.session-ended"));
    }
}
