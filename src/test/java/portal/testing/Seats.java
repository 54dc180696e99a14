package portal.testing;

import java.util.Locale;
import java.util.UUID;
import portal.platform.database.Ids;

/** Products with seats for a customer, put straight into the tables. */
public final class Seats {
    private Seats() {}

    /** A product with so many seats for a tenant; gives the product's id. */
    public static String of(TestApp app, UUID tenant, String product, int seats) {
        String id = Ids.next().toString();
        Rows rows = Rows.of(app);
        String sku = product.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
        rows.change("insert ignore into product (id, sku, name, kind) values (?, ?, ?, 'licence')", id, sku, product);
        String known = rows.text("select id from product where sku = ?", sku);
        rows.change(
                """
                insert into seat_pool (customer_id, product_id, seats) values (?, ?, ?)
                on duplicate key update seats = values(seats)
                """,
                tenant,
                known,
                seats);
        return known;
    }
}
