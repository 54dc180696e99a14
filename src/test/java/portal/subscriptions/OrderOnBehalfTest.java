package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.access.Visitor;
import portal.relationships.CustomerRecord;
import portal.relationships.SharedCustomers;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Partnering;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

/** A provider orders for a reseller while they are partners and both have the customer; never for anybody else. */
class OrderOnBehalfTest {
    private static TestApp app;
    private static TestApp second;
    private static Cast cast;
    private static Rows rows;
    private static Partnering partnering;
    private static Selling selling;
    private static Offer offer;
    private CustomerRecord customer;

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        second = app.secondNode();
        cast = new Cast(app);
        rows = Rows.of(app);
        partnering = new Partnering(cast);
        selling = Selling.at(app);
        offer = app.database().read(handle -> Catalogue.offer(handle, "WORK-Y")).orElseThrow();
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        String row = selling.begin("provider-admin", Capacity.INDIRECT_PROVIDER, "customer-a-global", false);
        selling.agreed("customer-a-global");
        customer = selling.customer("provider-admin", row);
    }

    private static PartnerId reseller() {
        return new PartnerId(Partnering.tenant("reseller"));
    }

    private static Visitor agent() {
        return VisitorOf.person(app, "provider-admin");
    }

    private UUID order() {
        return app.app()
                .orders()
                .placed(
                        agent(),
                        customer,
                        offer,
                        3,
                        null,
                        reseller(),
                        app.clock().instant());
    }

    @Test
    void strangersAreNotNamedOnOrders() {
        assertThrows(IllegalStateException.class, this::order);
        partnering.active("provider", "reseller");
        assertThrows(IllegalStateException.class, this::order);
        assertEquals(0, rows.count("subscription"));
        assertEquals(0, rows.count("shared_customer"));
    }

    @Test
    void anOrderForAResellerMakesTheCustomerShared() {
        selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        partnering.active("provider", "reseller");

        order();

        assertEquals(1, rows.count("shared_customer"));
        String filter = "/customers?filter=reseller:" + reseller();
        assertTrue(cast.of("provider-admin").get(filter).page().text().contains("Jizerské sklo"));
        filter = "/customers?filter=provider:" + Partnering.tenant("provider");
        assertTrue(cast.of("reseller-admin").get(filter).page().text().contains("Jizerské sklo"));
        List<String> providers =
                app.database().read(handle -> app.app().orders().providers(handle, reseller()));
        assertEquals(List.of("Bałtyk Dystrybucja S.A."), providers);
    }

    @Test
    void strangerToTheCatalogueLeavesNothingBehind() {
        selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        partnering.active("provider", "reseller");
        String before = rows.text("select sum(version) from partnership");
        rows.change("update offer set available = false where code = 'WORK-Y'");

        assertThrows(IllegalStateException.class, this::order);

        rows.change("update offer set available = true where code = 'WORK-Y'");
        assertEquals(0, rows.count("shared_customer"));
        assertEquals(0, rows.count("portfolio_label", "label like 'reseller:%' or label like 'provider:%'"));
        assertEquals(0, rows.count("relationship", "version > 0"));
        assertEquals(before, rows.text("select sum(version) from partnership"));
    }

    /** Whoever waits for a row while another waits for its own is sent back, and begins again. */
    @RepeatedTest(10)
    void firstOrdersOfOneProviderAtOnceDoNotSendEachOtherBack() {
        selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        selling.begin("reseller2-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        AtomicInteger attempts = new AtomicInteger();
        Crowd<Object> crowd = new Crowd<>();
        for (String reseller : List.of("reseller", "reseller2")) {
            // at one server: from two of a cluster the later is sent back whatever it waits for
            crowd.with(() -> app.database().write(handle -> {
                attempts.incrementAndGet();
                SharedCustomers.add(
                        handle,
                        new PartnerId(Partnering.tenant("provider")),
                        new PartnerId(Partnering.tenant(reseller)),
                        customer.customerId(),
                        app.clock().instant());
                return true;
            }));
        }
        crowd.go();
        assertEquals(2, attempts.get());
        assertEquals(2, rows.count("shared_customer"));
        assertEquals(4, rows.count("portfolio_label", "label like 'reseller:%' or label like 'provider:%'"));
    }

    @RepeatedTest(6)
    void ofAnOrderAndTheEndAtOnceNoneRestsOnWhatIsGone() {
        selling.begin("reseller-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        String partnership = partnering.active("provider", "reseller");
        Client provider = cast.of("provider-global").movedTo(second.address());
        provider.get(partnership + "/ending");
        Visitor agent = agent();

        List<Boolean> done = new Crowd<Boolean>()
                .with(() -> {
                    try {
                        app.app()
                                .orders()
                                .placed(
                                        agent,
                                        customer,
                                        offer,
                                        3,
                                        null,
                                        reseller(),
                                        app.clock().instant());
                        return true;
                    } catch (IllegalStateException ended) {
                        return false;
                    }
                })
                .with(() -> provider.post(partnership + "/ending", Map.of()).status() == 303)
                .go();

        assertTrue(done.get(1));
        assertEquals("ended", rows.text("select state from partnership"));
        assertEquals(done.get(0) ? 1 : 0, rows.count("shared_customer"));
        assertEquals(done.get(0) ? 1 : 0, rows.count("subscription"));
        assertThrows(IllegalStateException.class, this::order);
    }
}
