package portal.endings;

import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnership;
import portal.partnerships.PartnershipRoutes;
import portal.partnerships.Partnerships;
import portal.partnerships.Side;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Either side ends a partnership, after it has seen what ends with it. */
public final class PartnershipEndRoutes {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Partnerships partnerships;

    /** Reads what is concerned from the database, and calls the partnerships. */
    public PartnershipEndRoutes(Database database, Partnerships partnerships) {
        this.database = database;
        this.partnerships = partnerships;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/partnerships/{id}/ending", Access.MANAGE_PARTNERSHIPS, this::form);
        routes.post("/partnerships/{id}/ending", Access.MANAGE_PARTNERSHIPS, this::end);
    }

    private void form(Request request) {
        Partnership partnership = PartnershipRoutes.partnership(request, partnerships);
        if (partnership.active()) {
            request.page(page(request, partnership, "", new FormErrors()));
        } else {
            request.redirect(partnership.path(), Flash.warning("flash.partnership-changed"));
        }
    }

    private PartnershipEndPages.EndPartnership page(
            Request request, Partnership partnership, String reason, FormErrors errors) {
        Side side = partnership.sideOf(new PartnerId(request.visitor().home().id()));
        return database.read(handle -> page(handle, partnership, side, reason, errors));
    }

    private static PartnershipEndPages.EndPartnership page(
            Handle handle, Partnership partnership, Side side, String reason, FormErrors errors) {
        PartnershipEndDao dao = handle.attach(PartnershipEndDao.class);
        PartnerId provider = partnership.providerId();
        PartnerId reseller = partnership.resellerId();
        int most = PartnershipEndPages.MOST + 1;
        Organization other =
                Organizations.find(handle, partnership.on(side.other()).value()).orElseThrow();
        return new PartnershipEndPages.EndPartnership(
                partnership,
                side,
                other,
                dao.invitations(partnership.id(), most),
                dao.supportContacts(provider, reseller, most),
                dao.sharedCustomers(provider, reseller, most),
                reason,
                errors);
    }

    private void end(Request request) {
        Partnership partnership = PartnershipRoutes.partnership(request, partnerships);
        String reason = request.form().text("reason");
        FormErrors errors = new FormErrors();
        if (!errors.text("reason", reason, LONGEST_REASON)) {
            request.page(422, page(request, partnership, reason, errors));
            return;
        }
        boolean ended =
                partnerships.end(request.visitor(), partnership, reason.isEmpty() ? null : reason, request.now());
        Flash flash = ended ? Flash.done("flash.partnership-ended") : Flash.warning("flash.partnership-changed");
        request.redirect(partnership.path(), flash);
    }
}
