package portal.subscriptions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.testing.Answer;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Rows;
import portal.testing.Selling;
import portal.testing.TestApp;

class SubscriptionRoutesTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;
    private static Selling selling;
    private static Client admin;
    private static Client dual;
    private static CustomerId company;
    private String customer;
    private String one;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        cast = new Cast(app);
        rows = Rows.of(app);
        selling = Selling.at(app);
        admin = cast.of("direct-admin");
        dual = cast.of("dual-admin");
        company = new CustomerId(Selling.tenant("customer-a-global"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
        customer = selling.agreed("customer-a-global")
                .begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", false);
        one = selling.ordered(admin, customer, "WORK-Y", "10");
    }

    private static Map<String, String> with(Answer page, String field, String value) {
        String version = page.page().select("main input[name=version]").val();
        return Map.of("version", version, field, value);
    }

    /** Sends a page's form with one field. */
    private static Answer send(Client client, String path, String field, String value) {
        return client.post(path, with(client.get(path), field, value));
    }

    private static boolean take(int seats, String code) {
        UUID product = UUID.fromString(selling.product(code));
        return app.database().write(handle -> {
            boolean taken = true;
            for (int i = 0; i < seats; i++) {
                taken &= SeatPools.take(handle, company, product);
            }
            return taken;
        });
    }

    @Test
    void strangersAndColleaguesWithoutTheRoleChangeNothing() {
        for (String page : List.of("", "/seats", "/nickname", "/renewal", "/suspension")) {
            assertEquals(404, cast.of("reseller-admin").get(one + page).status(), page);
        }
        Client helpdesk = cast.of("direct-helpdesk");
        Answer page = helpdesk.get(one);
        assertEquals(
                4,
                page.page()
                        .select("main button[disabled][aria-describedby=change-why]")
                        .size());
        assertTrue(page.page().select("#change-why").text().contains("Admin agent"));
        for (String verb : List.of("/seats", "/nickname", "/suspension", "/resumption")) {
            assertEquals(403, helpdesk.get(one + verb).status(), verb);
            assertEquals(
                    403,
                    helpdesk.post(one + verb, Map.of("version", "0", "seats", "1"))
                            .status(),
                    verb);
        }
        assertEquals("0", rows.text("select version from subscription"));
    }

    @Test
    void twoPartnersOfOneCustomerSeeOnlyWhatIsTheirs() {
        String second = selling.begin("dual-admin", Capacity.DIRECT_BILL, "customer-a-global", true);
        String third = selling.begin("dual-admin", Capacity.INDIRECT_RESELLER, "customer-a-global", true);
        String theirs = selling.ordered(dual, second, "WORK-M", "3");
        assertEquals(List.of("Nimbus Work Standard"), names(admin.get(customer + "/subscriptions")));
        assertEquals(
                404,
                admin.get(customer + "/subscriptions" + theirs.substring(theirs.lastIndexOf('/')))
                        .status());
        assertEquals(
                404,
                dual.get(second + "/subscriptions" + one.substring(one.lastIndexOf('/')))
                        .status());
        assertEquals(List.of(), names(dual.get(third + "/subscriptions")));
        String other = dual.get(second + "/subscriptions").page().select("main").text();
        assertFalse(other.contains("Kék Duna"), other);
        // the pool is one, and anybody with delegated admin privileges assigns from it
        List<SeatPool> pools = app.database().read(handle -> SeatPools.of(handle, company));
        assertEquals(13, pools.get(0).seats());
        assertTrue(take(13, "WORK-Y"));
        assertFalse(take(1, "WORK-Y"));
    }

    private static List<String> names(Answer list) {
        return list.page().select("tbody th a").eachText();
    }

    @Test
    void whatWasBoughtElsewhereIsSeenWithDelegatedAdminPrivilegesAndNeverChanged() {
        UUID id = app.database()
                .write(handle -> BoughtElsewhere.add(
                        handle,
                        company,
                        Catalogue.offer(handle, "MAIL-Y").orElseThrow(),
                        7,
                        "Nimbus Online Shop",
                        "Turnov",
                        Instant.parse("2024-02-29T00:00:00Z"),
                        app.clock().instant()));
        assertEquals(1, names(admin.get(customer + "/subscriptions")).size());
        assertEquals(404, admin.get(customer + "/subscriptions/" + id).status());
        selling.begin("direct-admin", Capacity.DIRECT_BILL, "customer-a-global", true);
        assertEquals(
                List.of("Nimbus Mail Plan 1", "Nimbus Work Standard"), names(admin.get(customer + "/subscriptions")));
        String text = admin.get(customer + "/subscriptions/" + id)
                .page()
                .select("main")
                .text();
        assertTrue(text.contains("bought this elsewhere (Nimbus Online Shop)"), text);
        assertTrue(text.contains("29 Feb 2024"), text);
        assertEquals(
                403, admin.get(customer + "/subscriptions/" + id + "/nickname").status());
        assertEquals(
                403,
                admin.post(customer + "/subscriptions/" + id + "/suspension", Map.of())
                        .status());
        assertEquals("7", rows.text("select seats from seat_pool where product_id = ?", selling.product("MAIL-Y")));
    }

    @Test
    void seatsNeverFallBelowThoseAssigned() {
        assertTrue(take(6, "WORK-Y"));
        Answer page = admin.get(one + "/seats");
        assertTrue(page.text().contains("6 or more"), page.page().select("main").text());
        Answer fewer = admin.post(one + "/seats", with(page, "seats", "5"));
        assertEquals(422, fewer.status());
        assertEquals(List.of("seats"), fewer.wrongFields());
        assertEquals("5", fewer.page().select("#seats").val());
        for (String seats : List.of("", "301", "-3", "x", "1e3", "\u202E8", "😀")) {
            assertEquals(422, send(admin, one + "/seats", "seats", seats).status(), seats);
        }
        assertEquals(303, send(admin, one + "/seats", "seats", "6").status());
        assertEquals("6", rows.text("select seats from seat_pool"));
        assertFalse(take(1, "WORK-Y"));
        assertEquals(303, send(admin, one + "/seats", "seats", "300").status());
        assertEquals("300", rows.text("select seats from seat_pool"));
        assertTrue(admin.submit(one + "/seats", with(admin.get(one + "/seats"), "seats", "300"))
                .text()
                .contains("Nothing was changed"));
        Answer shown = admin.get(one);
        assertTrue(shown.page().select(".timeline").text().contains("10 licenc → 6 licenc"), shown.text());
    }

    @Test
    void poolDecidesWhenSomebodyAssignsMeanwhile() {
        Answer page = admin.get(one + "/seats");
        Subscription read = read();
        assertTrue(take(8, "WORK-Y"));
        SubscriptionChanges.Change change = new SubscriptionChanges.Change(
                VisitorOf.person(app, "direct-admin"),
                selling.customer("direct-admin", customer),
                read,
                app.clock().instant());
        assertEquals(
                SubscriptionChanges.Outcome.ASSIGNED,
                app.app().subscriptionChanges().seats(change, 7));
        assertEquals("10", rows.text("select seats from subscription"));
        assertEquals("10", rows.text("select seats from seat_pool"));
        assertEquals("0", rows.text("select version from subscription"));
        assertEquals(422, admin.post(one + "/seats", with(page, "seats", "7")).status());
    }

    private Subscription read() {
        UUID id = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
        return app.database()
                .read(handle -> Subscriptions.find(handle, selling.customer("direct-admin", customer), id))
                .orElseThrow();
    }

    @Test
    void moreSeatsNeedWhatAnOrderNeeds() {
        rows.change("delete from agreement_acceptance");
        assertTrue(admin.get(one + "/seats").text().contains("You can make them fewer, not more."));
        assertEquals(403, send(admin, one + "/seats", "seats", "11").status());
        assertEquals(303, send(admin, one + "/seats", "seats", "9").status());
        rows.change("update organization set state = 'suspended' where id = ?", Selling.tenant("direct-admin"));
        assertEquals(303, send(admin, one + "/seats", "seats", "8").status());
        assertEquals(403, send(admin, one + "/seats", "seats", "9").status());
    }

    @Test
    void staleEditIsToldAndKeepsWhatWasWritten() {
        Answer seats = admin.get(one + "/seats");
        Answer nickname = admin.get(one + "/nickname");
        Answer suspension = admin.get(one + "/suspension");
        assertEquals(303, send(admin, one + "/nickname", "nickname", "Brno").status());
        Answer staleSeats = admin.post(one + "/seats", with(seats, "seats", "20"));
        assertEquals(409, staleSeats.status());
        assertEquals("20", staleSeats.page().select("#seats").val());
        Answer staleName = admin.post(one + "/nickname", with(nickname, "nickname", "Praha"));
        assertEquals(409, staleName.status());
        assertEquals("Praha", staleName.page().select("#nickname").val());
        assertTrue(staleName.text().contains("It is now: Brno"));
        assertEquals(
                409,
                admin.post(one + "/suspension", with(suspension, "uncovered", "0"))
                        .status());
        for (String version : List.of("", "x", "-1", "99999999999")) {
            assertEquals(
                    409,
                    admin.post(one + "/nickname", Map.of("version", version, "nickname", "x"))
                            .status());
        }
        assertEquals("Brno", rows.text("select nickname from subscription"));
        assertEquals(
                303,
                admin.post(one + "/nickname", with(staleName, "nickname", "Praha"))
                        .status());
    }

    @Test
    void nicknameTakesWhatPeopleWriteAndRefusesWhatNobodySees() {
        assertEquals(
                303,
                send(admin, one + "/nickname", "nickname", "  Žluťoučký 😀 kůň ")
                        .status());
        assertEquals("Žluťoučký 😀 kůň", rows.text("select nickname from subscription"));
        for (String bad : List.of("x".repeat(101), "a\u202Eb", "a\u0007b")) {
            Answer answer = send(admin, one + "/nickname", "nickname", bad);
            assertEquals(422, answer.status());
            assertEquals(List.of("nickname"), answer.wrongFields());
        }
        assertEquals(303, send(admin, one + "/nickname", "nickname", "").status());
        assertEquals(1, rows.count("subscription", "nickname is null"));
        assertEquals(4, rows.count("activity_entry", "action = 'subscription-renamed'"));
    }

    @Test
    void suspendingSaysWhatItComesToAndLeavesLicences() {
        selling.ordered(admin, customer, "WORK-M", "4");
        assertTrue(take(7, "WORK-Y"));
        Answer page = admin.get(one + "/suspension");
        assertTrue(
                page.text().contains("3 assigned licences will have no seat"),
                page.page().select("main").text());
        assertEquals("3", page.page().select("input[name=uncovered]").val());
        assertTrue(take(1, "WORK-Y"));
        Answer more = admin.post(one + "/suspension", with(page, "uncovered", "3"));
        assertEquals(409, more.status());
        assertTrue(more.text().contains("4 assigned licences will have no seat"));
        assertEquals("active", rows.text("select state from subscription where seats = 10"));

        Answer suspended = admin.submit(one + "/suspension", with(more, "uncovered", "4"));
        assertTrue(suspended.text().contains("4 assigned licences have no seat"), suspended.text());
        assertEquals("4 8", rows.text("select concat(seats, ' ', assigned) from seat_pool"));
        assertFalse(take(1, "WORK-Y"));
        assertEquals(303, admin.get(one + "/seats").status());
        assertTrue(admin.submit(one + "/suspension", with(more, "uncovered", "4"))
                .text()
                .contains("Here is how it stands"));
        assertEquals(List.of("Nimbus Work Standard"), names(admin.get(customer + "/subscriptions?state=suspended")));

        assertTrue(admin.get(one + "/resumption").text().contains("Its 10 seats come back"));
        assertTrue(admin.submit(one + "/resumption", with(admin.get(one + "/resumption"), "x", ""))
                .text()
                .contains("Resumed"));
        assertEquals("14 8", rows.text("select concat(seats, ' ', assigned) from seat_pool"));
        assertTrue(take(1, "WORK-Y"));
        assertEquals(2, rows.count("activity_entry", "action = 'subscription-resumed'"));
    }

    @Test
    void activeSubscriptionsKeepTheirSellerFromEndingTheRelationship() {
        PartnerId seller = new PartnerId(Selling.tenant("direct-admin"));
        assertEquals(1, active(seller, Capacity.DIRECT_BILL));
        assertEquals(0, active(seller, Capacity.INDIRECT_PROVIDER));
        admin.post(one + "/suspension", with(admin.get(one + "/suspension"), "uncovered", "0"));
        assertEquals(0, active(seller, Capacity.DIRECT_BILL));
    }

    private static int active(PartnerId seller, Capacity capacity) {
        return app.database()
                .read(handle -> Subscriptions.activeOf(handle, seller, capacity, company))
                .size();
    }

    @Test
    void ofTwoWhoDesignateASupportContactOneIsTold() {
        Subscription read = read();
        PartnerId contact = new PartnerId(Selling.tenant("reseller-admin"));
        assertTrue(designate(read, contact));
        assertFalse(designate(read, null));
        assertTrue(admin.get(one).text().contains("Modrá Řeka IT s.r.o."));
        assertTrue(designate(read(), null));
        assertEquals(1, rows.count("subscription", "support_contact_id is null"));
    }

    private static boolean designate(Subscription read, PartnerId contact) {
        return app.database().write(handle -> Subscriptions.designate(handle, read.id(), contact, read.version()));
    }

    @Test
    void listIsFilteredSearchedAndPaged() {
        rows.change(
                """
                insert into subscription (id, customer_id, offer_id, product_id, seller_id, seller_capacity, origin,
                  nickname, seats, state, began_at)
                select uuid(), s.customer_id, s.offer_id, s.product_id, s.seller_id, s.seller_capacity, 'order',
                  concat('Turnov ', q.seq), 1, if(q.seq % 10 = 0, 'ended', 'active'), s.began_at
                from subscription s join seq_1_to_120 q
                """);
        String list = customer + "/subscriptions";
        Answer first = admin.get(list);
        assertEquals(50, names(first).size());
        assertTrue(first.body().length <= 30_000, "page of " + first.body().length);
        String next = first.page().select("a[rel=next]").attr("href");
        Answer second = admin.get(next);
        assertEquals(50, names(second).size());
        Answer third = admin.get(second.page().select("a[rel=next]").attr("href"));
        assertEquals(21, names(third).size());
        assertTrue(third.page().select("a[rel=next]").isEmpty());
        Answer back = admin.get(third.page().select("a[rel=prev]").attr("href"));
        assertEquals(
                second.page().select("tbody th").eachText(),
                back.page().select("tbody th").eachText());
        assertEquals(12, names(admin.get(list + "?state=ended")).size());
        assertEquals(
                List.of("Turnov 77"),
                admin.get(list + "?q=turnov+77").page().select("tbody th small").eachText());
        assertEquals(50, names(admin.get(list + "?q=nimbus")).size());
        Answer nothing = admin.get(list + "?q=%3Cb%3E%25_&state=active");
        assertTrue(nothing.page().select(".empty").text().contains("“<b>%_”"), nothing.text());
        for (String query : List.of("state=x", "after=1", "before=x", "q=%00", "q=%E2%80%AE", "after=&before=")) {
            assertEquals(50, names(admin.get(list + "?" + query)).size(), query);
        }
        assertEquals(404, admin.get(list + "/1").status());
        assertEquals(404, admin.get(list + "/" + UUID.randomUUID()).status());
    }

    @Test
    void everyPageIsReadInEveryLanguage() {
        selling.ordered(admin, customer, "WORK-M", "4");
        assertTrue(take(12, "WORK-Y"));
        for (String language : List.of("en", "cs", "pl", "hu")) {
            rows.change("update person set language = ?", language);
            for (String page : List.of("", "/seats", "/nickname", "/suspension")) {
                assertEquals(200, admin.get(one + page).status(), language + page);
            }
        }
        admin.post(one + "/suspension", with(admin.get(one + "/suspension"), "uncovered", "8"));
        for (String language : List.of("cs", "pl", "hu")) {
            rows.change("update person set language = ?", language);
            assertEquals(200, admin.get(one).status(), language);
            assertEquals(200, admin.get(one + "/resumption").status(), language);
            assertEquals(
                    200, admin.get(customer + "/subscriptions?state=suspended").status(), language);
        }
        rows.change("update person set language = null");
    }
}
