package portal.customers;

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
import portal.portfolio.CustomerLabels;
import portal.portfolio.Notes;
import portal.portfolio.Portfolio;
import portal.portfolio.PortfolioEntry;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Period;
import portal.relationships.Relationships;

/** The account of one customer, with alias, tags and notes. */
public final class AccountRoutes {
    private static final int CONFLICT = 409;

    private final Database database;
    private final CustomerLabels labels;
    private final Notes notes;

    /** Kept in the database. */
    public AccountRoutes(Database database) {
        this.database = database;
        labels = new CustomerLabels(database);
        notes = new Notes(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}", Access.SEE_CUSTOMERS, this::account);
        routes.get("/customers/{id}/labels", Access.LABEL_CUSTOMERS, this::editLabels);
        routes.post("/customers/{id}/labels", Access.LABEL_CUSTOMERS, this::saveLabels);
        routes.get("/customers/{id}/notes", Access.SEE_CUSTOMERS, this::notes);
        routes.post("/customers/{id}/notes", Access.WRITE_NOTES, this::writeNote);
    }

    private void account(Request request) {
        request.page(database.read(
                handle -> account(handle, customer(handle, request), NoteForm.empty(), new FormErrors())));
    }

    private static AccountPages.Account account(
            Handle handle, CustomerRecord customer, NoteForm form, FormErrors errors) {
        PartnerId partner = customer.partnerId();
        AccountFacts facts =
                handle.attach(AccountDao.class).find(partner, customer.id()).orElseThrow(Refusal::notFound);
        List<Period> periods = Relationships.periods(handle, partner, customer.customerId());
        return new AccountPages.Account(
                customer,
                facts,
                siblings(handle, customer, periods),
                periods,
                new AccountPages.NoteList(
                        Notes.page(handle, partner, customer.customerId(), Optional.empty()), true, form, errors));
    }

    private static List<PortfolioEntry> siblings(Handle handle, CustomerRecord customer, List<Period> periods) {
        boolean others =
                periods.stream().anyMatch(period -> period.lasts() && period.capacity() != customer.capacity());
        return others
                ? Portfolio.find(handle, customer.partnerId(), customer.customerId()).stream()
                        .filter(entry -> !entry.id().equals(customer.id()))
                        .toList()
                : List.of();
    }

    private void editLabels(Request request) {
        CustomerRecord customer = customer(database, request);
        LabelsForm form = LabelsForm.of(labels(customer));
        request.page(new AccountPages.Labels(customer, form, new FormErrors(), Optional.empty()));
    }

    private void saveLabels(Request request) {
        CustomerRecord customer = customer(database, request);
        LabelsForm form = LabelsForm.from(request.form());
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            request.page(422, new AccountPages.Labels(customer, form, errors, Optional.empty()));
        } else if (labels.save(
                request.visitor(), customer.id(), customer.customerId().value(), form.labels(), request.now())) {
            request.redirect(customer.path(), Flash.done("flash.labels-saved"));
        } else {
            CustomerLabels.Labels theirs = labels(customer);
            LabelsForm again = form.knowing(theirs.version());
            request.page(CONFLICT, new AccountPages.Labels(customer, again, errors, Optional.of(theirs)));
        }
    }

    private CustomerLabels.Labels labels(CustomerRecord customer) {
        return database.read(handle -> CustomerLabels.find(handle, customer.partnerId(), customer.id()));
    }

    private void notes(Request request) {
        CustomerRecord customer = customer(database, request);
        Optional<UUID> before = request.queryId("before");
        Notes.Page page =
                database.read(handle -> Notes.page(handle, customer.partnerId(), customer.customerId(), before));
        request.page(new AccountPages.Notes(
                customer, new AccountPages.NoteList(page, before.isEmpty(), NoteForm.empty(), new FormErrors())));
    }

    private void writeNote(Request request) {
        CustomerRecord customer = customer(database, request);
        NoteForm form = NoteForm.from(request.form());
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            request.page(422, database.read(handle -> account(handle, customer, form, errors)));
            return;
        }
        notes.write(request.visitor(), customer.customerId(), form.id(), form.body(), request.now());
        request.redirect(customer.path() + "#notes", Flash.done("flash.note-written"));
    }

    /** The customer of the address, where the partner has an open relationship with it. */
    static CustomerRecord customer(Database database, Request request) {
        return database.read(handle -> customer(handle, request));
    }

    private static CustomerRecord customer(Handle handle, Request request) {
        PartnerId partner = new PartnerId(request.visitor().home().id());
        return CustomerRecords.find(handle, partner, request.id("id")).orElseThrow(Refusal::notFound);
    }
}
