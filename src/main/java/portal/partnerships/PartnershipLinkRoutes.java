package portal.partnerships;

import java.time.Duration;
import java.util.Optional;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A link to hand out, and what the other side finds at it. Following it changes nothing. */
public final class PartnershipLinkRoutes {
    private static final int VISITS = 300;
    private static final int UNKNOWN_LINKS = 20;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final PartnershipLinks links;
    private final Runnable wakePostman;

    /** Calls the verbs of the links; wakes the postman when there is mail. */
    public PartnershipLinkRoutes(PartnershipLinks links, Runnable wakePostman) {
        this.links = links;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post("/partnership-links", Access.MANAGE_PARTNERSHIPS, this::make);
        routes.post("/partnership-links/revocation", Access.MANAGE_PARTNERSHIPS, this::revoke);
        routes.get("/partnership-links/{secret}", Access.ANYONE, this::show);
        routes.post("/partnership-links/{secret}/acceptance", Access.SIGNED_IN, this::accept);
    }

    /** Path of a link. */
    static String pathOf(String secret) {
        return "/partnership-links/" + secret;
    }

    private void make(Request request) {
        Side side = side(request);
        PartnershipRoutes.requireActive(request);
        String link = links.make(request.visitor(), side, request.now());
        request.page(new PartnershipPages.LinkMade(side, link, request.now().plus(PartnershipLinks.TIME)));
    }

    private static Side side(Request request) {
        return Side.of(request.form().line("side"), request.visitor())
                .orElseThrow(() -> Refusal.of(Refusal.Reason.BAD_REQUEST));
    }

    private void revoke(Request request) {
        Side side = side(request);
        boolean revoked = links.kill(request.visitor(), side, request.now());
        request.redirect(
                "/partnerships/new?side=" + side.code(),
                revoked ? Flash.done("flash.partnership-link-revoked") : Flash.note("flash.partnership-link-gone"));
    }

    private void show(Request request) {
        answer(request, visit(request), new FormErrors(), false);
    }

    private LinkVisit visit(Request request) {
        request.secretAddress();
        request.limits().count("partnership link", request.ip(), VISITS, PERIOD);
        LinkVisit visit = links.visit(request.path("secret"), request.person(), request.now());
        if (visit.verdict() == LinkVerdict.GONE) {
            request.limits().count("unknown partnership link", request.ip(), UNKNOWN_LINKS, PERIOD);
        }
        return visit;
    }

    private static void answer(Request request, LinkVisit visit, FormErrors errors, boolean changed) {
        String path = pathOf(request.path("secret"));
        boolean signIn = visit.verdict() == LinkVerdict.SUMMARY;
        if (signIn || visit.verdict() == LinkVerdict.DECIDE) {
            Statement statement = Statement.in(request.texts().language());
            int status = changed ? 409 : errors.isEmpty() ? 200 : 422;
            request.page(
                    status,
                    new PartnershipPages.Link(
                            path, visit.asking(), visit.link().side(), statement, signIn, errors, changed));
        } else {
            Partnership open = visit.open().orElse(null);
            request.page(
                    visit.verdict().status(),
                    new PartnershipPages.LinkRefused(visit.verdict(), path, visit.asking(), open));
        }
    }

    private void accept(Request request) {
        LinkVisit visit = visit(request);
        if (visit.verdict() != LinkVerdict.DECIDE) {
            answer(request, visit, new FormErrors(), false);
            return;
        }
        Form form = request.form();
        Statement statement = Statement.in(request.texts().language());
        FormErrors errors = PartnershipRoutes.consent(form);
        boolean changed = !form.line("statement").equals(statement.fingerprint());
        if (changed || !errors.isEmpty()) {
            answer(request, visit, errors, changed);
            return;
        }
        Visitor visitor = request.visitor();
        boolean accepted = links.accept(visitor, request.path("secret"), statement, request.now());
        wakePostman.run();
        Optional<Partnership> made = links.visit(request.path("secret"), Optional.of(visitor), request.now())
                .open();
        if (accepted && made.isPresent()) {
            request.redirect(
                    made.get().path(),
                    Flash.done("flash.partnership-accepted", visit.asking().legalName()));
        } else {
            request.redirect(pathOf(request.path("secret")));
        }
    }
}
