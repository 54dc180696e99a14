package portal.bench;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;

/** One customer of a partner with many subscriptions and users, behind the same row at every size. */
final class BenchRecord {
    private static final int SUBSCRIPTIONS = 200;
    private static final int USERS = 20_000;

    private BenchRecord() {}

    /** The row of the Customers page whose record is measured. */
    static UUID row(Handle handle, PartnerId partner) {
        return handle.createQuery(
                        """
                        select id from portfolio_entry where partner_id = :partner and listed = true and state = 'active'
                        order by name_key, id limit 1 offset 30
                        """)
                .bind("partner", partner)
                .mapTo(UUID.class)
                .one();
    }

    static void fill(Handle handle, PartnerId partner) {
        UUID row = row(handle, partner);
        UUID customer = handle.createQuery("select customer_id from portfolio_entry where id = :row")
                .bind("row", row)
                .mapTo(UUID.class)
                .one();
        handle.execute("update portfolio_entry set dap = 'granted' where id = ?", row);
        handle.execute(
                """
                insert ignore into delegated_admin_grant (id, partner_id, customer_id, granted_at)
                values (?, ?, ?, '2024-01-01')
                """,
                row,
                partner.value(),
                customer);
        sell(handle, partner, customer);
        handle.execute(
                """
                insert into customer_user
                  (id, customer_id, sign_in_name, first_name, last_name, display_name, name_key, country, state, created_at)
                select uuid(), ?, concat('user', seq, '@bench.example'), 'Jan', concat('Novák ', seq),
                  concat('Jan Novák ', seq), lpad(seq, 8, '0'), 'CZ', 'active', '2024-01-01'
                from seq_1_to_%d
                """
                        .formatted(USERS),
                customer);
    }

    private static void sell(Handle handle, PartnerId partner, UUID customer) {
        UUID product = UUID.fromString("00000000-0000-7000-8000-000000000001");
        handle.execute(
                "insert ignore into product (id, sku, name, kind) values (?, 'BENCH', 'Bench', 'licence')", product);
        handle.execute(
                """
                insert ignore into offer (id, product_id, code, term, billing)
                values (?, ?, 'BENCH-Y', 'annual', 'monthly')
                """,
                product,
                product);
        handle.execute(
                "insert into seat_pool (customer_id, product_id, seats) values (?, ?, ?)",
                customer,
                product,
                SUBSCRIPTIONS * 10);
        handle.execute(
                """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, origin, seats, state, began_at, renews_at)
                select uuid(), ?, ?, ?, ?, 'direct-bill', 'order', 10, 'active', '2024-01-01', '2027-01-01'
                from seq_1_to_%d
                """
                        .formatted(SUBSCRIPTIONS),
                customer,
                product,
                product,
                partner.value());
    }
}
