package portal.customers;

import java.util.List;
import java.util.Optional;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.portfolio.BillTo;
import portal.portfolio.Billing;
import portal.relationships.CustomerRecord;

/** To whom a seller makes out its bills for a customer. */
public final class BillToRoutes {
    private static final String PATH = "/customers/{id}/bill-to";
    private static final int CONFLICT = 409;

    private final Database database;
    private final Organizations organizations;
    private final Billing billing;

    /** Kept in the database. */
    public BillToRoutes(Database database, Organizations organizations) {
        this.database = database;
        this.organizations = organizations;
        billing = new Billing(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.EDIT_BILLING, this::edit);
        routes.post(PATH, Access.EDIT_BILLING, this::save);
    }

    private void edit(Request request) {
        CustomerRecord customer = customer(request);
        BillToForm form = BillToForm.of(billTo(customer));
        request.page(page(request.texts(), customer, form, new FormErrors(), Optional.empty()));
    }

    private void save(Request request) {
        CustomerRecord customer = customer(request);
        BillToForm form = BillToForm.from(request.form());
        FormErrors errors = form.errors(organizations.countries());
        if (!errors.isEmpty()) {
            request.page(422, page(request.texts(), customer, form, errors, Optional.empty()));
        } else if (billing.save(request.visitor(), customer.customerId(), form.billTo(), request.now())) {
            request.redirect(customer.path(), Flash.done("flash.bill-to-saved"));
        } else {
            BillTo theirs = billTo(customer);
            BillToForm again = form.knowing(theirs.version());
            request.page(CONFLICT, page(request.texts(), customer, again, errors, Optional.of(theirs)));
        }
    }

    private CustomerRecord customer(Request request) {
        CustomerRecord customer = AccountRoutes.customer(database, request);
        request.require(Access.EDIT_BILLING, customer.footing());
        return customer;
    }

    private BillTo billTo(CustomerRecord customer) {
        return database.read(handle -> Billing.find(
                handle,
                customer.partnerId(),
                Organizations.find(handle, customer.customerId().value()).orElseThrow()));
    }

    private AccountPages.BillingAddress page(
            Texts texts, CustomerRecord customer, BillToForm form, FormErrors errors, Optional<BillTo> stale) {
        List<Option> countries = organizations.countryOptions(texts, form.country());
        return new AccountPages.BillingAddress(customer, form, errors, countries, stale);
    }
}
