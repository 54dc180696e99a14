package portal.customers;

import java.time.LocalDate;
import java.util.List;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;

/** The services of one customer: opened with delegated admin privileges, asked about by phone without. */
public final class ServiceRoutes {
    private static final String PATH = "/customers/{id}/services";

    private final Database database;
    private final ServiceLinks links;
    private final ServiceRequests requests;
    private final String phone;

    /**
     * Kept in the database.
     *
     * @param phone of the operator's service; empty for none
     */
    public ServiceRoutes(Database database, String phone) {
        this.database = database;
        this.phone = phone;
        links = new ServiceLinks(database);
        requests = new ServiceRequests(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SEE_CUSTOMERS, this::services);
        routes.post(PATH + "/{service}/opening", Access.OPEN_SERVICES, this::open);
        routes.post("/customers/{id}/service-requests", Access.OPEN_SERVICES, this::note);
    }

    private void services(Request request) {
        CustomerRecord customer = AccountRoutes.customer(database, request);
        show(request, 200, customer, ServiceRequestForm.empty(today(request)), new FormErrors());
    }

    private void show(
            Request request, int status, CustomerRecord customer, ServiceRequestForm form, FormErrors errors) {
        ServiceRequests.Part part = requests.part(customer, request.queryId("before"));
        List<ServiceLink> offered = links.of(customer);
        if (customer.footing().delegatedAdmin()) {
            request.formsMayLeadTo(offered.stream().map(ServiceLink::origin).toList());
        }
        request.page(
                status,
                new ServicePages.Services(
                        customer,
                        offered,
                        phone,
                        part.requests(),
                        request.queryId("before").isEmpty(),
                        part.older() == null ? null : customer.path() + "/services?before=" + part.older(),
                        form,
                        errors));
    }

    private void open(Request request) {
        CustomerRecord customer = AccountRoutes.customer(database, request);
        request.require(Access.OPEN_SERVICES, customer.footing());
        ServiceLink link = links.of(customer).stream()
                .filter(offered -> offered.id().equals(request.id("service")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        String address = link.address(customer).orElseThrow(Refusal::notFound);
        links.open(request.visitor(), customer, link, address, request.now());
        request.redirect(address);
    }

    private void note(Request request) {
        CustomerRecord customer = AccountRoutes.customer(database, request);
        ServiceRequestForm form = ServiceRequestForm.from(request.form());
        FormErrors errors = form.errors(today(request));
        if (errors.isEmpty() && !requests.note(request.visitor(), customer, form, request.now())) {
            errors.add("number", "error.number.noted");
        }
        if (errors.isEmpty()) {
            request.redirect(
                    customer.path() + "/services#requests", Flash.done("flash.service-request-noted", form.number()));
        } else {
            show(request, 422, customer, form, errors);
        }
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), request.zone());
    }
}
