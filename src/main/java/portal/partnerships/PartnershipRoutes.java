package portal.partnerships;

import java.io.OutputStream;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.organizations.SupportProfile;
import portal.platform.access.Access;
import portal.platform.access.OrganizationState;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Indirect providers of a reseller, indirect resellers of a provider, and the verbs of a partnership. */
public final class PartnershipRoutes {
    private static final int PAGE = 50;

    private final Database database;
    private final Partnerships partnerships;
    private final Runnable wakePostman;

    /** Calls the verbs of the partnerships; wakes the postman when there is mail. */
    public PartnershipRoutes(Database database, Partnerships partnerships, Runnable wakePostman) {
        this.database = database;
        this.partnerships = partnerships;
        this.wakePostman = wakePostman;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/indirect-providers", Access.SEE_PROVIDERS, request -> index(request, Side.RESELLER));
        routes.get("/indirect-resellers", Access.SEE_RESELLERS, request -> index(request, Side.PROVIDER));
        routes.get("/indirect-providers.csv", Access.EXPORT_PROVIDERS, request -> export(request, Side.RESELLER));
        routes.get("/indirect-resellers.csv", Access.EXPORT_RESELLERS, request -> export(request, Side.PROVIDER));
        routes.get("/partnerships/{id}", Access.SEE_PARTNERSHIPS, this::show);
        routes.post("/partnerships/{id}/acceptance", Access.MANAGE_PARTNERSHIPS, this::accept);
        routes.post("/partnerships/{id}/refusal", Access.MANAGE_PARTNERSHIPS, this::refuse);
        routes.post("/partnerships/{id}/withdrawal", Access.MANAGE_PARTNERSHIPS, this::withdraw);
    }

    /** A partnership of the visitor's organization; 404 for any other. */
    public static Partnership partnership(Request request, Partnerships partnerships) {
        return partnerships.find(partner(request), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    /** A suspended partner keeps what it has, and begins nothing anew. */
    static void requireActive(Request request) {
        Visitor.Organization home = request.visitor().home();
        if (home.state() == OrganizationState.SUSPENDED) {
            throw Refusal.notAllowed("access.refused.suspended", home.name());
        }
    }

    private void index(Request request, Side side) {
        PartnershipAddress address = PartnershipAddress.from(request, side);
        PartnershipQuery.Part part = new PartnershipQuery(database, partner(request), address).page(PAGE);
        if (part.rows().isEmpty() && address.deep() && !part.stopped()) {
            request.redirect(address.first());
            return;
        }
        request.page(new PartnershipPages.Index(
                address,
                part.rows(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                part.stopped()));
    }

    private void export(Request request, Side side) {
        PartnershipQuery query =
                new PartnershipQuery(database, partner(request), PartnershipAddress.from(request, side));
        PartnershipFile file = new PartnershipFile(side, request.texts(), request.zone(), request.now());
        request.download(file.name(), "text/csv; charset=utf-8", (OutputStream output) -> file.write(output, query));
    }

    private void show(Request request) {
        request.page(page(request, partnership(request, partnerships), new FormErrors(), false));
    }

    private PartnershipPages.Show page(Request request, Partnership partnership, FormErrors errors, boolean changed) {
        Side side = partnership.sideOf(partner(request));
        Organization other = database.read(handle ->
                Organizations.find(handle, partnership.on(side.other()).value()).orElseThrow());
        Obstacle obstacle = partnership.awaits(side)
                ? partnerships.obstacle(request.visitor(), side, other).orElse(null)
                : null;
        SupportProfile support = database.read(handle -> Organizations.support(handle, partnership.on(side.other())));
        Statement statement = Statement.in(request.texts().language());
        return new PartnershipPages.Show(partnership, side, other, support, statement, obstacle, errors, changed);
    }

    /** The box under the statement has to be ticked. */
    static FormErrors consent(Form form) {
        FormErrors errors = new FormErrors();
        if (!form.ticked("agrees")) {
            errors.add("agrees", "error.agrees-partnership");
        }
        return errors;
    }

    private void accept(Request request) {
        Partnership partnership = partnership(request, partnerships);
        requireActive(request);
        Form form = request.form();
        Statement statement = Statement.in(request.texts().language());
        FormErrors errors = consent(form);
        boolean asked = partnership.awaits(partnership.sideOf(partner(request)));
        boolean changed = asked && !form.line("statement").equals(statement.fingerprint());
        if (asked && (changed || !errors.isEmpty())) {
            request.page(changed ? 409 : 422, page(request, partnership, errors, changed));
            return;
        }
        Partnerships.Acceptance outcome = partnerships.accept(request.visitor(), partnership, statement, request.now());
        wakePostman.run();
        go(request, partnership, outcome == Partnerships.Acceptance.DONE, "flash.partnership-accepted");
    }

    private void refuse(Request request) {
        Partnership partnership = partnership(request, partnerships);
        boolean done = partnerships.close(request.visitor(), partnership, PartnershipState.DECLINED, request.now());
        go(request, partnership, done, "flash.partnership-declined");
    }

    private void withdraw(Request request) {
        Partnership partnership = partnership(request, partnerships);
        boolean done = partnerships.close(request.visitor(), partnership, PartnershipState.WITHDRAWN, request.now());
        go(request, partnership, done, "flash.partnership-withdrawn");
    }

    /** The partnership's page says how it stands, also when somebody else was quicker. */
    private void go(Request request, Partnership partnership, boolean done, String flash) {
        Side side = partnership.sideOf(partner(request));
        String name = database.read(handle -> Organizations.find(
                        handle, partnership.on(side.other()).value())
                .orElseThrow()
                .legalName());
        request.redirect(
                partnership.path(), done ? Flash.done(flash, name) : Flash.warning("flash.partnership-changed"));
    }
}
