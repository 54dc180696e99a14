package portal.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Partners who serve a customer: asked and accepted through the pages. */
public final class Serving {
    private Serving() {}

    /** With delegated admin privileges; gives the customer's address at this partner. */
    public static String with(Client partner, Client customer) {
        return begin(Asking.by(partner), partner, customer);
    }

    /** The relationship only. */
    public static String withoutPrivileges(Client partner, Client customer) {
        return begin(Asking.by(partner).with("delegated-admin", null), partner, customer);
    }

    private static String begin(Asking asking, Client partner, Client customer) {
        Asking.Asked asked = asking.with("domain", null).with("email", null).asked();
        assertEquals(200, Accepting.accept(customer, asked.link()).status());
        return partner.get("/customers?state=active")
                .page()
                .select("tbody th a:not(.twisty)")
                .last()
                .attr("href");
    }
}
