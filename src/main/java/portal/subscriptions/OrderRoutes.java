package portal.subscriptions;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;

/** A seller orders for a customer: chooses a product, fills in the order, looks it over, and places it. */
public final class OrderRoutes {
    private static final String PATH = SubscriptionRoutes.PATH;

    private final Database database;
    private final Orders orders;
    private final Runnable wake;

    /**
     * Calls the verbs of orders.
     *
     * @param wake tells the postman that mail waits
     */
    public OrderRoutes(Database database, Orders orders, Runnable wake) {
        this.database = database;
        this.orders = orders;
        this.wake = wake;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH + "/new", Access.ORDER, this::products);
        routes.get(PATH + "/new/{product}", Access.ORDER, this::order);
        routes.post(PATH + "/review", Access.ORDER, this::review);
        routes.post(PATH, Access.ORDER, this::place);
    }

    /** What an order is made of, as it stands now. */
    private record Setting(
            CustomerRecord customer, Product product, List<Offer> offers, List<ResellersOfRecord.Candidate> resellers) {
        OrderPages.Order page(OrderForm form, FormErrors errors) {
            return new OrderPages.Order(customer, product, offers, form, errors, resellers);
        }
    }

    private void products(Request request) {
        OrderPages.Products page = database.read(handle -> {
            CustomerRecord customer = Opening.customer(handle, request);
            request.require(Access.ORDER, customer.footing());
            CatalogueAddress address = CatalogueAddress.from(request, customer.path() + "/subscriptions/new");
            CatalogueQuery.Part part = new CatalogueQuery(handle, true, address.search()).part(address);
            return new OrderPages.Products(
                    customer,
                    address,
                    part.products(),
                    part.previous() == null ? null : address.before(part.previous()),
                    part.next() == null ? null : address.after(part.next()));
        });
        if (page.products().isEmpty() && page.address().deep()) {
            request.redirect(page.address().first());
            return;
        }
        request.page(page);
    }

    private void order(Request request) {
        UUID product = request.id("product");
        Setting setting = database.read(handle -> setting(handle, request, Opening.customer(handle, request), product));
        if (setting.offers().isEmpty()) {
            request.redirect(
                    setting.customer().path() + "/subscriptions/new", Flash.note("flash.subscription-not-offered"));
            return;
        }
        request.page(setting.page(OrderForm.empty(product, setting.offers()), new FormErrors()));
    }

    private Setting setting(Handle handle, Request request, CustomerRecord customer, UUID product) {
        request.require(Access.ORDER, customer.footing());
        CatalogueDao dao = handle.attach(CatalogueDao.class);
        return new Setting(
                customer,
                dao.product(product).orElseThrow(Refusal::notFound),
                dao.available(product),
                orders.resellers(handle, customer));
    }

    /** Nothing is saved: the next page shows the order, or the form with what needs another look. */
    private void review(Request request) {
        OrderForm form = form(request);
        Setting setting = sent(request, form);
        FormErrors errors = form.errors(setting.offers(), setting.resellers());
        if (!errors.isEmpty()) {
            request.page(422, setting.page(form, errors));
        } else if (request.form().ticked("again")) {
            request.page(setting.page(form, errors));
        } else {
            request.page(review(setting, form));
        }
    }

    private static OrderPages.Review review(Setting setting, OrderForm form) {
        Offer offer = form.chosen(setting.offers()).orElseThrow();
        String reseller = setting.resellers().stream()
                .filter(one -> one.id().toString().equals(form.reseller()))
                .map(ResellersOfRecord.Candidate::name)
                .findFirst()
                .orElse(null);
        return new OrderPages.Review(setting.customer(), offer, form, form.seats(offer), reseller);
    }

    private static OrderForm form(Request request) {
        OrderForm form = OrderForm.from(request.form());
        if (!form.readable()) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        return form;
    }

    private Setting sent(Request request, OrderForm form) {
        return database.read(
                handle -> setting(handle, request, Opening.customerOfForm(handle, request), form.productId()));
    }

    private void place(Request request) {
        OrderForm form = form(request);
        Setting setting = sent(request, form);
        FormErrors errors = form.errors(setting.offers(), setting.resellers());
        if (!errors.isEmpty() && placedBefore(request, setting, form)) {
            return;
        }
        if (!errors.isEmpty()) {
            request.page(422, setting.page(form, errors));
            return;
        }
        Offer offer = form.chosen(setting.offers()).orElseThrow();
        answer(request, setting, form, orders.place(request.visitor(), setting.customer(), form, offer, request.now()));
    }

    /** The same press again, after the offer was taken off sale or the reseller has gone. */
    private boolean placedBefore(Request request, Setting setting, OrderForm form) {
        boolean placed = database.read(handle -> Subscriptions.find(handle, setting.customer(), form.id()))
                .isPresent();
        if (placed) {
            request.redirect(page(setting, form), Flash.note("flash.subscription-ordered-before"));
        }
        return placed;
    }

    private static String page(Setting setting, OrderForm form) {
        return setting.customer().path() + "/subscriptions/" + form.id();
    }

    private void answer(Request request, Setting setting, OrderForm form, Orders.Outcome outcome) {
        switch (outcome) {
            case PLACED -> {
                wake.run();
                request.redirect(
                        page(setting, form),
                        Flash.done(
                                "flash.subscription-ordered", setting.product().name()));
            }
            case PLACED_BEFORE ->
                request.redirect(
                        page(setting, form),
                        Flash.done(
                                "flash.subscription-ordered", setting.product().name()));
            case NUMBER_USED -> numberUsed(request, setting, form);
            case GONE -> throw Opening.gone();
            case NO_AGREEMENT -> throw Refusal.changed("access.missing.agreement");
            case NOT_OFFERED, NO_RESELLER -> throw Refusal.changed("subscriptions.not-offered");
            default -> throw new IllegalStateException(outcome.name());
        }
    }

    private void numberUsed(Request request, Setting setting, OrderForm form) {
        if (!placedBefore(request, setting, form)) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
    }
}
