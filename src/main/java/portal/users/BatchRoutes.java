package portal.users;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Query;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.Upload;
import portal.relationships.CustomerRecord;
import portal.subscriptions.SeatPool;
import portal.subscriptions.SeatPools;

/** Many users at once: a file of new ones, or licences for those who are ticked. */
public final class BatchRoutes {
    private static final int PAGE = 50;
    private static final int AT_ONCE = 1_000;
    private static final String CSV = "text/csv; charset=utf-8";

    private final Database database;
    private final Uploads uploads;
    private final Batches batches;
    private final Runnable wakeBatches;
    private final Runnable wakeCourier;
    private final boolean connected;
    private final Entry entry;

    /**
     * Calls the verbs of uploads and batches.
     *
     * @param wakeBatches has large batches carried out
     * @param connected whether there is a directory, where users have passwords
     */
    public BatchRoutes(
            Database database,
            Uploads uploads,
            Batches batches,
            Runnable wakeBatches,
            Runnable wakeCourier,
            boolean connected) {
        this.database = database;
        this.uploads = uploads;
        this.batches = batches;
        this.wakeBatches = wakeBatches;
        this.wakeCourier = wakeCourier;
        this.connected = connected;
        this.entry = new Entry(database);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/customers/{id}/users/upload", Access.MANAGE_USERS, this::newUpload);
        routes.get("/customers/{id}/users/upload/template.csv", Access.MANAGE_USERS, this::template);
        routes.upload("/customers/{id}/users/uploads", Access.MANAGE_USERS, this::upload);
        routes.post("/customers/{id}/users/batches", Access.MANAGE_USERS, this::select);
        routes.get("/customers/{id}/users/batches/{batch}", Access.MANAGE_USERS, this::show);
        routes.get("/customers/{id}/users/batches/{batch}/rows.csv", Access.MANAGE_USERS, this::rows);
        routes.post("/customers/{id}/users/batches/{batch}/confirmation", Access.MANAGE_USERS, this::confirm);
    }

    private void newUpload(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        request.page(new BatchPages.Upload(customer, new FormErrors(), pools(customer)));
    }

    private List<SeatPool> pools(CustomerRecord customer) {
        return database.read(handle -> SeatPools.of(handle, customer.customerId()));
    }

    private void template(Request request) {
        entry.customer(request, Access.MANAGE_USERS);
        UserFile file = file(request);
        request.download(file.name(null), CSV, (OutputStream output) -> file.template(output));
    }

    private static UserFile file(Request request) {
        return new UserFile(request.texts(), request.zone(), request.now());
    }

    private void upload(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        FormErrors errors = new FormErrors();
        Optional<Upload> sent = request.upload("file");
        if (sent.isEmpty()) {
            errors.add("file", "error.users.no-file");
        }
        Optional<UUID> batch = sent.flatMap(file -> read(request, customer, file, errors));
        if (batch.isEmpty()) {
            request.page(422, new BatchPages.Upload(customer, errors, pools(customer)));
            return;
        }
        request.redirect(path(customer, batch.get()));
    }

    private Optional<UUID> read(Request request, CustomerRecord customer, Upload file, FormErrors errors) {
        try (InputStream content = file.content()) {
            UUID person = request.visitor().personId();
            return uploads.read(
                    customer,
                    person,
                    Query.printable(file.name(), UserAddress.LONGEST),
                    content,
                    errors,
                    request.now());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String path(CustomerRecord customer, UUID batch) {
        return customer.path() + "/users/batches/" + batch;
    }

    private void select(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        Form form = request.form();
        UserAddress address = UserAddress.from(form, customer.path() + "/users");
        List<UUID> users = database.read(handle -> chosen(handle, customer, form, address));
        Optional<UUID> product = UserForm.id(form.line("product")).filter(id -> pools(customer).stream()
                .anyMatch(pool -> pool.productId().equals(id)));
        BatchKind kind = form.line("change").equals(BatchKind.REMOVE.code()) ? BatchKind.REMOVE : BatchKind.ASSIGN;
        if (product.isEmpty() || users.isEmpty() || users.size() > Batches.MOST_SELECTED) {
            boolean many = users.size() > Batches.MOST_SELECTED;
            String wrong = many ? "flash.users-too-many" : "flash.users-none-chosen";
            request.redirect(address.first(), Flash.warning(wrong));
            return;
        }
        batches.select(customer, request.visitor().personId(), kind, product.get(), users, request.now())
                .ifPresentOrElse(
                        batch -> request.redirect(path(customer, batch)),
                        () -> request.redirect(address.first(), Flash.warning("flash.users-none-chosen")));
    }

    private static List<UUID> chosen(Handle handle, CustomerRecord customer, Form form, UserAddress address) {
        if (!form.ticked("all")) {
            return form.all("user").stream()
                    .flatMap(user -> UserForm.id(user).stream())
                    .toList();
        }
        UserQuery query = new UserQuery(address.filter(customer.customerId()));
        return address.search().isEmpty()
                ? query.ids(handle, Batches.MOST_SELECTED + 1)
                : query.search(handle, address.search()).rows().stream()
                        .map(UserRow::id)
                        .toList();
    }

    private Batch batch(Handle handle, Request request, CustomerRecord customer) {
        return handle.attach(BatchDao.class)
                .find(customer.customerId(), customer.partnerId(), request.id("batch"))
                .orElseThrow(Refusal::notFound);
    }

    private void show(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        boolean wrong = request.query("show").equals(Optional.of("wrong"));
        int after = request.query("after")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
        request.page(database.read(handle -> page(handle, request, customer, wrong, after)));
    }

    private BatchPages.Batch page(Handle handle, Request request, CustomerRecord customer, boolean wrong, int after) {
        Batch batch = batch(handle, request, customer);
        BatchDao dao = handle.attach(BatchDao.class);
        List<BatchRow> rows =
                wrong ? dao.rows(batch.id(), "wrong", after, PAGE + 1) : dao.rows(batch.id(), after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        Optional<SeatPool> pool = SeatPools.of(handle, customer.customerId()).stream()
                .filter(one -> one.productId().equals(batch.productId()))
                .findFirst();
        return new BatchPages.Batch(
                customer,
                batch,
                more ? rows.subList(0, PAGE) : rows,
                wrong,
                after == 0,
                more ? Optional.of(rows.get(PAGE - 1).number()) : Optional.empty(),
                pool,
                connected);
    }

    private void rows(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        Batch batch = database.read(handle -> batch(handle, request, customer));
        UserFile file = file(request);
        UserFile.Rows<BatchRow> rows = reader -> {
            int after = 0;
            List<BatchRow> part;
            do {
                int from = after;
                part = database.read(BatchDao.class, dao -> dao.rows(batch.id(), from, AT_ONCE));
                part.forEach(reader);
                after = part.isEmpty() ? after : part.get(part.size() - 1).number();
            } while (part.size() == AT_ONCE);
        };
        request.download(file.name(customer.domain()), CSV, (OutputStream output) -> file.batch(output, rows));
    }

    private void confirm(Request request) {
        CustomerRecord customer = entry.customer(request, Access.MANAGE_USERS);
        Batch batch = database.read(handle -> batch(handle, request, customer));
        batches.confirm(customer, request.visitor().personId(), batch.id(), request.now());
        if (batch.good() <= Batches.MOST_SELECTED) {
            batches.carryOut(batch.id());
            wakeCourier.run();
        } else {
            wakeBatches.run();
        }
        request.redirect(path(customer, batch.id()));
    }
}
