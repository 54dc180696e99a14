package portal.partnerships;

import java.time.Duration;
import java.util.Optional;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** A partner asks another one for a partnership: first it sees whom an MPN ID belongs to. */
public final class AskRoutes {
    private static final int LOOK_UPS = 30;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Database database;
    private final Partnerships partnerships;
    private final PartnershipLinks links;
    private final Runnable wakePostman;

    /** Calls the verbs of the partnerships; wakes the postman when there is mail. */
    public AskRoutes(Database database, Partnerships partnerships, PartnershipLinks links, Runnable wakePostman) {
        this.database = database;
        this.partnerships = partnerships;
        this.links = links;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/partnerships/new", Access.MANAGE_PARTNERSHIPS, this::askForm);
        routes.post("/partnerships", Access.MANAGE_PARTNERSHIPS, this::ask);
    }

    private void askForm(Request request) {
        AskForm form = new AskForm(
                request.query("side").orElse(""), request.query("mpn-id").orElse(""));
        if (form.mpnId().isEmpty()) {
            request.page(page(request, form, new FormErrors(), null, null));
        } else {
            look(request, form);
        }
    }

    private PartnershipPages.Ask page(
            Request request, AskForm form, FormErrors errors, Organization found, Obstacle obstacle) {
        Visitor visitor = request.visitor();
        Side side = Side.of(form.side(), visitor).orElse(null);
        PartnershipLink link =
                side == null ? null : links.own(visitor, side, request.now()).orElse(null);
        return new PartnershipPages.Ask(
                side,
                form,
                errors,
                found,
                obstacle,
                Statement.in(request.texts().language()),
                link);
    }

    /** Shows whom an MPN ID belongs to, before anybody is asked. */
    private void look(Request request, AskForm form) {
        FormErrors errors = form.errors();
        Optional<Organization> found = errors.isEmpty() ? find(request, form, errors) : Optional.empty();
        Optional<Obstacle> obstacle = found.flatMap(other -> Side.of(form.side(), request.visitor())
                .flatMap(side -> partnerships.obstacle(request.visitor(), side, other)));
        request.page(
                errors.isEmpty() ? 200 : 422, page(request, form, errors, found.orElse(null), obstacle.orElse(null)));
    }

    /** Names can be learned from MPN IDs, so a person looks up few of them. */
    private Optional<Organization> find(Request request, AskForm form, FormErrors errors) {
        request.limits().count("mpn id", request.visitor().personId().toString(), LOOK_UPS, PERIOD);
        Optional<Side> side = Side.of(form.side(), request.visitor());
        if (side.isEmpty()) {
            errors.add("side", "error.side");
            return Optional.empty();
        }
        Optional<Organization> found = database.read(handle ->
                Organizations.partner(handle, form.mpnId(), side.get().other().capacity()));
        if (found.isEmpty()) {
            errors.add("mpn-id", "error.mpn-id.unknown." + side.get().other().code(), form.mpnId());
        }
        return found;
    }

    private void ask(Request request) {
        PartnershipRoutes.requireActive(request);
        AskForm form = AskForm.from(request.form());
        FormErrors errors = form.errors();
        Optional<Organization> other = errors.isEmpty() ? find(request, form, errors) : Optional.empty();
        if (other.isEmpty()) {
            request.page(422, page(request, form, errors, null, null));
            return;
        }
        Side side = Side.of(form.side(), request.visitor()).orElseThrow();
        Partnerships.Asked asked = partnerships.ask(request.visitor(), side, other.get(), request.now());
        if (asked.partnership().isEmpty()) {
            request.page(
                    422,
                    page(request, form, errors, other.get(), asked.obstacle().orElse(null)));
            return;
        }
        wakePostman.run();
        String name = other.get().legalName();
        request.redirect(
                asked.partnership().get().path(),
                asked.now() ? Flash.done("flash.partnership-asked", name) : Flash.note("flash.partnership-open", name));
    }
}
