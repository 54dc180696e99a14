package portal.invitations;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.partnerships.Partnership;
import portal.partnerships.Partnerships;
import portal.partnerships.Side;
import portal.platform.access.Access;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;

/** A partner asks a customer: alone, or as a reseller together with one of its providers. */
public final class RequestRoutes {
    private final Database database;
    private final Invitations invitations;
    private final DraftLinks links;

    /** Calls the verbs of the invitations. */
    public RequestRoutes(Database database, Invitations invitations, DraftLinks links) {
        this.database = database;
        this.invitations = invitations;
        this.links = links;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/invitations/new", Access.REQUEST_RELATIONSHIP, this::newForm);
        routes.post("/invitations", Access.REQUEST_RELATIONSHIP, request -> create(request, null));
        routes.get("/partnerships/{id}/invitations/new", Access.INVITE_JOINTLY, request -> jointly(request, true));
        routes.post("/partnerships/{id}/invitations", Access.INVITE_JOINTLY, request -> jointly(request, false));
    }

    /** Goes on while the partnership is active; its page says how it stands otherwise. */
    private void jointly(Request request, boolean form) {
        PartnerId reseller = new PartnerId(request.visitor().home().id());
        Joint joint = database.read(handle -> {
            Partnership partnership = Partnerships.find(handle, reseller, request.id("id"))
                    .filter(found -> found.sideOf(reseller) == Side.RESELLER)
                    .orElseThrow(Refusal::notFound);
            Organization provider =
                    Organizations.find(handle, partnership.providerId().value()).orElseThrow();
            return new Joint(partnership, provider);
        });
        if (!joint.partnership().active()) {
            request.redirect(joint.partnership().path(), Flash.warning("flash.partnership-changed"));
        } else if (form) {
            newForm(request, joint);
        } else {
            create(request, joint);
        }
    }

    private void newForm(Request request) {
        CustomerRecord customer = request.queryId("customer")
                .map(id -> customer(request, id).orElseThrow(Refusal::notFound))
                .orElse(null);
        if (customer == null) {
            newForm(request, null);
        } else {
            InvitationForm form = InvitationForm.of(Ids.next(), customer, languageOf(customer));
            request.page(page(request, null, form, customer, new FormErrors(), null));
        }
    }

    private static void newForm(Request request, Joint joint) {
        InvitationForm form = InvitationForm.empty(Ids.next(), request.texts().language());
        request.page(page(request, joint, form, null, new FormErrors(), null));
    }

    /** A customer of the visitor's organization, by its row of the Customers page. */
    private Optional<CustomerRecord> customer(Request request, UUID row) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        return database.read(handle -> CustomerRecords.find(handle, partner, row));
    }

    private Language languageOf(CustomerRecord customer) {
        return database.read(
                handle -> Organizations.find(handle, customer.customerId().value())
                        .orElseThrow()
                        .language());
    }

    private static InvitationPages.New page(
            Request request,
            Joint joint,
            InvitationForm form,
            CustomerRecord customer,
            FormErrors errors,
            Invitation duplicate) {
        Visitor.Organization home = request.visitor().home();
        return new InvitationPages.New(
                form,
                errors,
                List.copyOf(capacities(request, joint)),
                home.cloud().national(),
                WonThrough.options(form.wonThrough(), request.texts()),
                customer,
                duplicate,
                joint);
    }

    private static Set<Capacity> capacities(Request request, Joint joint) {
        return joint == null ? request.visitor().home().capacities() : Set.of(Capacity.INDIRECT_RESELLER);
    }

    private void create(Request request, Joint joint) {
        InvitationForm form = InvitationForm.from(request.form());
        FormErrors errors = form.errors(capacities(request, joint));
        if (!form.id().matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        new Regions(database).check(errors, request.visitor(), form.domain(), request.texts());
        CustomerRecord customer = Request.parse(request.form().line("customer"))
                .flatMap(row -> customer(request, row))
                .orElse(null);
        if (!errors.isEmpty()) {
            request.page(422, page(request, joint, form, customer, errors, null));
            return;
        }
        Optional<Invitation> duplicate = form.duplicate() ? Optional.empty() : duplicate(request, joint, form);
        if (duplicate.isPresent()) {
            errors.add("duplicate", "error.duplicate");
            request.page(422, page(request, joint, form, customer, errors, duplicate.get()));
            return;
        }
        String secret = links.secret();
        UUID addressee = customer == null ? null : customer.customerId().value();
        InvitationId id = invitations.draft(
                request.visitor(), form, Optional.ofNullable(joint), addressee, secret, request.now());
        links.remember(request, id, secret);
        request.redirect("/invitations/" + id + "/draft", Flash.done("flash.invitation-drafted"));
    }

    /** The open invitation to the same domain, about which is asked before a second one is made. */
    private Optional<Invitation> duplicate(Request request, Joint joint, InvitationForm form) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        Capacity capacity = form.chosenCapacity(capacities(request, joint)).orElseThrow();
        return invitations.open(partner, capacity, form, request.now());
    }
}
