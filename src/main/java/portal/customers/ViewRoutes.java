package portal.customers;

import java.util.UUID;
import portal.organizations.PartnerId;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** Saves and removes views of the Customers page. */
public final class ViewRoutes {
    private static final String PATH = "/customers/views";

    private final SavedViews views;

    /** Keeps them in the database. */
    public ViewRoutes(Database database) {
        this.views = new SavedViews(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.SEE_CUSTOMERS, this::index);
        routes.post(PATH, Access.SEE_CUSTOMERS, this::save);
        routes.post(PATH + "/{view}/removal", Access.SEE_CUSTOMERS, this::remove);
    }

    private void index(Request request) {
        request.page(page(request, new ViewForm("", ListAddress.from(request)), new FormErrors()));
    }

    private void save(Request request) {
        ViewForm form = ViewForm.from(request.form());
        FormErrors errors = form.errors();
        if (errors.isEmpty()) {
            switch (views.save(request.visitor(), form.name(), form.address(), request.now())) {
                case NAME_TAKEN -> errors.add("view-name", "error.view.taken");
                case TOO_MANY -> errors.add("view-name", "error.view.too-many", SavedViews.MOST);
                case SAVED -> {
                    request.redirect(form.address().first(), Flash.done("flash.view-saved", form.name()));
                    return;
                }
            }
        }
        request.page(422, page(request, form, errors));
    }

    private ViewPages.Views page(Request request, ViewForm form, FormErrors errors) {
        return new ViewPages.Views(
                form, errors, views.all(new PartnerId(request.visitor().home().id())));
    }

    private void remove(Request request) {
        UUID view = request.id("view");
        views.remove(request.visitor(), view, request.now());
        request.redirect(PATH, Flash.done("flash.view-removed"));
    }
}
