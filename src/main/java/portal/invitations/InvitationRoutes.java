package portal.invitations;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.signin.Persons;

/** A partner asks, follows what happens, asks again and takes back. */
public final class InvitationRoutes {
    private static final int LONGEST_REASON = 500;

    private final Database database;
    private final Invitations invitations;
    private final DraftLinks links;

    /** Calls the verbs of the invitations. */
    public InvitationRoutes(Database database, Invitations invitations, DraftLinks links) {
        this.database = database;
        this.invitations = invitations;
        this.links = links;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/invitations/new", Access.REQUEST_RELATIONSHIP, this::newForm);
        routes.post("/invitations", Access.REQUEST_RELATIONSHIP, this::create);
        routes.get("/invitations/{id}", Access.SEE_CUSTOMERS, this::show);
        routes.post("/invitations/{id}/renewal", Access.REQUEST_RELATIONSHIP, this::renew);
        routes.get("/invitations/{id}/revocation", Access.MANAGE_INVITATIONS, this::revocationForm);
        routes.post("/invitations/{id}/revocation", Access.MANAGE_INVITATIONS, this::revoke);
    }

    /** An invitation of the visitor's organization; 404 for any other. */
    static Invitation invitation(Request request, Invitations invitations) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        return invitations.find(partner, request.id("id")).orElseThrow(Refusal::notFound);
    }

    private void newForm(Request request) {
        InvitationForm form = InvitationForm.about(Ids.next(), request.texts().language(), request.query());
        request.page(page(request, form, new FormErrors(), null));
    }

    private static InvitationPages.New page(
            Request request, InvitationForm form, FormErrors errors, Invitation duplicate) {
        Visitor.Organization home = request.visitor().home();
        return new InvitationPages.New(
                form,
                errors,
                List.copyOf(home.capacities()),
                home.cloud().national(),
                WonThrough.options(form.wonThrough(), request.texts()),
                duplicate);
    }

    private void create(Request request) {
        InvitationForm form = InvitationForm.from(request.form());
        FormErrors errors = form.errors(request.visitor().home().capacities());
        if (!form.id().matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        if (!errors.isEmpty()) {
            request.page(422, page(request, form, errors, null));
            return;
        }
        Optional<Invitation> duplicate = form.duplicate() ? Optional.empty() : duplicate(request, form);
        if (duplicate.isPresent()) {
            errors.add("duplicate", "error.duplicate");
            request.page(422, page(request, form, errors, duplicate.get()));
            return;
        }
        String secret = links.secret();
        InvitationId id = invitations.draft(request.visitor(), form, secret, request.now());
        links.remember(request, id, secret);
        request.redirect("/invitations/" + id + "/draft", Flash.done("flash.invitation-drafted"));
    }

    /** The open invitation to the same domain, about which is asked before a second one is made. */
    private Optional<Invitation> duplicate(Request request, InvitationForm form) {
        Visitor.Organization home = request.visitor().home();
        Capacity capacity = form.chosenCapacity(home.capacities()).orElseThrow();
        return invitations.open(new PartnerId(home.id()), capacity, form, request.now());
    }

    private void show(Request request) {
        Invitation invitation = invitation(request, invitations);
        InvitationPages.Show page = database.read(handle -> page(handle, request, invitation));
        request.page(page);
    }

    private static InvitationPages.Show page(Handle handle, Request request, Invitation invitation) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        String inviter =
                Persons.find(handle, invitation.createdBy()).orElseThrow().name();
        String customer = Optional.ofNullable(invitation.customerId())
                .flatMap(id -> Organizations.find(handle, id))
                .map(Organization::legalName)
                .orElse(null);
        return new InvitationPages.Show(
                invitation,
                invitation.state(request.now()),
                Invitations.nameOf(invitation, request.texts()),
                dao.parties(invitation.id()),
                inviter,
                dao.events(invitation.id()),
                customer,
                Messages.of(handle, invitation.id()),
                handle.attach(ReminderDao.class).find(invitation.id()));
    }

    private void renew(Request request) {
        Invitation invitation = invitation(request, invitations);
        String secret = links.secret();
        boolean renewed =
                invitation.renewable() && invitations.renew(request.visitor(), invitation, secret, request.now());
        if (renewed) {
            links.remember(request, invitation.id(), secret);
            request.redirect("/invitations/" + invitation.id() + "/draft", Flash.done("flash.invitation-renewed"));
        } else {
            request.redirect("/invitations/" + invitation.id(), Flash.warning("flash.invitation-changed"));
        }
    }

    private void revocationForm(Request request) {
        Invitation invitation = invitation(request, invitations);
        if (!invitation.renewable()) {
            request.redirect("/invitations/" + invitation.id(), Flash.warning("flash.invitation-changed"));
            return;
        }
        request.page(new InvitationPages.Revoke(
                invitation, Invitations.nameOf(invitation, request.texts()), "", new FormErrors()));
    }

    private void revoke(Request request) {
        Invitation invitation = invitation(request, invitations);
        Form form = request.form();
        String reason = form.text("reason");
        FormErrors errors = new FormErrors();
        if (!errors.text("reason", reason, LONGEST_REASON)) {
            request.page(
                    422,
                    new InvitationPages.Revoke(
                            invitation, Invitations.nameOf(invitation, request.texts()), reason, errors));
            return;
        }
        boolean revoked = invitations.revoke(request.visitor(), invitation, reason, request.now());
        Flash flash = revoked ? Flash.done("flash.invitation-revoked") : Flash.warning("flash.invitation-changed");
        request.redirect("/invitations/" + invitation.id(), flash);
    }
}
