package portal.endings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.agreements.Agreements;
import portal.organizations.CustomerId;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.Grant;
import portal.relationships.Privileges;
import portal.relationships.Relationship;
import portal.relationships.Relationships;

/** A customer sees its partners and decides what they may do in its tenant. */
public final class PartnerRoutes {
    private static final String PATH = "/partners/";

    private final Database database;
    private final PrivilegeEndings privileges;
    private final Runnable mailAdded;

    /**
     * Calls the verbs of privileges.
     *
     * @param mailAdded told after something was put into the outbox
     */
    public PartnerRoutes(Database database, PrivilegeEndings privileges, Runnable mailAdded) {
        this.database = database;
        this.privileges = privileges;
        this.mailAdded = mailAdded;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/partners", Access.MANAGE_PRIVILEGES, this::index);
        routes.get("/partners/{partner}", Access.MANAGE_PRIVILEGES, this::show);
        routes.post("/partners/{partner}/privileges", Access.MANAGE_PRIVILEGES, this::reassign);
        routes.get("/partners/{partner}/privileges/removal", Access.MANAGE_PRIVILEGES, this::removalForm);
        routes.post("/partners/{partner}/privileges/removal", Access.MANAGE_PRIVILEGES, this::remove);
    }

    private void index(Request request) {
        CustomerId customer = customer(request);
        request.page(database.read(handle -> new EndingPages.Partners(
                lines(handle, customer),
                Agreements.lastAcceptance(handle, customer).orElse(null))));
    }

    /** Each partner once, those with a relationship first. */
    private static List<EndingPages.PartnerLine> lines(Handle handle, CustomerId customer) {
        Map<PartnerId, List<Relationship>> relationships = new LinkedHashMap<>();
        Map<PartnerId, Grant> grants = new LinkedHashMap<>();
        for (Relationship relationship : Relationships.of(handle, customer)) {
            relationships
                    .computeIfAbsent(relationship.partnerId(), partner -> new ArrayList<>())
                    .add(relationship);
        }
        for (Grant grant : Privileges.of(handle, customer)) {
            relationships.computeIfAbsent(grant.partnerId(), partner -> new ArrayList<>());
            grants.put(grant.partnerId(), grant);
        }
        List<UUID> ids = relationships.keySet().stream().map(PartnerId::value).toList();
        Map<UUID, Organization> partners = ids.isEmpty() ? Map.of() : Organizations.all(handle, ids);
        return relationships.entrySet().stream()
                .map(entry -> new EndingPages.PartnerLine(
                        entry.getKey().value(),
                        partners.get(entry.getKey().value()).legalName(),
                        entry.getValue(),
                        grants.get(entry.getKey())))
                .toList();
    }

    private void show(Request request) {
        EndingPages.OnePartner page = partner(request);
        request.page(page);
    }

    private void reassign(Request request) {
        EndingPages.OnePartner page = partner(request);
        Form form = request.form();
        Roles roles = new Roles(form.ticked("global-admin"), form.ticked("helpdesk-admin"));
        if (roles.none()) {
            FormErrors errors = new FormErrors();
            errors.add("global-admin", "error.no-role");
            request.page(422, with(page, roles, errors));
            return;
        }
        boolean same = page.open() != null && Roles.of(page.open()).equals(roles);
        PartnerId partner = new PartnerId(page.partner().id());
        boolean done = same
                || privileges.reassign(
                        request.visitor(), partner, PrivilegeRoutes.grant(request), roles, request.now());
        String name = page.partner().legalName();
        Flash flash =
                done ? Flash.done("flash.privileges-reassigned", name) : Flash.warning("flash.privileges-changed");
        request.redirect(PATH + page.partner().id(), flash);
    }

    private static EndingPages.OnePartner with(EndingPages.OnePartner page, Roles roles, FormErrors errors) {
        return new EndingPages.OnePartner(
                page.partner(), page.relationships(), page.grants(), page.agreement(), roles, errors);
    }

    private void removalForm(Request request) {
        EndingPages.OnePartner page = partner(request);
        if (page.open() == null) {
            request.redirect(PATH + page.partner().id(), Flash.note("flash.privileges-ended-already"));
            return;
        }
        request.page(new EndingPages.TakeBack(page.partner(), page.relationships(), page.open()));
    }

    private void remove(Request request) {
        EndingPages.OnePartner page = partner(request);
        PartnerId partner = new PartnerId(page.partner().id());
        boolean ended = privileges.remove(request.visitor(), partner, PrivilegeRoutes.grant(request), request.now());
        if (ended) {
            mailAdded.run();
        }
        String name = page.partner().legalName();
        Flash flash = ended
                ? Flash.done("flash.privileges-removed", name)
                : page.open() == null
                        ? Flash.note("flash.privileges-ended-already")
                        : Flash.warning("flash.privileges-changed");
        request.redirect(PATH + page.partner().id(), flash);
    }

    private EndingPages.OnePartner partner(Request request) {
        PartnerId partner = new PartnerId(request.id("partner"));
        CustomerId customer = customer(request);
        Optional<EndingPages.OnePartner> found = database.read(handle -> partner(handle, partner, customer));
        return found.orElseThrow(Refusal::notFound);
    }

    /** Whoever has, or ever had, something to do with the customer's tenant. */
    private static Optional<EndingPages.OnePartner> partner(Handle handle, PartnerId partner, CustomerId customer) {
        List<Relationship> relationships = Relationships.of(handle, customer).stream()
                .filter(relationship -> relationship.partnerId().equals(partner))
                .toList();
        List<Grant> grants = Privileges.history(handle, partner, customer);
        if (relationships.isEmpty() && grants.isEmpty()) {
            return Optional.empty();
        }
        Roles roles =
                grants.stream().filter(Grant::open).findFirst().map(Roles::of).orElse(new Roles(false, false));
        return Optional.of(new EndingPages.OnePartner(
                Organizations.find(handle, partner.value()).orElseThrow(),
                relationships,
                grants,
                Agreements.lastAcceptance(handle, customer).orElse(null),
                roles,
                new FormErrors()));
    }

    private static CustomerId customer(Request request) {
        return new CustomerId(request.visitor().home().id());
    }
}
