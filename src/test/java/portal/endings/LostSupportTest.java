package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;

/** Who supported a customer and loses what that rests on is told at once, not when the next round finds it. */
class LostSupportTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID RESELLER = Supporting.tenant("reseller");

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Supporting supporting;
    private String resold;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
        supporting = Supporting.in(app);
        cast.of("provider-helpdesk");
        rows.change("update organization set email = concat('podpora@', domain) where kind = 'partner'");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void designate() {
        rows.startAgain();
        String provided =
                "/customers/" + supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, Related.CUSTOMER, false);
        resold = "/customers/" + supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, Related.CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER);
        UUID sold = supporting.subscription(Related.CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, RESELLER);
        Client helpdesk = cast.of("provider-helpdesk");
        Answer done = helpdesk.post(
                provided + "/subscriptions/" + sold + "/support-contact",
                Map.of("contact", RESELLER.toString(), "reference", "", "version", "0"));
        assertEquals(303, done.status());
        rows.change("delete from outbox_mail");
    }

    @AfterEach
    void roundFindsNothingMoreToTell() {
        assertTold();
        app.app().supportWatch().next(app.clock().instant());
        assertTold();
    }

    private static void assertTold() {
        assertEquals(2, rows.count("outbox_mail", "kind = 'support-lost'"));
        assertEquals(2, rows.count("activity_entry", "action = 'support-contact-lost'"));
        assertEquals(
                "support-contact-lost",
                rows.text("select attention from portfolio_entry where partner_id = ?", PROVIDER));
    }

    @Test
    void resellerRemovesTheRelationship() {
        Related.remove(cast.of("reseller-admin"), resold);
    }

    @Test
    void resellerGivesThePrivilegesUp() {
        Map<String, String> grant = Map.of("grant", Related.grant(rows));
        cast.of("reseller-admin").submit(resold + "/privileges/removal", grant);
    }

    @Test
    void customerTakesThePrivilegesBack() {
        Related.takeBack(cast.of("customer-a-global"), rows, RESELLER);
    }
}
