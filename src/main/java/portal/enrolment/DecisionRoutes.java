package portal.enrolment;

import java.util.UUID;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The operator approves, declines, suspends and resumes. */
public final class DecisionRoutes {
    private static final int LONGEST_REASON = 500;

    private final Decisions decisions;
    private final Enrolments enrolments;
    private final Organizations organizations;
    private final Imports imports;
    private final Runnable wakePostman;

    /**
     * Calls the verbs of the decisions, and after an approval brings the customers that waited for the partner; wakes the
     * postman when there is mail.
     */
    public DecisionRoutes(
            Decisions decisions,
            Enrolments enrolments,
            Imports imports,
            Organizations organizations,
            Runnable wakePostman) {
        this.imports = imports;
        this.decisions = decisions;
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post("/enrolments/{id}/approval", Access.OPERATE, this::approve);
        routes.get("/enrolments/{id}/decline", Access.OPERATE, request -> ask(request, Decision.DECLINED));
        routes.post("/enrolments/{id}/decline", Access.OPERATE, request -> explain(request, Decision.DECLINED));
        routes.get("/enrolments/{id}/suspension", Access.OPERATE, request -> ask(request, Decision.SUSPENDED));
        routes.post("/enrolments/{id}/suspension", Access.OPERATE, request -> explain(request, Decision.SUSPENDED));
        routes.post("/enrolments/{id}/resumption", Access.OPERATE, this::resume);
    }

    private void approve(Request request) {
        Enrolment enrolment = enrolment(request);
        if (decided(request, enrolment, Decision.APPROVED, null)) {
            imports.begin(new PartnerId(enrolment.organizationId()));
            done(request, enrolment, Decision.APPROVED);
        } else {
            changed(request, enrolment);
        }
    }

    private void resume(Request request) {
        Enrolment enrolment = enrolment(request);
        if (decided(request, enrolment, Decision.RESUMED, null)) {
            done(request, enrolment, Decision.RESUMED);
        } else {
            changed(request, enrolment);
        }
    }

    private void ask(Request request, Decision decision) {
        Enrolment enrolment = enrolment(request);
        if (enrolment.state() == decision.from()) {
            request.page(page(enrolment, decision, "", new FormErrors(), false));
        } else {
            changed(request, enrolment);
        }
    }

    private void explain(Request request, Decision decision) {
        Enrolment enrolment = enrolment(request);
        String reason = request.form().text("reason");
        FormErrors errors = new FormErrors();
        if (!errors.required("reason", reason, LONGEST_REASON)) {
            request.page(422, page(enrolment, decision, reason, errors, false));
        } else if (decided(request, enrolment, decision, reason)) {
            done(request, enrolment, decision);
        } else {
            stale(request, decision, reason);
        }
    }

    /** The reason stays written where it can still be decided. */
    private void stale(Request request, Decision decision, String reason) {
        Enrolment now = enrolment(request);
        if (now.state() == decision.from()) {
            request.page(409, page(now, decision, reason, new FormErrors(), true));
        } else {
            changed(request, now);
        }
    }

    private boolean decided(Request request, Enrolment enrolment, Decision decision, String reason) {
        String version = request.form().line("version");
        int seen = version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
        return decisions.decide(request.visitor(), enrolment.organizationId(), decision, seen, reason, request.now());
    }

    private void done(Request request, Enrolment enrolment, Decision decision) {
        wakePostman.run();
        UUID partner = enrolment.organizationId();
        request.redirect("/enrolments/" + partner, Flash.done("flash.enrolment-" + decision.code(), name(partner)));
    }

    /** Somebody was faster: the partner's page says how it stands now. */
    private static void changed(Request request, Enrolment enrolment) {
        request.redirect(
                "/enrolments/" + enrolment.organizationId(), Flash.warning("flash.enrolment-decided-meanwhile"));
    }

    private Enrolment enrolment(Request request) {
        return enrolments.find(request.id("id")).orElseThrow(Refusal::notFound);
    }

    private EnrolmentPages.Reasoned page(
            Enrolment enrolment, Decision decision, String reason, FormErrors errors, boolean stale) {
        return new EnrolmentPages.Reasoned(
                decision, enrolment, name(enrolment.organizationId()), reason, errors, stale);
    }

    private String name(UUID partner) {
        return organizations.find(partner).map(Organization::legalName).orElseThrow();
    }
}
