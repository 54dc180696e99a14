package portal.subscriptions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What a catalogue file would do to the catalogue as it is. Offers the file does not name stay as they are. */
record CataloguePlan(List<CatalogueLine> good, List<CatalogueRow> rows) {
    private static final int AT_ONCE = 1_000;

    static CataloguePlan of(Handle handle, CatalogueFile file) {
        return new Making(handle, file.lines()).plan();
    }

    /** How many lines come to something. */
    int count(CatalogueRow.Result result) {
        return (int) rows.stream().filter(row -> row.result() == result).count();
    }

    /** The rows worth looking at first: those left out, then new and changed ones, each in the order of the file. */
    List<CatalogueRow> shown(int most) {
        return rows.stream()
                .sorted(Comparator.comparing(CatalogueRow::result))
                .limit(most)
                .toList();
    }

    private static final class Making {
        private final Map<String, Offer> offers = new HashMap<>();
        private final Map<String, Product> products = new HashMap<>();
        private final List<CatalogueLine> lines;
        private final Set<String> seenOffers = new HashSet<>();
        private final Map<String, CatalogueLine> seenProducts = new HashMap<>();
        private final List<CatalogueLine> good = new ArrayList<>();

        Making(Handle handle, List<CatalogueLine> lines) {
            this.lines = lines;
            CatalogueDao dao = handle.attach(CatalogueDao.class);
            // what is no code cannot be looked up
            List<CatalogueLine> readable =
                    lines.stream().filter(line -> line.problem() == null).toList();
            for (int from = 0; from < readable.size(); from += AT_ONCE) {
                List<CatalogueLine> some = readable.subList(from, Math.min(readable.size(), from + AT_ONCE));
                offers.putAll(by(
                        Offer::code,
                        dao.offers(some.stream().map(CatalogueLine::offer).toList())));
                products.putAll(by(
                        Product::sku,
                        dao.products(some.stream().map(CatalogueLine::sku).toList())));
            }
        }

        private static <T> Map<String, T> by(Function<T, String> key, List<T> things) {
            return things.stream().collect(Collectors.toMap(thing -> folded(key.apply(thing)), Function.identity()));
        }

        /** The database does not tell capital letters apart in codes. */
        private static String folded(String code) {
            return code.toLowerCase(java.util.Locale.ROOT);
        }

        CataloguePlan plan() {
            List<CatalogueRow> rows = lines.stream().map(this::row).toList();
            return new CataloguePlan(List.copyOf(good), rows);
        }

        private CatalogueRow row(CatalogueLine line) {
            CatalogueLine.Problem wrong = line.problem();
            if (wrong != null) {
                return CatalogueRow.leftOut(line, wrong.column(), wrong.reason());
            }
            String conflict = conflict(line);
            if (conflict != null) {
                return CatalogueRow.leftOut(line, null, conflict);
            }
            seenOffers.add(folded(line.offer()));
            seenProducts.putIfAbsent(folded(line.sku()), line);
            good.add(line);
            Offer offer = offers.get(folded(line.offer()));
            if (offer == null) {
                return CatalogueRow.of(line, CatalogueRow.Result.ADDED, List.of());
            }
            List<String> changes = changes(line, offer);
            return CatalogueRow.of(
                    line, changes.isEmpty() ? CatalogueRow.Result.SAME : CatalogueRow.Result.CHANGED, changes);
        }

        /** What the line says against an earlier one, or against what is sold already; null for nothing. */
        private String conflict(CatalogueLine line) {
            CatalogueLine same = seenProducts.get(folded(line.sku()));
            if (seenOffers.contains(folded(line.offer()))) {
                return "twice";
            }
            if (same != null && !(same.product().equals(line.product()) && same.kind() == line.kind())) {
                return "two-products";
            }
            Product product = products.get(folded(line.sku()));
            if (product != null && product.kind() != line.kind()) {
                return "other-kind";
            }
            Offer offer = offers.get(folded(line.offer()));
            boolean fixed = offer == null
                    || (offer.sku().equalsIgnoreCase(line.sku())
                            && offer.term() == line.term()
                            && offer.billing() == line.billing());
            return fixed ? null : "other-terms";
        }

        private static List<String> changes(CatalogueLine line, Offer offer) {
            List<String> changes = new ArrayList<>();
            if (!offer.productName().equals(line.product())) {
                changes.add("name");
            }
            if (offer.leastSeats() != line.leastSeats() || offer.mostSeats() != line.mostSeats()) {
                changes.add("seats");
            }
            if (offer.available() != line.available()) {
                changes.add(line.available() ? "on-sale" : "off-sale");
            }
            return changes;
        }
    }
}
