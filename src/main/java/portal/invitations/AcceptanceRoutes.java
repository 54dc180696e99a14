package portal.invitations;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import portal.agreements.Agreements;
import portal.organizations.CompanyForm;
import portal.organizations.Organizations;
import portal.platform.Config;
import portal.platform.access.Access;
import portal.platform.access.CustomerPortal;
import portal.platform.access.Visitor;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/**
 * The link and what can be done there. Anybody may follow it, so the routes stand open: the verdict tells who sees what,
 * and the same verdict, inside the transaction, who may do what.
 */
public final class AcceptanceRoutes {
    /** Of every link. */
    static final String PATH = "/portals/{portal}/invitations/{secret}";

    private static final int LONGEST_REASON = 500;
    private static final int VISITS = 600;
    private static final int UNKNOWN_LINKS = 20;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Config config;
    private final Acceptances acceptances;
    private final Organizations organizations;
    private final Runnable wakePostman;

    /** Calls the verbs of the answer; wakes the postman when there is mail. */
    public AcceptanceRoutes(Config config, Acceptances acceptances, Organizations organizations, Runnable wakePostman) {
        this.config = config;
        this.acceptances = acceptances;
        this.organizations = organizations;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.ANYONE, this::show);
        routes.post(PATH + "/company", Access.SIGNED_IN, this::registerCompany);
        routes.post(PATH + "/acceptance", Access.SIGNED_IN, this::accept);
        routes.get(PATH + "/decline", Access.ANYONE, this::declineForm);
        routes.post(PATH + "/decline", Access.SIGNED_IN, this::decline);
    }

    private void show(Request request) {
        visit(request).ifPresent(visit -> {
            Optional<Visitor> visitor = request.person();
            if (visitor.isPresent() && visit.verdict().addressed()) {
                acceptances.seen(visit.invitation(), visitor.get(), request.now());
            }
            answer(request, visit);
        });
    }

    /**
     * The visit of this request; empty when it was answered already, because the link is unknown or belongs into another
     * portal.
     */
    Optional<Visit> visit(Request request) {
        return visit(request, enter(request));
    }

    /** The portal of the address. */
    private static CustomerPortal enter(Request request) {
        request.secretAddress();
        request.limits().count("link", request.ip(), VISITS, PERIOD);
        CustomerPortal portal = Arrays.stream(CustomerPortal.values())
                .filter(known -> known.code().equals(request.path("portal")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        request.inPortal(portal);
        return portal;
    }

    private Optional<Visit> visit(Request request, CustomerPortal portal) {
        Optional<Visit> visit = acceptances.visit(
                request.path("secret"), request.person(), request.texts().language(), request.now());
        if (visit.isEmpty()) {
            request.limits().count("unknown link", request.ip(), UNKNOWN_LINKS, PERIOD);
            request.page(Verdict.UNKNOWN.status(), AcceptancePage.unknown(linkPath(request)));
            return Optional.empty();
        }
        CustomerPortal right = visit.get().invitation().cloud().portal();
        if (right != portal) {
            request.redirect(config.portalUrl(right) + "/invitations/" + request.path("secret"));
            return Optional.empty();
        }
        return visit;
    }

    /** The page that says how things stand for this visitor. */
    void answer(Request request, Visit visit) {
        AcceptancePage page = page(request, visit);
        switch (visit.verdict()) {
            case SUMMARY -> request.page(page.summary(linkPath(request)));
            case DECIDE -> request.page(page.decide(AcceptanceForm.of(request.visitor()), new FormErrors(), false));
            case COMPANY ->
                request.page(page.company(
                        visit.customer().map(CompanyForm::of).orElseGet(CompanyForm::empty), new FormErrors()));
            default -> request.page(visit.verdict().status(), page.refused());
        }
    }

    private AcceptancePage page(Request request, Visit visit) {
        return new AcceptancePage(visit, linkPath(request), request.person(), request.texts(), organizations);
    }

    private void registerCompany(Request request) {
        Optional<Visit> visit = visit(request);
        if (visit.isEmpty()) {
            return;
        }
        if (visit.get().verdict() != Verdict.COMPANY) {
            request.redirect(linkPath(request));
            return;
        }
        CompanyForm form = CompanyForm.from(request.form());
        FormErrors errors = form.errors(organizations.countries());
        if (!errors.isEmpty()) {
            request.page(422, page(request, visit.get()).company(form, errors));
            return;
        }
        Visitor visitor = request.visitor();
        organizations.registerCustomer(
                form.customer(
                        visitor.tenantId(),
                        visit.get().invitation().cloud(),
                        visitor.verifiedDomain(),
                        request.texts().language(),
                        visitor.zone().getId()),
                visitor.personId(),
                request.now());
        request.redirect(linkPath(request), Flash.done("flash.company-registered", form.company()));
    }

    private void accept(Request request) {
        CustomerPortal portal = enter(request);
        AcceptanceForm form = AcceptanceForm.from(request.form());
        // without a mistake only the transaction looks how things stand
        if (!form.errors(true).isEmpty() && mistaken(request, portal, form)) {
            return;
        }
        Acceptances.Accepted accepted =
                acceptances.accept(request.visitor(), pressed(request, portal, form), request.now());
        Visit visit = accepted.visit();
        switch (accepted.outcome()) {
            case DONE -> {
                wakePostman.run();
                String flash =
                        visit.invitation().joint() ? "flash.invitation-accepted-jointly" : "flash.invitation-accepted";
                request.redirect(linkPath(request), Flash.done(flash, visit.askers(request.texts())));
            }
            case CHANGED -> request.page(409, page(request, visit).decide(form, new FormErrors(), true));
            case NOT_NOW -> visit(request, portal).ifPresent(now -> refuse(request, now));
        }
    }

    /** Answers a form with mistakes; not when nothing that is wrong was asked, because the agreement was accepted already. */
    private boolean mistaken(Request request, CustomerPortal portal, AcceptanceForm form) {
        Optional<Visit> visit = visit(request, portal);
        if (visit.isEmpty()) {
            return true;
        }
        if (visit.get().verdict() != Verdict.DECIDE) {
            answer(request, visit.get());
            return true;
        }
        FormErrors errors = form.errors(!visit.get().agreementAccepted());
        if (!errors.isEmpty()) {
            boolean changed = !visit.get().shown(form.sheetDigest());
            request.page(422, page(request, visit.get()).decide(form, errors, changed));
        }
        return !errors.isEmpty();
    }

    /** Says how things stand; at the link when somebody was quicker only just now. */
    private void refuse(Request request, Visit visit) {
        if (visit.verdict() == Verdict.DECIDE) {
            request.redirect(linkPath(request));
        } else {
            answer(request, visit);
        }
    }

    private static Acceptances.Acceptance pressed(Request request, CustomerPortal portal, AcceptanceForm form) {
        return new Acceptances.Acceptance(
                portal,
                request.path("secret"),
                form.sheetDigest(),
                form.contact(),
                request.texts().language(),
                new Agreements.Press(request.ip(), request.userAgent(), request.id()));
    }

    private void declineForm(Request request) {
        visit(request).ifPresent(visit -> {
            if (visit.verdict().declinable()) {
                request.page(page(request, visit).decline("", new FormErrors()));
            } else if (visit.verdict() == Verdict.SUMMARY) {
                request.page(page(request, visit).summary(linkPath(request) + "/decline"));
            } else {
                answer(request, visit);
            }
        });
    }

    private void decline(Request request) {
        Optional<Visit> visit = visit(request);
        if (visit.isEmpty()) {
            return;
        }
        if (!visit.get().verdict().declinable()) {
            answer(request, visit.get());
            return;
        }
        String reason = request.form().text("reason");
        FormErrors errors = new FormErrors();
        if (!errors.text("reason", reason, LONGEST_REASON)) {
            request.page(422, page(request, visit.get()).decline(reason, errors));
            return;
        }
        Acceptances.Outcome outcome = acceptances.decline(
                request.visitor(),
                request.path("secret"),
                reason.isEmpty() ? null : reason,
                request.texts().language(),
                request.now());
        wakePostman.run();
        // also when it came too late the link itself says how things stand
        if (outcome == Acceptances.Outcome.DONE) {
            String partner = visit.get().askers(request.texts());
            request.redirect(linkPath(request), Flash.done("flash.invitation-declined", partner));
        } else {
            request.redirect(linkPath(request));
        }
    }

    /** The link's path, to come back to. */
    static String linkPath(Request request) {
        return "/portals/" + request.path("portal") + "/invitations/" + request.path("secret");
    }
}
