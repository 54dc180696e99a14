package portal.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.relationships.CustomerRecord;

/** What is done to one user with one press: disabled, deleted, restored, given a password or a licence. */
public final class UserStateRoutes {
    private static final String USER = "/customers/{id}/users/{user}";

    private final Database database;
    private final Users users;
    private final Licences licences;
    private final Changes changes;
    private final Runnable wakeCourier;
    private final Entry entry;

    /** Calls the verbs of users and licences. */
    public UserStateRoutes(Database database, Users users, Licences licences, Changes changes, Runnable wakeCourier) {
        this.database = database;
        this.users = users;
        this.licences = licences;
        this.changes = changes;
        this.wakeCourier = wakeCourier;
        this.entry = new Entry(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post(USER + "/disablement", Access.MANAGE_USERS, this::disable);
        routes.post(USER + "/enablement", Access.MANAGE_USERS, this::enable);
        routes.get(USER + "/deletion", Access.MANAGE_USERS, this::deletion);
        routes.post(USER + "/deletion", Access.MANAGE_USERS, this::delete);
        routes.post(USER + "/restoration", Access.MANAGE_USERS, this::restore);
        routes.post(USER + "/password", Access.RESET_PASSWORDS, this::resetPassword);
        routes.post(USER + "/licences/{product}/assignment", Access.MANAGE_USERS, this::assign);
        routes.post(USER + "/licences/{product}/removal", Access.MANAGE_USERS, this::remove);
        routes.post(USER + "/changes/{change}/repetition", Access.MANAGE_USERS, this::repeat);
    }

    private void disable(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        boolean done = users.disable(Entry.mandate(request, customer), user.id(), request.now());
        back(request, customer, user, done ? "flash.user-disabled" : "flash.user-changed");
    }

    private void enable(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        boolean done = users.enable(Entry.mandate(request, customer), user.id(), request.now());
        back(request, customer, user, done ? "flash.user-enabled" : "flash.user-changed");
    }

    private void back(Request request, CustomerRecord customer, User user, String key) {
        wakeCourier.run();
        request.redirect(path(customer, user), Flash.done(key, user.displayName()));
    }

    private static String path(CustomerRecord customer, User user) {
        return customer.path() + "/users/" + user.id();
    }

    private void deletion(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        List<String> held = database.read(LicenceDao.class, dao -> dao.of(user.id())).stream()
                .map(LicenceDao.Held::productName)
                .toList();
        if (user.deleted()) {
            request.redirect(path(customer, user));
            return;
        }
        request.page(new UserPages.Delete(customer, user, held));
    }

    private void delete(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        boolean done = users.delete(Entry.mandate(request, customer), user.id(), request.now());
        back(request, customer, user, done ? "flash.user-deleted" : "flash.user-changed");
    }

    private void restore(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        Optional<Licences.Returned> returned =
                users.restore(Entry.mandate(request, customer), user.id(), request.now());
        if (returned.isPresent() && !returned.get().missing().isEmpty()) {
            wakeCourier.run();
            String missing = String.join(", ", returned.get().missing());
            request.redirect(
                    path(customer, user), Flash.warning("flash.user-restored-without", user.displayName(), missing));
            return;
        }
        back(request, customer, user, returned.isPresent() ? "flash.user-restored" : "flash.user-changed");
    }

    private void resetPassword(Request request) {
        CustomerRecord customer = entry.customer(request, Access.RESET_PASSWORDS);
        User user = entry.user(request, customer);
        if (!changes.connected()) {
            throw Refusal.notAllowed("users.password.no-directory");
        }
        UUID change = UserForm.made(request.form().line("id"));
        boolean first = request.form().line("first").equals("yes");
        Optional<String> password =
                users.resetPassword(Entry.mandate(request, customer), user.id(), change, first, request.now());
        if (password.isEmpty()) {
            request.redirect(path(customer, user), Flash.warning("flash.password-not-reset", user.displayName()));
            return;
        }
        wakeCourier.run();
        request.page(new UserPages.Password(customer, user, password.get(), List.of(), false));
    }

    private void assign(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        UUID product = request.id("product");
        Outcome outcome = licences.assign(Entry.mandate(request, customer), user.id(), product, request.now());
        told(request, customer, user, outcome);
    }

    private void remove(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        UUID product = request.id("product");
        Outcome outcome = licences.remove(Entry.mandate(request, customer), user.id(), product, request.now());
        told(request, customer, user, outcome);
    }

    private static void told(Request request, CustomerRecord customer, User user, Outcome outcome) {
        String key = "flash.licence-" + outcome.code();
        request.redirect(
                path(customer, user),
                outcome.failed() ? Flash.warning(key, user.displayName()) : Flash.done(key, user.displayName()));
    }

    private void repeat(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        User user = entry.user(request, customer);
        UUID change = request.id("change");
        database.write(handle -> {
            Entry.mandate(request, customer).hold(handle);
            return handle.attach(ChangeDao.class).repeat(change, user.id(), request.now());
        });
        back(request, customer, user, "flash.change-repeated");
    }
}
