package portal.invitations;

import java.util.List;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** An open invitation is changed: whom it is for, how it was won, whether to remind, and until when it works. */
public final class DetailsRoutes {
    private static final String PATH = "/invitations/{id}/details";

    private final Invitations invitations;
    private final Details details;
    private final Regions regions;

    /** Calls the verbs of the details. */
    public DetailsRoutes(Database database, Invitations invitations) {
        this.invitations = invitations;
        this.details = new Details(database);
        this.regions = new Regions(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.REQUEST_RELATIONSHIP, this::show);
        routes.post(PATH, Access.REQUEST_RELATIONSHIP, this::edit);
    }

    private void show(Request request) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        if (!invitation.open(request.now())) {
            closed(request, invitation);
            return;
        }
        request.page(page(request, invitation, DetailsForm.of(invitation), new FormErrors()));
    }

    private void edit(Request request) {
        Invitation invitation = InvitationRoutes.invitation(request, invitations);
        if (!invitation.open(request.now())) {
            closed(request, invitation);
            return;
        }
        DetailsForm form = DetailsForm.from(request.form());
        FormErrors errors = form.errors(invitation);
        if (!form.domain().equals(invitation.domain())) {
            regions.check(errors, request.visitor(), form.domain(), request.texts());
        }
        if (!errors.isEmpty()) {
            request.page(422, page(request, invitation, form, errors));
            return;
        }
        if (form.drawnFrom(invitation) && details.edit(request.visitor(), invitation, form, request.now())) {
            request.redirect("/invitations/" + invitation.id(), Flash.done("flash.invitation-details"));
            return;
        }
        stale(request, form);
    }

    /** Nothing of the input is lost: it stands in the form, and beside it what is so now. */
    private void stale(Request request, DetailsForm form) {
        Invitation current = InvitationRoutes.invitation(request, invitations);
        if (!current.open(request.now())) {
            closed(request, current);
            return;
        }
        List<Change> differences = Details.differences(current, form, request.texts(), request.zone(), request.now());
        request.page(
                409,
                new DetailsPages.Details(
                        current,
                        Invitations.nameOf(current, request.texts()),
                        form.over(current),
                        new FormErrors(),
                        WonThrough.options(form.wonThrough(), request.texts()),
                        true,
                        differences));
    }

    private static DetailsPages.Details page(
            Request request, Invitation invitation, DetailsForm form, FormErrors errors) {
        return new DetailsPages.Details(
                invitation,
                Invitations.nameOf(invitation, request.texts()),
                form,
                errors,
                WonThrough.options(form.wonThrough(), request.texts()),
                false,
                List.of());
    }

    private static void closed(Request request, Invitation invitation) {
        request.redirect("/invitations/" + invitation.id(), Flash.warning("flash.invitation-closed-details"));
    }
}
