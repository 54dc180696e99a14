package portal.enrolment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.Upload;

/** The operator brings in customers that partners serve in other portals: upload, look, confirm. */
public final class ImportRoutes {
    private static final int PAGE = 50;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    /** What takes longer than a person waits is left to the job. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Imports imports;

    /** Calls the verbs of the imports. */
    public ImportRoutes(Database database, Imports imports) {
        this.database = database;
        this.imports = imports;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/imports", Access.OPERATE, request -> request.page(list(request, Ids.next(), new FormErrors())));
        routes.upload("/imports", Access.OPERATE, this::upload);
        routes.get("/imports/{id}", Access.OPERATE, this::show);
        routes.post("/imports/{id}/confirmation", Access.OPERATE, this::confirm);
        routes.post("/imports/{id}/removal", Access.OPERATE, this::remove);
    }

    private ImportPages.ImportList list(Request request, UUID id, FormErrors errors) {
        Optional<UUID> after = request.queryId("after");
        Optional<UUID> above = request.queryId("before").filter(unused -> after.isEmpty());
        List<Import> found = database.read(ImportDao.class, dao -> above.map(from -> dao.above(from, PAGE + 1))
                .orElseGet(() -> dao.below(after.orElse(LAST), PAGE + 1)));
        boolean more = found.size() > PAGE;
        List<Import> page = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        if (above.isPresent()) {
            Collections.reverse(page);
        }
        boolean previous = above.isPresent() ? more : after.isPresent();
        boolean next = above.isPresent() || more;
        return new ImportPages.ImportList(
                id,
                errors,
                page,
                previous && !page.isEmpty() ? "/imports?before=" + page.get(0).id() : null,
                next && !page.isEmpty()
                        ? "/imports?after=" + page.get(page.size() - 1).id()
                        : null);
    }

    private Import find(Request request) {
        return imports.find(request.id("id")).orElseThrow(Refusal::notFound);
    }

    private void upload(Request request) {
        String id = request.form().line("id");
        if (!id.matches(ID)) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        FormErrors errors = new FormErrors();
        request.upload("file")
                .ifPresentOrElse(
                        file -> read(request, UUID.fromString(id), file, errors),
                        () -> errors.add("file", "error.import.none"));
        if (errors.isEmpty()) {
            request.redirect("/imports/" + id);
        } else {
            request.page(422, list(request, Ids.next(), errors));
        }
    }

    private void read(Request request, UUID id, Upload file, FormErrors errors) {
        try (InputStream content = file.content()) {
            Set<ImportColumn> missing = imports.read(Optional.of(request.visitor()), id, file.name(), content);
            if (!missing.isEmpty()) {
                String names = missing.stream().map(ImportColumn::code).collect(Collectors.joining(", "));
                errors.add("file", "error.import.columns", names);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void show(Request request) {
        Import file = find(request);
        request.page(ImportRows.of(file.id(), request).page(database, file));
    }

    private void confirm(Request request) {
        Import file = find(request);
        if (!imports.confirm(Optional.of(request.visitor()), file)) {
            request.redirect("/imports/" + file.id(), Flash.note("flash.import-confirmed-already"));
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        imports.apply(file.id(), () -> System.nanoTime() < end);
        request.redirect("/imports/" + file.id(), Flash.done("flash.import-confirmed", file.fileName()));
    }

    private void remove(Request request) {
        Import file = find(request);
        if (imports.remove(file.id())) {
            request.redirect("/imports", Flash.done("flash.import-removed", file.fileName()));
        } else {
            request.redirect("/imports/" + file.id(), Flash.warning("flash.import-confirmed-already"));
        }
    }
}
