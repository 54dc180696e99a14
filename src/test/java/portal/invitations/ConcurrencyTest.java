package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople;
import portal.platform.database.Ids;
import portal.testing.Accepting;
import portal.testing.Answer;
import portal.testing.Asking;
import portal.testing.Cast;
import portal.testing.Client;
import portal.testing.Crowd;
import portal.testing.Rows;
import portal.testing.TestApp;
import portal.testing.Waiting;

/** Many at the same moment, on two nodes: one wins, the others are told calmly, and nothing is half done. */
class ConcurrencyTest {
    private static final int MANY = 100;
    private static final String COLLEAGUE = "customer-a-second";
    private static TestApp first;
    private static TestApp second;
    private static Cast cast;
    private static Cast castOfSecond;
    private static Rows rows;

    @BeforeAll
    static void start() {
        DemoPeople.Person known = DemoPeople.person("customer-a-global");
        TestApp.provider()
                .add(new DemoPeople.Person(
                        COLLEAGUE,
                        UUID.randomUUID().toString(),
                        known.tenant(),
                        "Ludmila Řezníčková",
                        "ludmila@jizerske-sklo.example",
                        null,
                        List.of("GlobalAdmin")));
        first = TestApp.start().withoutJobs();
        second = first.secondNode();
        cast = new Cast(first);
        castOfSecond = new Cast(second);
        rows = Rows.of(first);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void startAgain() {
        rows.startAgain();
    }

    /** Administrators of customer A, in turn: two people, each at both nodes. */
    private static Client administrator(int number) {
        String person = number % 2 == 0 ? "customer-a-global" : COLLEAGUE;
        return (number / 2 % 2 == 0 ? cast : castOfSecond).of(person);
    }

    private static String path(Asking.Asked asked) {
        return URI.create(asked.link()).getPath();
    }

    /** The fields of the acceptance, for each of the four browsers. */
    private static List<Map<String, String>> acceptances(Asking.Asked asked) {
        return List.of(0, 1, 2, 3).stream()
                .map(number -> {
                    Map<String, String> fields = Accepting.fields(administrator(number), path(asked));
                    fields.put("csrf", administrator(number).token());
                    return fields;
                })
                .toList();
    }

    @Test
    void oneOfAHundredAcceptancesWinsAndTheOthersSeeACalmPage() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        List<Map<String, String>> fields = acceptances(asked);
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            crowd.with(() -> administrator(number).post(path(asked) + "/acceptance", fields.get(number % 4)));
        }

        List<Answer> answers = crowd.go();

        assertTrue(
                answers.stream().allMatch(answer -> answer.status() == 303 || answer.status() == 200),
                () -> statuses(answers));
        acceptedOnce();
        assertEquals(1, rows.count("invitation_event", "kind = 'seen'"));
        for (int number = 0; number < 4; number++) {
            Answer page = administrator(number).get(path(asked));
            assertEquals(200, page.status());
            assertTrue(page.page().text().contains("accepted"));
        }
    }

    private static String statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList().toString();
    }

    private static void acceptedOnce() {
        assertEquals(1, rows.count("relationship"));
        assertEquals(1, rows.count("delegated_admin_grant"));
        assertEquals(1, rows.count("acceptance_evidence"));
        assertEquals(1, rows.count("agreement_acceptance"));
        assertEquals(1, rows.count("portfolio_entry", "state = 'active'"));
        assertEquals(1, rows.count("portfolio_entry"));
        assertEquals(1, rows.count("invitation_event", "kind = 'accepted'"));
        assertEquals(
                1,
                rows.count(
                        "activity_entry",
                        "action = 'relationship-began' and organization_id = '7e4a47c0-0000-4000-8000-000000000001'"));
        assertEquals(1, rows.count("outbox_mail", "kind = 'accepted'"));
        assertEquals(1, rows.count("outbox_mail", "kind = 'accepted-by-you'"));
        assertEquals(2, rows.count("outbox_mail"));
    }

    @RepeatedTest(8)
    void ofAcceptDeclineRevokeAndRenewAtOnceTheOutcomeIsOne() {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        List<Map<String, String>> fields = acceptances(asked);
        cast.of("direct-admin").open("/");
        castOfSecond.of("direct-admin").open("/");
        Map<String, String> decline =
                new HashMap<>(Map.of("reason", "No", "csrf", administrator(1).token()));
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            crowd.with(() -> administrator(number).post(path(asked) + "/acceptance", fields.get(number)));
            crowd.with(() -> administrator(1).post(path(asked) + "/decline", decline));
            crowd.with(() -> castOfSecond.of("direct-admin").post(asked.path() + "/revocation", Map.of()));
            crowd.with(() -> cast.of("direct-admin").post(asked.path() + "/renewal", Map.of()));
        }

        List<Answer> answers = crowd.go();

        assertTrue(answers.stream().allMatch(answer -> answer.status() < 500), () -> statuses(answers));
        String state = rows.text("select state from invitation");
        long ends = rows.count("invitation_event", "kind in ('accepted', 'declined', 'revoked')");
        long renewals = rows.count("invitation_event", "kind = 'resent'");
        assertEquals(state.equals("open") ? 0 : 1, ends);
        switch (state) {
            case "accepted" -> {
                acceptedOnce();
                assertEquals(0, renewals, "the link that was accepted was not dead");
            }
            case "declined" -> {
                assertEquals(1, rows.count("outbox_mail"));
                assertEquals(1, rows.count("portfolio_entry", "state = 'invited' and attention = 'declined'"));
                assertEquals(0, renewals, "the link that was declined was not dead");
                assertNothingBegan();
            }
            case "revoked" -> {
                assertEquals(0, rows.count("portfolio_entry"));
                assertNothingBegan();
            }
            default -> {
                assertEquals("open", state);
                assertEquals(1, rows.count("portfolio_entry", "state = 'invited' and attention is null"));
                assertNothingBegan();
            }
        }
        assertEquals(state.equals("open") ? 1 : 0, rows.count("invitation_party", "closed_at is null"));
    }

    @Test
    void acceptanceThatWaitedForARenewalFindsItsLinkDead() throws SQLException, InterruptedException {
        Asking.Asked asked = Asking.by(cast.of("direct-admin")).asked();
        Map<String, String> fields = acceptances(asked).get(0);
        Thread acceptance = new Thread(() -> administrator(0).post(path(asked) + "/acceptance", fields));
        try (Connection renewal = first.database().dataSource().getConnection();
                Statement statement = renewal.createStatement()) {
            renewal.setAutoCommit(false);
            statement.execute("update invitation set version = version + 1");
            statement.execute("update invitation_link set dead_at = utc_timestamp(6)");
            acceptance.start();
            Waiting.until("the acceptance waits for the row", ConcurrencyTest::somebodyWaits);
            renewal.commit();
        }
        acceptance.join();
        assertEquals("open", rows.text("select state from invitation"));
        assertNothingBegan();
    }

    /** The server refreshes this table only when nobody has looked for a tenth of a second. */
    private static boolean somebodyWaits() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        return rows.count("information_schema.innodb_trx", "trx_state = 'LOCK WAIT'") > 0;
    }

    private static void assertNothingBegan() {
        for (String table :
                List.of("relationship", "delegated_admin_grant", "acceptance_evidence", "agreement_acceptance")) {
            assertEquals(0, rows.count(table), table);
        }
    }

    @RepeatedTest(4)
    void twoInvitationsOfOnePartnerAcceptedAtOnceMakeOneRelationship() {
        Asking.Asked one = Asking.by(cast.of("direct-admin")).asked();
        Asking.Asked two = Asking.by(cast.of("direct-global")).asked();
        List<Answer> answers = acceptBoth(one, two);

        assertTrue(answers.stream().allMatch(answer -> answer.status() < 500), () -> statuses(answers));
        assertEquals(1, rows.count("relationship"));
        assertEquals(1, rows.count("delegated_admin_grant"));
        assertEquals(1, rows.count("agreement_acceptance"));
        assertEquals(1, rows.count("portfolio_entry", "state = 'active'"));
        assertEquals(rows.count("invitation", "state = 'accepted'"), rows.count("acceptance_evidence"));
        assertEquals(1, rows.count("activity_entry", "action = 'agreement-accepted'"));
    }

    @RepeatedTest(4)
    void requestsOfTwoPartnersAcceptedAtOnceBothStandAndTheAgreementOnce() {
        Asking.Asked one = Asking.by(cast.of("direct-admin")).asked();
        Asking.Asked two = Asking.by(cast.of("reseller-admin")).asked();
        List<Answer> answers = acceptBoth(one, two);

        assertTrue(answers.stream().allMatch(answer -> answer.status() < 400), () -> statuses(answers));
        assertEquals(2, rows.count("relationship"));
        assertEquals(2, rows.count("delegated_admin_grant"));
        assertEquals(2, rows.count("acceptance_evidence"));
        assertEquals(1, rows.count("agreement_acceptance"));
    }

    private static List<Answer> acceptBoth(Asking.Asked one, Asking.Asked two) {
        List<Map<String, String>> first = acceptances(one);
        List<Map<String, String>> other = acceptances(two);
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            crowd.with(() -> administrator(number).post(path(one) + "/acceptance", first.get(number)));
            crowd.with(() -> administrator(number + 1).post(path(two) + "/acceptance", other.get((number + 1) % 4)));
        }
        return crowd.go();
    }

    @Test
    void oneFormSentByManyAtOnceMakesOneInvitation() {
        Client here = cast.of("direct-admin");
        Client there = castOfSecond.of("direct-admin");
        here.open("/");
        there.open("/");
        String id = Ids.next().toString();
        Crowd<Answer> crowd = new Crowd<>();
        for (int i = 0; i < 20; i++) {
            Client client = i % 2 == 0 ? here : there;
            crowd.with(() -> Asking.by(client).with("id", id).send());
        }
        List<Answer> answers = crowd.go();
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303), () -> statuses(answers));
        assertEquals(1, rows.count("invitation"));
        assertEquals(1, rows.count("invitation_link"));
        assertEquals(1, rows.count("portfolio_entry"));
        assertEquals(1, rows.count("activity_entry"));
    }

    @Test
    void twoColleaguesOfANewCompanyDescribeItOnce() {
        String name = "customer-c-second";
        DemoPeople.Person known = DemoPeople.person("customer-c-global");
        TestApp.provider()
                .add(new DemoPeople.Person(
                        name,
                        UUID.randomUUID().toString(),
                        known.tenant(),
                        "Őry Béla",
                        "bela.ory@balatoni-vitorlas.example",
                        null,
                        List.of("GlobalAdmin")));
        Asking.Asked asked =
                Asking.by(cast.of("direct-admin")).with("domain", "").asked();
        Crowd<Answer> crowd = new Crowd<>();
        for (String person : List.of("customer-c-global", name)) {
            Client client = cast.of(person);
            client.open(asked.link());
            for (int i = 0; i < 5; i++) {
                crowd.with(() -> client.post(
                        path(asked) + "/company",
                        Map.of(
                                "company",
                                "Balatoni",
                                "address-line1",
                                "Kikötő 1.",
                                "city",
                                "Siófok",
                                "country",
                                "HU")));
            }
        }
        List<Answer> answers = crowd.go();
        assertTrue(answers.stream().allMatch(answer -> answer.status() == 303), () -> statuses(answers));
        assertEquals(1, rows.count("organization", "city = 'Siófok'"));
        assertEquals(1, rows.count("activity_entry", "action = 'customer-registered'"));
    }
}
