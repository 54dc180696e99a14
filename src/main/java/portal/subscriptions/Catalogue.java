package portal.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.activity.Action;
import portal.activity.Activity;
import portal.platform.access.Visitor;
import portal.platform.database.Database;
import portal.platform.database.Failure;
import portal.platform.database.Ids;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/** What can be sold. The operator loads it from a file, as often as needed; nothing is ever removed from it. */
public final class Catalogue {
    /** Two rows a line, and a transaction writes a thousand at most. */
    private static final int AT_ONCE = 400;

    private static final Duration UPLOADS_KEPT = Duration.ofDays(1);

    private final Database database;

    /** Kept in the database. */
    public Catalogue(Database database) {
        this.database = database;
    }

    /** What loading a file has come to. */
    public record Loaded(int added, int changed, int leftOut) {}

    /** Keeps a file to be looked over, for a day. */
    UUID keep(Visitor operator, String name, String content, Instant now) {
        UUID id = Ids.next();
        database.write(handle -> {
            CatalogueDao dao = handle.attach(CatalogueDao.class);
            dao.deleteUploads(now.minus(UPLOADS_KEPT));
            dao.insertUpload(id, name, content, operator.personId(), now);
            return null;
        });
        return id;
    }

    Optional<CatalogueUpload> upload(UUID id) {
        return database.read(CatalogueDao.class, dao -> dao.upload(id));
    }

    /** What loading a file would do now. */
    CataloguePlan plan(CatalogueFile file) {
        return database.read(handle -> CataloguePlan.of(handle, file));
    }

    /**
     * Loads a file that was looked over.
     *
     * @return empty when it is gone, because it was loaded already
     */
    Optional<Loaded> load(Visitor operator, UUID upload, Instant now) {
        Optional<CatalogueUpload> found = upload(upload);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Loaded loaded = load(operator, found.get().name(), found.get().content(), now);
        boolean first =
                database.write(handle -> handle.attach(CatalogueDao.class).deleteUpload(upload)) > 0;
        return first ? Optional.of(loaded) : Optional.empty();
    }

    /**
     * Loads a catalogue; doing it twice changes nothing more.
     *
     * @param content a file that can be read
     */
    public Loaded load(Visitor operator, String name, String content, Instant now) {
        CataloguePlan plan = plan(CatalogueFile.read(content).file());
        int refused = 0;
        for (int from = 0; from < plan.good().size(); from += AT_ONCE) {
            List<CatalogueLine> some =
                    plan.good().subList(from, Math.min(plan.good().size(), from + AT_ONCE));
            refused += database.write(handle -> write(handle, some));
        }
        Loaded loaded = new Loaded(
                plan.count(CatalogueRow.Result.ADDED),
                plan.count(CatalogueRow.Result.CHANGED),
                plan.count(CatalogueRow.Result.LEFT_OUT) + refused);
        log(operator, name, loaded, now);
        return loaded;
    }

    private void log(Visitor operator, String name, Loaded loaded, Instant now) {
        Texts texts = Texts.in(operator.language().orElse(Language.EN));
        String value = texts.text("catalogue.loaded", loaded.added(), loaded.changed(), loaded.leftOut());
        database.write(handle -> {
            Activity.of(Action.CATALOGUE_LOADED, operator.personId(), null, name)
                    .changing(null, value)
                    .log(handle, operator.tenantId(), now);
            return null;
        });
    }

    /** How many lines somebody else's file, loaded at the same moment, has made impossible. */
    private static int write(Handle handle, List<CatalogueLine> lines) {
        CatalogueDao dao = handle.attach(CatalogueDao.class);
        Set<UUID> products = new HashSet<>();
        int refused = 0;
        for (CatalogueLine line : lines) {
            Product product = product(dao, line);
            products.add(product.id());
            if (product.kind() != line.kind() || !written(dao, product, line)) {
                refused++;
            }
        }
        dao.countAvailable(new ArrayList<>(products));
        return refused;
    }

    private static Product product(CatalogueDao dao, CatalogueLine line) {
        Optional<Product> known = dao.product(line.sku());
        if (known.isPresent()) {
            if (known.get().kind() == line.kind() && !known.get().name().equals(line.product())) {
                dao.rename(known.get().id(), line.product());
            }
            return known.get();
        }
        Product product = new Product(Ids.next(), line.sku(), line.product(), line.kind(), false);
        try {
            dao.insertProduct(product);
            return product;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return dao.product(line.sku()).orElseThrow();
        }
    }

    private static boolean written(CatalogueDao dao, Product product, CatalogueLine line) {
        Offer offer = new Offer(
                Ids.next(),
                product.id(),
                product.sku(),
                line.product(),
                line.kind(),
                line.offer(),
                line.term(),
                line.billing(),
                line.leastSeats(),
                line.mostSeats(),
                line.available());
        if (dao.updateOffer(offer) > 0) {
            return true;
        }
        try {
            dao.insertOffer(offer);
            return true;
        } catch (RuntimeException failure) {
            if (Failure.of(failure) != Failure.DUPLICATE) {
                throw failure;
            }
            return false;
        }
    }

    /** An offer by its code. */
    public static Optional<Offer> offer(Handle handle, String code) {
        return handle.attach(CatalogueDao.class).offer(code);
    }
}
