package portal.customers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import portal.platform.access.Access;
import portal.platform.access.Cloud;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;

/** The operator says which admin portals services have. */
public final class ServiceLinkRoutes {
    private static final String PATH = "/service-links";
    private static final int CONFLICT = 409;
    private static final int BETWEEN = 10;
    private static final int LAST = 999;

    private final ServiceLinks links;

    /** Kept in the database. */
    public ServiceLinkRoutes(Database database) {
        links = new ServiceLinks(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.OPERATE, request -> request.page(new ServiceLinkPages.ServiceLinks(links.all())));
        routes.get(PATH + "/new", Access.OPERATE, this::newForm);
        routes.post(PATH, Access.OPERATE, this::add);
        routes.get(PATH + "/{link}", Access.OPERATE, this::edit);
        routes.post(PATH + "/{link}", Access.OPERATE, this::change);
        routes.post(PATH + "/{link}/removal", Access.OPERATE, this::remove);
    }

    private void newForm(Request request) {
        int last = links.all().stream().mapToInt(ServiceLink::position).max().orElse(0);
        ServiceLinkForm form = ServiceLinkForm.empty(Ids.next(), Math.min(LAST, last + BETWEEN));
        request.page(page(request.texts(), form, new FormErrors(), false, Optional.empty()));
    }

    private void add(Request request) {
        ServiceLinkForm form = ServiceLinkForm.from(NoteForm.id(request.form()), request.form());
        FormErrors errors = errors(form);
        if (!errors.isEmpty()) {
            request.page(422, page(request.texts(), form, errors, false, Optional.empty()));
            return;
        }
        links.add(request.visitor(), form.link(), request.now());
        request.redirect(PATH, Flash.done("flash.service-link-saved", form.name()));
    }

    private void edit(Request request) {
        ServiceLink link = link(request);
        request.page(page(request.texts(), ServiceLinkForm.of(link), new FormErrors(), true, Optional.empty()));
    }

    private void change(Request request) {
        UUID id = link(request).id();
        ServiceLinkForm form = ServiceLinkForm.from(id, request.form());
        FormErrors errors = errors(form);
        if (!errors.isEmpty()) {
            request.page(422, page(request.texts(), form, errors, true, Optional.empty()));
        } else if (links.change(request.visitor(), form.link(), request.now())) {
            request.redirect(PATH, Flash.done("flash.service-link-saved", form.name()));
        } else {
            ServiceLink theirs = link(request);
            ServiceLinkForm again = form.knowing(theirs.version());
            request.page(CONFLICT, page(request.texts(), again, errors, true, Optional.of(theirs)));
        }
    }

    private void remove(Request request) {
        UUID id = request.id("link");
        links.remove(request.visitor(), id, request.now());
        request.redirect(PATH, Flash.done("flash.service-link-removed"));
    }

    private ServiceLink link(Request request) {
        return links.find(request.id("link")).orElseThrow(Refusal::notFound);
    }

    private FormErrors errors(ServiceLinkForm form) {
        return form.errors(
                links.products().stream().map(ServiceLinkDao.Product::sku).toList());
    }

    private ServiceLinkPages.EditServiceLink page(
            Texts texts, ServiceLinkForm form, FormErrors errors, boolean known, Optional<ServiceLink> stale) {
        Stream<Option> all = Stream.of(Option.of("", texts.text("customers.service-links.every-customer"), false));
        List<Option> products = Stream.concat(
                        all,
                        links.products().stream()
                                .map(product -> Option.of(
                                        product.sku(),
                                        product.name(),
                                        product.sku().equals(form.product()))))
                .toList();
        Stream<Option> every = Stream.of(Option.of("", texts.text("customers.service-links.every-cloud"), false));
        List<Option> clouds = Stream.concat(
                        every,
                        Stream.of(Cloud.values())
                                .map(cloud -> Option.of(
                                        cloud.code(),
                                        texts.text("cloud." + cloud.code()),
                                        cloud.code().equals(form.cloud()))))
                .toList();
        return new ServiceLinkPages.EditServiceLink(form, errors, known, products, clouds, stale);
    }
}
