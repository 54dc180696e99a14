package portal.invitations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnerships;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.signin.Persons;

/** A partner follows what happens to an invitation, asks again and takes back. */
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
        routes.get("/invitations/{id}", Access.SEE_CUSTOMERS, this::show);
        routes.post("/invitations/{id}/renewal", Access.REQUEST_RELATIONSHIP, this::renew);
        routes.get("/invitations/{id}/revocation", Access.MANAGE_INVITATIONS, this::revocationForm);
        routes.post("/invitations/{id}/revocation", Access.MANAGE_INVITATIONS, this::revoke);
    }

    /** An invitation the visitor's organization made; 404 for any other. */
    static Invitation invitation(Request request, Invitations invitations) {
        return invitations.findOwn(partner(request), request.id("id")).orElseThrow(Refusal::notFound);
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    private void show(Request request) {
        Invitation invitation =
                invitations.find(partner(request), request.id("id")).orElseThrow(Refusal::notFound);
        InvitationPages.Show page = database.read(handle -> page(handle, request, invitation));
        request.page(page);
    }

    private static InvitationPages.Show page(Handle handle, Request request, Invitation invitation) {
        InvitationDao dao = handle.attach(InvitationDao.class);
        List<Party> parties = dao.parties(invitation.id());
        Map<UUID, Organization> partners =
                Organizations.all(handle, parties.stream().map(Party::partnerId).toList());
        boolean own = parties.get(0).partner().equals(partner(request));
        List<InvitationEvent> events = dao.events(invitation.id());
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
                own,
                invitation.joint() && !Partnerships.active(handle, invitation.partnershipId()),
                parties.stream()
                        .map(party -> new AcceptancePages.Asking(partners.get(party.partnerId()), party))
                        .toList(),
                inviter,
                own ? events : InvitationEvent.forProvider(events),
                customer,
                own ? Messages.of(handle, invitation.id()) : List.of(),
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
