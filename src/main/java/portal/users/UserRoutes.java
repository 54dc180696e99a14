package portal.users;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organizations;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Texts;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Option;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPool;
import portal.subscriptions.SeatPools;

/** One user of a customer: added, looked at, changed. */
public final class UserRoutes {
    private static final int CHANGES = 10;

    private final Database database;
    private final Organizations organizations;
    private final Users users;
    private final Changes changes;
    private final Runnable wakeCourier;
    private final Entry entry;

    /** Calls the verbs of the users. */
    public UserRoutes(
            Database database, Organizations organizations, Users users, Changes changes, Runnable wakeCourier) {
        this.database = database;
        this.organizations = organizations;
        this.users = users;
        this.changes = changes;
        this.wakeCourier = wakeCourier;
        this.entry = new Entry(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/users/new", Access.MANAGE_USERS, this::newForm);
        routes.post("/customers/{id}/users", Access.MANAGE_USERS, this::add);
        routes.get("/customers/{id}/users/{user}", Access.SEE_CUSTOMERS, this::show);
        routes.get("/customers/{id}/users/{user}/details", Access.MANAGE_USERS, this::details);
        routes.post("/customers/{id}/users/{user}/details", Access.MANAGE_USERS, this::edit);
    }

    private void newForm(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        UserForm form = UserForm.empty(Ids.next(), customer.domain(), customer.country());
        request.page(page(request.texts(), customer, form, new FormErrors()));
    }

    private UserPages.New page(Texts texts, CustomerRecord customer, UserForm form, FormErrors errors) {
        return new UserPages.New(
                customer,
                form,
                errors,
                domains(customer).stream()
                        .map(domain -> Option.of(domain, domain, domain.equals(form.domain())))
                        .toList(),
                countries(texts, form.country()),
                pools(customer),
                changes.connected());
    }

    /** A customer has one domain as far as the portal knows; without one nobody can be added. */
    private static List<String> domains(CustomerRecord customer) {
        return Optional.ofNullable(customer.domain()).stream().toList();
    }

    private List<Option> countries(Texts texts, String chosen) {
        return organizations.countries().stream()
                .map(code -> Option.of(code, texts.country(code), code.equals(chosen)))
                .sorted(texts.byLabel(Option::label))
                .toList();
    }

    private List<SeatPool> pools(CustomerRecord customer) {
        return database.read(handle -> SeatPools.of(handle, customer.customerId()));
    }

    private void add(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        UserForm form = UserForm.from(request.form());
        UserForm.made(form.id());
        FormErrors errors = form.errors(domains(customer), organizations.countries(), pools(customer));
        Optional<Users.Added> added = errors.isEmpty()
                ? users.add(Entry.mandate(request, customer), form.user(), request.now())
                : Optional.empty();
        if (added.isPresent()) {
            wakeCourier.run();
            told(request, customer, form.user(), added.get());
            return;
        }
        if (errors.isEmpty()) {
            errors.add("sign-in-name", "error.users.taken", form.user().signInName());
        }
        request.page(422, page(request.texts(), customer, form, errors));
    }

    /** The password is shown in the answer itself, because it is kept nowhere to be shown later. */
    private void told(Request request, CustomerRecord customer, NewUser user, Users.Added added) {
        if (added.password().isPresent()) {
            User found = database.read(UserDao.class, dao -> dao.find(customer.customerId(), added.id()))
                    .orElseThrow(Refusal::notFound);
            request.page(
                    new UserPages.Password(customer, found, added.password().get(), added.missing(), true));
            return;
        }
        Flash flash = added.missing().isEmpty()
                ? Flash.done("flash.user-added", user.displayName())
                : Flash.warning("flash.user-added-without", user.displayName(), String.join(", ", added.missing()));
        request.redirect(customer.path() + "/users/" + added.id(), flash);
    }

    private void show(Request request) {
        CustomerRecord customer = entry.customer(request, Access.RESET_PASSWORDS);
        request.page(database.read(handle -> page(handle, request, customer)));
    }

    private UserPages.Show page(Handle handle, Request request, CustomerRecord customer) {
        User user = Entry.user(handle, request, customer);
        return new UserPages.Show(
                customer,
                user,
                SeatPools.of(handle, customer.customerId()),
                user.deleted()
                        ? java.util.Set.of()
                        : handle.attach(LicenceDao.class).of(user.id()).stream()
                                .map(LicenceDao.Held::productId)
                                .collect(Collectors.toSet()),
                handle.attach(ChangeDao.class).newest(user.id(), CHANGES),
                changes.connected(),
                Ids.next(),
                request.now());
    }

    private void details(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        request.page(page(request, customer, user, UserDetailsForm.of(user), new FormErrors(), false));
    }

    private UserPages.Details page(
            Request request,
            CustomerRecord customer,
            User user,
            UserDetailsForm form,
            FormErrors errors,
            boolean stale) {
        return new UserPages.Details(customer, user, form, errors, countries(request.texts(), form.country()), stale);
    }

    private void edit(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        UserDetailsForm form = UserDetailsForm.from(request.form());
        FormErrors errors = form.errors(organizations.countries());
        if (!errors.isEmpty()) {
            request.page(422, page(request, customer, user, form, errors, false));
        } else if (users.edit(Entry.mandate(request, customer), user.id(), form, request.now())) {
            wakeCourier.run();
            request.redirect(customer.path() + "/users/" + user.id(), Flash.done("flash.user-edited"));
        } else {
            User now = entry.user(request, customer);
            request.page(409, page(request, customer, now, form.upon(now), errors, true));
        }
    }
}
