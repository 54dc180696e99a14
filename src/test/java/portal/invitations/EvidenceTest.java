package portal.invitations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.testing.TestApp;

class EvidenceTest {
    private static final int MANY = 100;

    private static TestApp app;
    private static List<Acceptances.Outcome> outcomes;

    @BeforeAll
    static void hundredCustomersAcceptAtOnce() {
        app = TestApp.start(Map.of("DB_CONNECTIONS", String.valueOf(MANY + 10)));
        outcomes = new ManyAcceptances(app).press(MANY);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void acceptancesAtOnceGetNumbersWithoutAGapAndAnIntactChain() {
        assertEquals(
                MANY, outcomes.stream().filter(Acceptances.Outcome.DONE::equals).count());
        List<Integer> numbers = app.database()
                .read(handle -> handle.createQuery("select number from acceptance_evidence order by number")
                        .mapTo(Integer.class)
                        .list());
        assertEquals(MANY, numbers.size());
        assertEquals(1, numbers.get(0));
        assertEquals(MANY, numbers.get(MANY - 1));
        EvidenceCheck.Result result = EvidenceCheck.of(app.database());
        assertTrue(result.intact(), () -> String.join("\n", result.lines()));
        assertEquals(MANY, result.chains().get(0).intact());
    }

    @Test
    void everyColumnThatIsChangedIsFound() {
        List<String> columns = List.of(
                "name = concat(name, ' ')",
                "email = null",
                "roles = 'helpdesk-agent'",
                "accepted_at = accepted_at + interval 1 microsecond",
                "ip = '10.0.0.1'",
                "user_agent = 'x'",
                "request_id = 'x'",
                "issuer = 'x'",
                "subject = 'x'",
                "tenant_id = uuid()",
                "customer_id = uuid()",
                "person_id = uuid()",
                "agreement_version = '2020'",
                "agreement_language = 'cs'",
                "agreement_digest = repeat('x', 32)",
                "agreement_id = uuid()",
                "rights = replace(rights, 'true', 'false')",
                "sheet_digest = repeat('x', 32)",
                "previous_digest = repeat('x', 32)",
                "digest = repeat('x', 32)");
        for (String change : columns) {
            assertEquals(41, intactAfter("update acceptance_evidence set " + change + " where number = 42"), change);
        }
    }

    @Test
    void aRowThatIsRemovedOrMovedIsFound() {
        assertEquals(41, intactAfter("delete from acceptance_evidence where number = 42"));
        assertEquals(99, intactAfter("delete from acceptance_evidence where number = 100"));
        assertEquals(0, intactAfter("delete from acceptance_evidence where number = 1"));
        assertEquals(
                9,
                intactAfter("update acceptance_evidence set number = case number when 10 then 1011 else 1010 end"
                        + " where number in (10, 11)"));
        assertEquals(49, intactAfter("update acceptance_evidence set partner_id = null where number = 50"));
    }

    @Test
    void anAgreementTextThatIsChangedIsFound() {
        assertEquals(0, intactAfter("update agreement_text set body = concat(body, '.') where language = 'en'"));
        assertEquals(100, intactAfter("update agreement_text set body = concat(body, '.') where language = 'pl'"));
    }

    @Test
    void aHeadThatDoesNotAgreeIsFound() {
        assertFalse(checkedAfter("update evidence_chain set digest = repeat('x', 32)")
                .intact());
        assertFalse(checkedAfter("update evidence_chain set number = 99").intact());
        assertFalse(checkedAfter("delete from evidence_chain").intact());
    }

    @Test
    void theCommandEndsWithAStatus() throws IOException, InterruptedException {
        assertEquals(0, verify().waitFor());
        app.database().write(handle -> handle.execute("update evidence_chain set digest = repeat('y', 32)"));
        Process broken = verify();
        String said = new String(broken.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, broken.waitFor(), said);
        assertTrue(said.contains("BROKEN: the head of the chain does not agree with row 100"), said);
        app.database()
                .write(handle -> handle.execute("update evidence_chain set digest ="
                        + " (select digest from acceptance_evidence where number = 100)"));
    }

    private static Process verify() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), "portal.Main", "verify-evidence");
        Map<String, String> environment = command.environment();
        environment.putAll(app.settings());
        return command.redirectErrorStream(true).start();
    }

    private static int intactAfter(String statement) {
        EvidenceCheck.Chain chain = checkedAfter(statement).chains().get(0);
        assertTrue(chain.intact() == MANY || chain.fault() != null, statement);
        return chain.intact();
    }

    /** What is found after a statement, which is then undone. */
    private static EvidenceCheck.Result checkedAfter(String statement) {
        List<String> tables = List.of("acceptance_evidence", "evidence_chain", "agreement_text");
        app.database().write(handle -> {
            tables.forEach(table -> handle.execute("create table copy_" + table + " as select * from " + table));
            return handle.execute(statement);
        });
        try {
            return EvidenceCheck.of(app.database());
        } finally {
            app.database().write(handle -> {
                handle.execute("set foreign_key_checks = 0");
                for (String table : tables) {
                    handle.execute("delete from " + table);
                    handle.execute("insert into " + table + " select * from copy_" + table);
                    handle.execute("drop table copy_" + table);
                }
                return handle.execute("set foreign_key_checks = 1");
            });
        }
    }
}
