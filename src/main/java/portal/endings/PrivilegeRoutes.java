package portal.endings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.PortfolioChanges;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Privileges;

/** What a partner may do in a customer's tenant: how it came about, how to give it up, and ways on without it. */
public final class PrivilegeRoutes {
    private final Database database;
    private final PrivilegeEndings privileges;
    private final String servicePhone;
    private final Runnable mailAdded;

    /**
     * Calls the verbs of privileges.
     *
     * @param servicePhone the operator's, for service requests; empty when there is none
     * @param mailAdded told after something may have been put into the outbox
     */
    public PrivilegeRoutes(Database database, PrivilegeEndings privileges, String servicePhone, Runnable mailAdded) {
        this.database = database;
        this.privileges = privileges;
        this.servicePhone = servicePhone;
        this.mailAdded = mailAdded;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/privileges", Access.SEE_CUSTOMERS, this::show);
        routes.post("/customers/{id}/privileges/removal", Access.END_RELATIONSHIP, this::giveUp);
        routes.post("/customers/{id}/renegotiations", Access.NOTE_RENEGOTIATION, this::renegotiated);
    }

    private void show(Request request) {
        CustomerRecord customer = customer(request);
        request.page(page(customer, RenegotiationForm.empty(), new FormErrors()));
    }

    private void giveUp(Request request) {
        CustomerRecord customer = customer(request);
        boolean ended = privileges.giveUp(request.visitor(), customer.customerId(), grant(request), request.now());
        mailAdded.run();
        Flash flash = ended ? Flash.done("flash.privileges-given-up") : Flash.note("flash.privileges-ended-already");
        request.redirect(customer.path() + "/privileges", flash);
    }

    private void renegotiated(Request request) {
        CustomerRecord customer = customer(request);
        RenegotiationForm form = RenegotiationForm.from(request.form());
        FormErrors errors = form.errors(request.now(), request.zone());
        if (!errors.isEmpty()) {
            request.page(422, page(customer, form, errors));
            return;
        }
        privileges.renegotiated(request.visitor(), customer.customerId(), form, request.now());
        request.redirect(customer.path() + "/privileges", Flash.done("flash.renegotiation-noted"));
    }

    private CustomerRecord customer(Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        UUID id = request.id("id");
        Optional<CustomerRecord> found = database.read(handle -> CustomerRecords.find(handle, partner, id));
        return found.orElseThrow(Refusal::notFound);
    }

    /** The grant a form was drawn for; one that never was when it was tampered with. */
    static UUID grant(Request request) {
        String sent = request.form().line("grant");
        return sent.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(sent) : new UUID(0, 0);
    }

    private EndingPages.CustomerPrivileges page(CustomerRecord customer, RenegotiationForm form, FormErrors errors) {
        return database.read(handle -> page(handle, customer, form, errors));
    }

    private EndingPages.CustomerPrivileges page(
            Handle handle, CustomerRecord customer, RenegotiationForm form, FormErrors errors) {
        boolean responsible = PortfolioChanges.responsible(handle, customer.partnerId(), customer.id());
        List<Renegotiation> renegotiations =
                handle.attach(RenegotiationDao.class).all(customer.partnerId(), customer.customerId());
        return new EndingPages.CustomerPrivileges(
                customer,
                Privileges.history(handle, customer.partnerId(), customer.customerId()),
                responsible,
                renegotiations,
                form,
                errors,
                servicePhone,
                askAgain(customer));
    }

    /** The request page, with what it would otherwise be asked about this customer. */
    private static String askAgain(CustomerRecord customer) {
        String domain = customer.domain() == null ? "" : "&domain=" + encode(customer.domain());
        return "/invitations/new?capacity=" + customer.capacity().code() + "&company=" + encode(customer.name())
                + domain;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
