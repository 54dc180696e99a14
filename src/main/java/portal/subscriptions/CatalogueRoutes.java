package portal.subscriptions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import portal.platform.access.Access;
import portal.platform.database.Database;
import portal.platform.web.Flash;
import portal.platform.web.FormErrors;
import portal.platform.web.Query;
import portal.platform.web.Refusal;
import portal.platform.web.Request;
import portal.platform.web.Routes;
import portal.platform.web.Upload;

/** The operator sees the catalogue and loads it from files. */
public final class CatalogueRoutes {
    private static final String PATH = "/catalogue";
    private static final int SHOWN = 200;
    private static final int LONGEST_NAME = 200;

    private final Database database;
    private final Catalogue catalogue;

    /** Calls the verbs of the catalogue. */
    public CatalogueRoutes(Database database, Catalogue catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get(PATH, Access.OPERATE, this::index);
        routes.upload(PATH + "/uploads", Access.OPERATE, this::upload);
        routes.get(PATH + "/uploads/{upload}", Access.OPERATE, this::preview);
        routes.post(PATH + "/uploads/{upload}/loading", Access.OPERATE, this::load);
    }

    private void index(Request request) {
        CatalogueAddress address = CatalogueAddress.from(request, PATH);
        CataloguePages.CatalogueList page = page(address, new FormErrors());
        if (page.products().isEmpty() && address.deep()) {
            request.redirect(address.first());
            return;
        }
        request.page(page);
    }

    private CataloguePages.CatalogueList page(CatalogueAddress address, FormErrors errors) {
        CatalogueQuery.Part part =
                database.read(handle -> new CatalogueQuery(handle, false, address.search()).part(address));
        return new CataloguePages.CatalogueList(
                address,
                part.products(),
                part.previous() == null ? null : address.before(part.previous()),
                part.next() == null ? null : address.after(part.next()),
                errors);
    }

    private void upload(Request request) {
        Optional<Upload> file = request.upload("file");
        String text = file.map(CatalogueRoutes::text).orElse(null);
        CatalogueFile.Unreadable wrong = unreadable(file, text);
        if (wrong != null) {
            FormErrors errors = new FormErrors();
            errors.add(
                    "file",
                    "error.catalogue." + wrong.code(),
                    String.join(", ", CatalogueFile.COLUMNS),
                    CatalogueFile.MOST_LINES);
            request.page(422, page(CatalogueAddress.from(request, PATH), errors));
            return;
        }
        UUID id = catalogue.keep(request.visitor(), name(file.orElseThrow()), text, request.now());
        request.redirect(PATH + "/uploads/" + id);
    }

    private static CatalogueFile.Unreadable unreadable(Optional<Upload> file, String text) {
        if (file.isEmpty()) {
            return CatalogueFile.Unreadable.MISSING;
        }
        if (file.get().size() > CatalogueFile.MOST_BYTES) {
            return CatalogueFile.Unreadable.TOO_LARGE;
        }
        return text == null
                ? CatalogueFile.Unreadable.ENCODING
                : CatalogueFile.read(text).unreadable();
    }

    private static String text(Upload file) {
        try (InputStream content = file.content()) {
            return CatalogueFile.text(content.readNBytes(CatalogueFile.MOST_BYTES));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static String name(Upload file) {
        String name = Query.printable(String.valueOf(file.name()), CatalogueAddress.LONGEST);
        return name.isEmpty() ? "catalogue" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private void preview(Request request) {
        CatalogueUpload upload = catalogue.upload(request.id("upload")).orElseThrow(Refusal::notFound);
        CataloguePlan plan = catalogue.plan(CatalogueFile.read(upload.content()).file());
        request.page(new CataloguePages.CataloguePreview(
                upload,
                plan.shown(SHOWN),
                plan.rows().size(),
                plan.count(CatalogueRow.Result.ADDED),
                plan.count(CatalogueRow.Result.CHANGED),
                plan.count(CatalogueRow.Result.SAME),
                plan.count(CatalogueRow.Result.LEFT_OUT)));
    }

    private void load(Request request) {
        Optional<Catalogue.Loaded> loaded = catalogue.load(request.visitor(), request.id("upload"), request.now());
        request.redirect(
                PATH,
                loaded.map(done -> Flash.done(
                                "flash.catalogue-loaded",
                                String.valueOf(done.added()),
                                String.valueOf(done.changed()),
                                String.valueOf(done.leftOut())))
                        .orElseGet(() -> Flash.note("flash.catalogue-gone")));
    }
}
