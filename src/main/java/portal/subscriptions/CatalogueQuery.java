package portal.subscriptions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads products by keyset, in the order of their names. A search goes through the catalogue, which is as large as one
 * operator's offers are.
 *
 * @param orderable whether only those with an offer that can be ordered
 */
record CatalogueQuery(Handle handle, boolean orderable, String search) {
    private static final int PAGE = 30;

    /**
     * Some products with their offers.
     *
     * @param previous the product the page above ends before; null when there is none
     * @param next the product the page below begins after; null when there is none
     */
    record Part(List<Product.Offered> products, UUID previous, UUID next) {}

    Part part(CatalogueAddress address) {
        Optional<UUID> from = address.after().or(address::before);
        boolean forwards = address.after().isPresent() || address.before().isEmpty();
        List<Product> found = rows(from, forwards);
        boolean more = found.size() > PAGE;
        List<Product> page = new ArrayList<>(more ? found.subList(0, PAGE) : found);
        if (!forwards) {
            Collections.reverse(page);
        }
        boolean above = forwards ? from.isPresent() : more;
        boolean below = forwards ? more : true;
        return new Part(
                offered(page),
                above && !page.isEmpty() ? page.get(0).id() : null,
                below && !page.isEmpty() ? page.get(page.size() - 1).id() : null);
    }

    private List<Product.Offered> offered(List<Product> products) {
        if (products.isEmpty()) {
            return List.of();
        }
        List<Offer> offers = handle.attach(CatalogueDao.class)
                .offersOf(products.stream().map(Product::id).toList());
        return products.stream()
                .map(product -> new Product.Offered(
                        product,
                        offers.stream()
                                .filter(offer -> offer.productId().equals(product.id()))
                                .filter(offer -> !orderable || offer.available())
                                .toList()))
                .toList();
    }

    private List<Product> rows(Optional<UUID> from, boolean forwards) {
        String sql = "select p.id, p.sku, p.name, p.kind, p.available from product p where true"
                + (orderable ? " and p.available" : "")
                + (from.isEmpty() ? "" : edge(forwards ? ">" : "<"))
                + (search.isEmpty() ? "" : " and (p.name like :part or convert(p.sku using utf8mb4) like :part)")
                + (forwards ? " order by p.name, p.id" : " order by p.name desc, p.id desc")
                + " limit " + (PAGE + 1);
        Query query = handle.createQuery(sql);
        from.ifPresent(id -> query.bind("from", id));
        if (!search.isEmpty()) {
            query.bind("part", "%" + search.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        return query.mapTo(Product.class).list();
    }

    private static String edge(String than) {
        String name = "(select f.name from product f where f.id = :from)";
        return " and (p.name " + than + " " + name + " or (p.name = " + name + " and p.id " + than + " :from))";
    }
}
