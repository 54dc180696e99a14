package portal.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.PartnerId;
import portal.platform.database.Database;

/** The pages that are measured, with addresses that lead to rows of one partner. */
final class Pages {
    private static final String LISTED = "from portfolio_entry where partner_id = :partner and listed = true ";
    private static final int HEX_DIGITS = 12;

    private final Handle handle;
    private final PartnerId partner;
    private final int customers;

    /**
     * One page.
     *
     * @param keyset whether it reads one index range and so must read as many rows at every size
     */
    record Measured(String name, String path, boolean keyset) {}

    private Pages(Handle handle, PartnerId partner, int customers) {
        this.handle = handle;
        this.partner = partner;
        this.customers = customers;
    }

    /** A row in the middle of the primary key, where the floor begins. */
    static UUID floor(Database database, PartnerId partner, int customers) {
        return database.read(handle -> new Pages(handle, partner, customers).row("order by id", 0.5));
    }

    static List<Measured> of(Database database, PartnerId partner, int customers) {
        return database.read(handle -> new Pages(handle, partner, customers).all());
    }

    private List<Measured> all() {
        UUID middle = row("order by name_key, id", 0.4);
        UUID active = BenchRecord.row(handle, partner);
        String words =
                text("select name from portfolio_entry where id = :id", middle).replaceFirst(" s\\.r\\.o\\.$", "");
        List<Measured> pages = new ArrayList<>();
        pages.add(new Measured("Customers, first page", "/customers", true));
        pages.add(new Measured("deep page", "/customers?after=" + middle, true));
        pages.add(new Measured("last page, upwards", "/customers?before=" + row("order by name_key, id", 1), true));
        pages.add(new Measured("newest first", "/customers?sort=-since", true));
        pages.add(new Measured(
                "oldest first, deep", "/customers?sort=since&after=" + row("order by since, id", 0.6), true));
        pages.add(new Measured("invited", "/customers?state=invited", true));
        // a thousand customers are too few to fill the page
        pages.add(new Measured("needs attention", "/customers?state=attention", customers >= 10_000));
        pages.add(new Measured("with an open row", "/customers?open=" + end(first()), true));
        pages.add(new Measured("search, two words", "/customers?q=" + encoded(words), false));
        pages.add(new Measured("search, 200 hits", "/customers?q=firma1", false));
        pages.add(new Measured(
                "search, tenant id",
                "/customers?q=" + text("select customer_id from portfolio_entry where id = :id", active),
                true));
        pages.add(new Measured("customer's account", "/customers/" + active, true));
        pages.add(new Measured("subscriptions", "/customers/" + active + "/subscriptions", true));
        pages.add(new Measured("users", "/customers/" + active + "/users", true));
        pages.add(new Measured("support contacts", "/customers/" + active + "/support", true));
        pages.add(new Measured("only with DAP", "/customers?filter=dap:granted", true));
        pages.add(new Measured("home", "/", customers >= 10_000));
        return pages;
    }

    private UUID row(String order, double share) {
        return handle.createQuery("select id " + LISTED + order + " limit 1 offset " + (int) (share * (customers - 1)))
                .bind("partner", partner)
                .mapTo(UUID.class)
                .one();
    }

    private UUID first() {
        return row("order by name_key, id", 0);
    }

    private String text(String sql, UUID id) {
        return handle.createQuery(sql).bind("id", id).mapTo(String.class).one();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String end(UUID id) {
        return id.toString().substring(36 - HEX_DIGITS);
    }
}
