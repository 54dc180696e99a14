package portal.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import portal.platform.texts.Language;
import portal.testing.TestApp;

class AgreementLanguageTest {
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** All on one connection, whose prepared statement remembers what it was optimized for. */
    @Test
    void everybodyReadsTheAgreementInTheirLanguageWhoeverReadItBefore() {
        List<Language> readers = List.of(Language.EN, Language.HU, Language.EN, Language.PL, Language.CS, Language.HU);

        List<String> shown = app.database().read(handle -> readers.stream()
                .map(reader ->
                        Agreements.current(handle, "CZ", reader, Instant.now()).language())
                .toList());

        assertEquals(readers.stream().map(Language::code).toList(), shown);
    }
}
