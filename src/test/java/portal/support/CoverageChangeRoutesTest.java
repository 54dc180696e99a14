package portal.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.platform.access.Capacity;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Supporting;
import portal.testing.TestApp;

class CoverageChangeRoutesTest {
    private static final UUID PROVIDER = Supporting.tenant("provider");
    private static final UUID RESELLER = Supporting.tenant("reseller");
    private static final UUID CUSTOMER = Supporting.tenant("customer-a");
    private static final UUID OTHER = Supporting.tenant("customer-b");

    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Supporting supporting;

    private final List<UUID> subscriptions = new ArrayList<>();
    private UUID hers;

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
    void sell() {
        rows.startAgain();
        subscriptions.clear();
        supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, CUSTOMER, false);
        supporting.relationship(PROVIDER, Capacity.INDIRECT_PROVIDER, OTHER, false);
        supporting.relationship(RESELLER, Capacity.INDIRECT_RESELLER, CUSTOMER, true);
        supporting.partnership(PROVIDER, RESELLER);
        for (int i = 0; i < 3; i++) {
            subscriptions.add(supporting.subscription(CUSTOMER, PROVIDER, Capacity.INDIRECT_PROVIDER, RESELLER));
        }
        hers = supporting.subscription(OTHER, PROVIDER, Capacity.INDIRECT_PROVIDER, null);
    }

    /** Ticks them on the board; gives the address of the change. */
    private static String begin(String person, List<UUID> picked) {
        Client client = cast.of(person);
        client.get("/support-coverage");
        StringBuilder body = new StringBuilder("state=all");
        picked.forEach(id -> body.append("&pick=").append(id));
        return client.postRaw("/support-coverage/changes", body.toString())
                .location()
                .orElseThrow();
    }

    private static Answer confirm(String person, String change, UUID contact) {
        cast.of(person).get(change + "?contact=" + contact);
        Map<String, String> fields = new HashMap<>();
        fields.put("contact", contact == null ? "seller" : contact.toString());
        fields.put("reference", "");
        return cast.of(person).post(change + "/confirmation", fields);
    }

    @Test
    void strangersFindNoChangeOfOthersAndPickNothingOfThem() {
        String change = begin("provider-helpdesk", subscriptions);
        Client stranger = cast.of("provider2-admin");
        assertEquals(404, stranger.get(change).status());
        stranger.get("/");
        assertEquals(404, stranger.post(change + "/confirmation", Map.of()).status());
        assertEquals("/support-coverage", begin("provider2-admin", subscriptions));
        assertEquals("/support-coverage", begin("provider-helpdesk", List.of()));
    }

    @Test
    void previewSaysBeforeAndAfterAndChangesNothing() {
        List<UUID> all = new ArrayList<>(subscriptions);
        all.add(hers);
        String change = begin("provider-helpdesk", all);
        Answer page = cast.of("provider-helpdesk").get(change);
        assertTrue(page.page().select("main").text().contains("May support 3 of 4."));
        Answer preview = cast.of("provider-helpdesk").get(change + "?contact=" + RESELLER);
        assertEquals(4, preview.page().select("tbody tr").size());
        assertEquals(3, preview.page().select("tbody .badge.good").size());
        assertTrue(preview.page().select("tbody").text().contains("Has no active reseller relationship"));
        assertEquals(0, rows.count("support_designation"));
        assertEquals(
                1,
                cast.of("provider-helpdesk")
                        .get(change + "?contact=seller")
                        .page()
                        .select("main button[disabled]")
                        .size());
    }

    @Test
    void eachRowHasItsResultAndStaleOnesAreReported() {
        List<UUID> all = new ArrayList<>(subscriptions);
        all.add(hers);
        String change = begin("provider-helpdesk", all);
        rows.change("update subscription set version = version + 1 where id = ?", subscriptions.get(0));
        assertEquals(303, confirm("provider-helpdesk", change, RESELLER).status());
        Answer results = cast.of("provider-helpdesk").get(change);
        assertEquals(2, results.page().select("tbody .badge.good").size());
        assertTrue(results.page().select("tbody").text().contains("somebody else changed it meanwhile"));
        assertTrue(results.page().select("tbody").text().contains("may not support it"));
        assertEquals(2, rows.count("subscription", "support_contact_id = ?", RESELLER));
        assertEquals(
                List.of("done", "done", "not-eligible", "stale"),
                rows.texts("select outcome from support_change_row order by outcome"));
        // one mail for each partner, however many subscriptions
        assertEquals(1, rows.count("outbox_mail", "kind = 'support-designated'"));
        assertEquals(1, rows.count("outbox_mail", "kind = 'support-released'"));
    }

    @Test
    void confirmingTwiceAtOnceDoesItOnce() {
        String change = begin("provider-helpdesk", subscriptions);
        Client one = cast.of("provider-helpdesk");
        Client two = cast.of("provider-admin");
        one.get(change);
        two.get(change);
        Map<String, String> fields = Map.of("contact", RESELLER.toString());
        new Crowd<Answer>()
                .with(() -> one.post(change + "/confirmation", fields))
                .with(() -> two.post(change + "/confirmation", fields))
                .with(() -> one.post(change + "/confirmation", fields))
                .go()
                .forEach(answer -> assertEquals(303, answer.status()));
        assertEquals(3, rows.count("support_designation"));
        assertEquals(2, rows.count("outbox_mail"));
        assertEquals(List.of("done"), rows.texts("select distinct outcome from support_change_row"));
    }

    @Test
    void interruptedChangeGoesOn() {
        String change = begin("provider-helpdesk", subscriptions);
        rows.change("update support_change set state = 'confirmed', contact_id = ?", RESELLER);
        Answer page = cast.of("provider-helpdesk").get(change);
        assertTrue(page.page().select(".notice.warn").text().contains("interrupted"));
        assertEquals(
                303,
                cast.of("provider-helpdesk")
                        .post(change + "/confirmation", Map.of())
                        .status());
        assertEquals(3, rows.count("support_designation"));
    }

    @Test
    void everythingTheFilterFindsIsAThousandAtMost() {
        rows.change(
                """
                insert into subscription
                  (id, customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id, origin, seats, state, began_at)
                select uuid(), customer_id, offer_id, product_id, seller_id, seller_capacity, reseller_id, origin, seats, state,
                  began_at
                from subscription join seq_1_to_1200 where id = ?
                """,
                subscriptions.get(0));
        Client client = cast.of("provider-helpdesk");
        client.get("/support-coverage");
        String change = client.postRaw("/support-coverage/changes", "all=yes&state=seller")
                .location()
                .orElseThrow();
        assertEquals(1000, rows.count("support_change_row"));
        assertTrue(client.get(change + "?contact=" + RESELLER).body().length < 40_000);
        assertEquals(303, confirm("provider-helpdesk", change, RESELLER).status());
        assertEquals(1000, rows.count("support_change_row", "outcome in ('done', 'not-eligible')"));
        assertEquals(2, rows.count("outbox_mail"));
        Answer page = client.get("/support-coverage");
        assertTrue(page.body().length < 40_000, "a page has " + page.body().length);
        assertTrue(client.get(change + "?from=950").status() == 200);
        assertTrue(client.get(change + "?from=99999&contact=x").status() == 200);
    }

    @Test
    void boardShowsWhatAPartnerSellsByStateAndSearch() {
        confirm("provider-helpdesk", begin("provider-helpdesk", subscriptions), RESELLER);
        supporting.endPrivileges(RESELLER, CUSTOMER);
        app.app().supportWatch().next(app.clock().instant());
        Client client = cast.of("provider-helpdesk");
        assertEquals(4, listed(client, ""));
        assertEquals(1, listed(client, "?state=seller"));
        assertEquals(0, listed(client, "?state=designated"));
        assertEquals(3, listed(client, "?state=lost"));
        assertEquals(3, listed(client, "?q=jizersk%C3%A9"));
        assertEquals(1, listed(client, "?q=" + OTHER));
        assertEquals(0, listed(client, "?q=jizersk%C3%A9&state=seller"));
        assertEquals(3, listed(cast.of("reseller-helpdesk"), ""));
        assertEquals(3, listed(cast.of("reseller-helpdesk"), "?state=ours"));
        assertEquals(0, listed(cast.of("provider2-admin"), ""));
        for (String odd : List.of("?q=%00", "?q=%F0%9F%98%80", "?state=x&sort=x&after=x&before=x", "?q=%25_%5C")) {
            assertEquals(200, client.get("/support-coverage" + odd).status(), odd);
        }
    }

    private static int listed(Client client, String query) {
        Answer page = client.get("/support-coverage" + query);
        assertEquals(200, page.status());
        return page.page().select("tbody tr").size();
    }
}
