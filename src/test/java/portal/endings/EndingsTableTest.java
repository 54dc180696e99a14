package portal.endings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import portal.demo.DemoPeople;
import portal.testing.Accepting;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Rows;
import portal.testing.TestApp;

/** Removing, taking back, restoring and accepting again, in every order: rows say what is so, and nothing is lost. */
class EndingsTableTest {
    private static TestApp app;
    private static Cast cast;
    private static Rows rows;

    /** What somebody does, pressing it also where there is nothing left to do. */
    private enum Deed {
        REMOVE_RELATIONSHIP,
        REMOVE_PRIVILEGES,
        RESTORE_PRIVILEGES,
        ACCEPT_AGAIN
    }

    /** What should be so. */
    private record State(boolean related, boolean granted, boolean responsible, int relationships, int grants) {
        State after(Deed deed) {
            return switch (deed) {
                case REMOVE_RELATIONSHIP -> new State(false, granted, false, relationships, grants);
                case REMOVE_PRIVILEGES ->
                    new State(related, false, granted ? related : responsible, relationships, grants);
                case RESTORE_PRIVILEGES ->
                    new State(true, true, false, relationships + (related ? 0 : 1), grants + (granted ? 0 : 1));
                case ACCEPT_AGAIN -> new State(true, granted, responsible, relationships + (related ? 0 : 1), grants);
            };
        }
    }

    @BeforeAll
    static void start() {
        app = TestApp.start().withoutJobs();
        cast = new Cast(app);
        rows = Rows.of(app);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @TestFactory
    Stream<DynamicTest> everyOrderLeavesWhatItShould() {
        return orders(List.of(Deed.values())).stream()
                .map(order -> DynamicTest.dynamicTest(order.toString(), () -> inOrder(order)));
    }

    private static List<List<Deed>> orders(List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Deed>> all = new ArrayList<>();
        for (Deed first : deeds) {
            List<Deed> rest = deeds.stream().filter(deed -> deed != first).toList();
            for (List<Deed> others : orders(rest)) {
                List<Deed> order = new ArrayList<>(List.of(first));
                order.addAll(others);
                all.add(order);
            }
        }
        return all;
    }

    private static void inOrder(List<Deed> order) {
        rows.startAgain();
        String path = Related.by(cast.of("direct-admin"), cast.of("customer-a-global"), rows, true);
        State state = new State(true, true, false, 1, 1);
        for (Deed deed : order) {
            press(deed, path, state);
            state = state.after(deed);
            assertEquals(state, found(), "after " + deed);
            assertEquals(
                    state.related() ? 200 : 404,
                    cast.of("direct-admin").get(path).status(),
                    "after " + deed);
            assertEquals(1, rows.count("portfolio_entry", "state in ('active', 'removed')"));
        }
    }

    private static void press(Deed deed, String path, State state) {
        switch (deed) {
            case REMOVE_RELATIONSHIP -> {
                if (state.related()) {
                    assertEquals(
                            200, Related.remove(cast.of("direct-admin"), path).status());
                } else {
                    assertEquals(
                            303,
                            cast.of("direct-admin")
                                    .post(path + "/removal", Map.of())
                                    .status());
                }
            }
            case REMOVE_PRIVILEGES -> {
                String grant = rows.text("select id from delegated_admin_grant order by id desc limit 1");
                String partner = DemoPeople.person("direct-admin").tenant().toString();
                assertEquals(
                        303,
                        cast.of("customer-a-global")
                                .post("/partners/" + partner + "/privileges/removal", Map.of("grant", grant))
                                .status());
            }
            case RESTORE_PRIVILEGES -> ask(true, state.related() && state.granted());
            case ACCEPT_AGAIN -> ask(false, state.related());
        }
    }

    private static void ask(boolean delegatedAdmin, boolean nothingNew) {
        Asking asking = Asking.by(cast.of("direct-admin"));
        String link = (delegatedAdmin ? asking : asking.with("delegated-admin", null))
                .asked()
                .link();
        if (nothingNew) {
            assertEquals(200, cast.of("customer-a-global").get(link).status());
        } else {
            assertEquals(
                    200, Accepting.accept(cast.of("customer-a-global"), link).status());
        }
    }

    private static State found() {
        return new State(
                rows.count("relationship", "still_open = 1") == 1
                        && rows.count("portfolio_entry", "state = 'active'") == 1,
                rows.count("delegated_admin_grant", "still_open = 1") == 1,
                rows.count("portfolio_entry", "attention = 'dap-removed'") == 1
                        && rows.count("portfolio_label", "label = 'no-access'") == 1,
                (int) rows.count("relationship"),
                (int) rows.count("delegated_admin_grant"));
    }
}
