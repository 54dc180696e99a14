package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import portal.demo.DemoPeople;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.database.Ids;
import portal.relationships.Relationships;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.Seats;
import portal.testing.TestApp;

/** A removal and something else at the same moment, on two nodes: never both. */
class EndingRacesTest {
    private static final PartnerId DIRECT =
            new PartnerId(DemoPeople.person("direct-admin").tenant());
    private static final CustomerId CUSTOMER = new CustomerId(Related.CUSTOMER);

    private static TestApp first;
    private static TestApp second;
    private static Cast cast;
    private static Cast castOfSecond;
    private static Rows rows;
    private String path;

    @BeforeAll
    static void start() {
        first = TestApp.start().withoutJobs();
        second = first.secondNode();
        cast = new Cast(first);
        castOfSecond = new Cast(second);
        rows = Rows.of(first);
        Related.catalogue(rows);
        rows.change(
                """
                insert into seat_pool (customer_id, product_id, seats) select ?, id, 100 from product
                """,
                Related.CUSTOMER);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void relate() {
        rows.change("delete from subscription");
        rows.change("update seat_pool set assigned = 0");
        rows.startAgain();
        path = Related.by(cast.of("direct-admin"), cast.of("customer-a-global"), rows, true);
    }

    /** What a verb about a customer does: it counts the relationship as touched, and goes on only when it is open. */
    private interface Work {
        void does(Handle handle);
    }

    private static boolean touching(Work work) {
        return second.database().write(handle -> {
            boolean open = Relationships.touch(handle, DIRECT, Capacity.DIRECT_BILL, CUSTOMER);
            if (open) {
                work.does(handle);
            }
            return open;
        });
    }

    private int removal(Map<String, String> fields) {
        return cast.of("direct-admin").post(path + "/removal", fields).status();
    }

    private void never(String what, Work work, String table, String condition) {
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        List<Boolean> done = new Crowd<Boolean>()
                .with(() -> removal(fields) == 303)
                .with(() -> touching(work))
                .go();
        boolean removed = rows.count("relationship", "still_open = 1") == 0;
        boolean other = rows.count(table, condition) > 0;
        assertEquals(removed, done.get(0), what);
        assertEquals(other, done.get(1), what);
        assertTrue(removed != other, what + " or the removal: one of them");
    }

    @RepeatedTest(5)
    void orderAndRemovalNeverBothHappen() {
        UUID id = Ids.next();
        never("an order", handle -> handle.execute(Related.order(), id, DIRECT.value()), "subscription", "true");
    }

    @RepeatedTest(3)
    void assignmentAndRemovalNeverBothHappen() {
        Seats.of(first, DemoPeople.person("customer-a-global").tenant(), "Office for Everybody", 1);
        never(
                "an assignment",
                handle -> handle.execute("update seat_pool set assigned = assigned + 1 where assigned < seats"),
                "seat_pool",
                "assigned > 0");
    }

    @RepeatedTest(3)
    void designationAndRemovalNeverBothHappen() {
        rows.change(Related.order(), Ids.next(), DIRECT.value());
        rows.change("update subscription set seller_id = null, seller_capacity = null");
        never(
                "a designation",
                handle -> handle.execute("update subscription set support_contact_id = ?", DIRECT.value()),
                "subscription",
                "support_contact_id is not null");
    }

    @RepeatedTest(5)
    void acceptanceOfTheOpenRequestAndRemovalNeverBothHappen() {
        rows.change("update delegated_admin_grant set ended_at = utc_timestamp(6)");
        Asking.Asked open = Asking.by(cast.of("direct-admin")).asked();
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        Client customer = castOfSecond.of("customer-a-global");
        String link =
                open.link().replace(first.address().toString(), second.address().toString());
        Map<String, String> acceptance = Accepting.fields(customer, link);
        new Crowd<Answer>()
                .with(() -> cast.of("direct-admin").post(path + "/removal", fields))
                .with(() -> customer.submit(link + "/acceptance", acceptance))
                .go();
        boolean removed = rows.count("removal") == 1;
        boolean accepted = rows.count("invitation", "state = 'accepted'") == 2;
        assertTrue(removed != accepted, "removed " + removed + ", accepted " + accepted);
        assertEquals(removed ? 0 : 1, rows.count("relationship", "still_open = 1"));
        assertEquals(removed ? 0 : 1, rows.count("delegated_admin_grant", "still_open = 1"));
    }

    @RepeatedTest(3)
    void ofTwoWhoRemoveOneWinsAndTheOtherIsTold() {
        Map<String, String> fields = Related.confirmed(cast.of("direct-admin"), path);
        castOfSecond.of("direct-global").get(path + "/removal");
        List<Answer> answers = new Crowd<Answer>()
                .with(() -> cast.of("direct-admin").submit(path + "/removal", fields))
                .with(() -> castOfSecond.of("direct-global").submit(path + "/removal", fields))
                .go();
        assertEquals(1, rows.count("removal"));
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 200));
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.text().contains("has removed this relationship already"))
                        .count());
    }
}
