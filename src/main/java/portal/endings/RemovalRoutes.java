package portal.endings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.relationships.CustomerRecords;
import portal.relationships.Removal;
import portal.relationships.Removals;

/** A partner removes its relationship to a customer. */
public final class RemovalRoutes {
    private static final int CONFLICT = 409;

    private final Database database;
    private final Endings endings;
    private final Runnable mailAdded;

    /**
     * Calls the verbs of endings.
     *
     * @param mailAdded told after something may have been put into the outbox
     */
    public RemovalRoutes(Database database, Endings endings, Runnable mailAdded) {
        this.database = database;
        this.endings = endings;
        this.mailAdded = mailAdded;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/removal", Access.END_RELATIONSHIP, this::form);
        routes.post("/customers/{id}/removal", Access.END_RELATIONSHIP, this::remove);
    }

    private void form(Request request) {
        Ending ending = endings.look(customer(request).orElseThrow(Refusal::notFound));
        RemovalForm empty = RemovalForm.empty(request.texts().language());
        request.page(page(request, ending, empty, new FormErrors(), false));
    }

    private void remove(Request request) {
        Optional<CustomerRecord> customer = customer(request);
        if (customer.isEmpty()) {
            sayWho(request);
            return;
        }
        Ending ending = endings.look(customer.get());
        RemovalForm form = RemovalForm.from(request.form());
        FormErrors errors = form.errors(ending);
        if (ending.blocked() || !errors.isEmpty()) {
            request.page(ending.blocked() ? CONFLICT : 422, page(request, ending, form, errors, false));
            return;
        }
        Endings.Outcome outcome = endings.remove(request.visitor(), customer.get(), form, request.now());
        if (outcome == Endings.Outcome.DONE) {
            mailAdded.run();
            request.redirect(
                    "/removals/" + customer.get().id(),
                    Flash.done("flash.relationship-removed", customer.get().name()));
            return;
        }
        lost(request, form, outcome);
    }

    /** Somebody was faster, with the removal or with something that stands in its way. */
    private void lost(Request request, RemovalForm form, Endings.Outcome outcome) {
        Optional<CustomerRecord> customer = customer(request);
        if (customer.isEmpty()) {
            sayWho(request);
            return;
        }
        boolean changed = outcome == Endings.Outcome.CHANGED;
        request.page(CONFLICT, page(request, endings.look(customer.get()), form, new FormErrors(), changed));
    }

    private void sayWho(Request request) {
        UUID row = request.id("id");
        List<Removal> removals = database.read(handle -> Removals.of(handle, partner(request), row));
        if (removals.isEmpty()) {
            throw Refusal.notFound();
        }
        String who = removals.get(0).removedBy();
        request.redirect("/removals/" + row, Flash.note("flash.relationship-removed-already", who));
    }

    private Optional<CustomerRecord> customer(Request request) {
        UUID id = request.id("id");
        return database.read(handle -> CustomerRecords.find(handle, partner(request), id));
    }

    private static PartnerId partner(Request request) {
        return new PartnerId(request.visitor().home().id());
    }

    private static EndingPages.Remove page(
            Request request, Ending ending, RemovalForm form, FormErrors errors, boolean changed) {
        Language language = form.shown(request.texts().language());
        String statement = Texts.in(language).text("endings.removal.statement");
        return new EndingPages.Remove(ending, form, errors, statement, changed);
    }
}
