package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import portal.demo.DemoPeople;
import portal.platform.database.Ids;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Client;
import portal.testing.Rows;

/** A partner and customer A, related through the pages. */
final class Related {
    static final UUID CUSTOMER = DemoPeople.person("customer-a-global").tenant();

    private Related() {}

    /** The customer accepts a request of the partner; gives the path of the customer's record. */
    static String by(Client partner, Client customer, Rows rows, boolean delegatedAdmin) {
        ask(partner, customer, delegatedAdmin);
        return "/customers/" + rows.text("select id from portfolio_entry where state = 'active'");
    }

    static void ask(Client partner, Client customer, boolean delegatedAdmin) {
        Asking asking = delegatedAdmin ? Asking.by(partner) : Asking.by(partner).with("delegated-admin", null);
        Answer accepted = Accepting.accept(customer, asking.asked().link());
        assertEquals(200, accepted.status());
    }

    /** The fields of the removal as the page draws them, confirmed. */
    static Map<String, String> confirmed(Client partner, String path) {
        Answer page = partner.get(path + "/removal");
        assertEquals(200, page.status());
        Map<String, String> fields = new HashMap<>();
        for (String name : new String[] {"version", "statement-language"}) {
            fields.put(name, page.page().select("input[name=" + name + "]").val());
        }
        fields.put("good-faith", "yes");
        fields.put("typed-domain", "jizerske-sklo.example");
        return fields;
    }

    /** Removes it and gives the page at the end. */
    static Answer remove(Client partner, String path) {
        return partner.submit(path + "/removal", confirmed(partner, path));
    }

    static String grant(Rows rows) {
        return rows.text("select id from delegated_admin_grant where still_open = 1");
    }

    /** The customer takes the privileges back. */
    static Answer takeBack(Client customer, Rows rows, UUID partner) {
        return customer.submit("/partners/" + partner + "/privileges/removal", Map.of("grant", grant(rows)));
    }

    /** Presses the same button once more. */
    static Answer takeBackAgain(Client customer, Rows rows, UUID partner) {
        String ended = rows.text("select id from delegated_admin_grant");
        return customer.submit("/partners/" + partner + "/privileges/removal", Map.of("grant", ended));
    }

    /** A subscription as an order makes it, beside the count of the relationship; false when that is not open. */
    static String order() {
        return """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, origin, seats, state, began_at)
                select ?, r.customer_id, o.id, o.product_id, r.partner_id, r.capacity, 'order', 5, 'active', '2026-11-01'
                from relationship r join offer o on o.code = 'test' where r.partner_id = ? and r.still_open = 1
                """;
    }

    /** Something to order. */
    static void catalogue(Rows rows) {
        UUID product = Ids.next();
        rows.change(
                "insert into product (id, sku, name, kind) values (?, 'test', 'Fictional Suite', 'licence')", product);
        rows.change(
                """
                insert into offer (id, product_id, code, term, billing) values (?, ?, 'test', 'annual', 'monthly')
                """,
                Ids.next(),
                product);
    }
}
