package portal.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portal.demo.DemoPeople;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.testing.Importing;
import portal.testing.Rows;
import portal.testing.TestApp;

class ImportCommandTest {
    private static TestApp app;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        app = TestApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private record Run(int status, String out, String err) {}

    private static Run run(Path file, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new ImportCommand(
                        app.database(),
                        Texts.in(language),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(file);
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("customers.csv"), Importing.COLUMNS + "\n" + String.join("\n", rows));
    }

    @Test
    void fileThatIsNoneIsTold() throws IOException {
        assertEquals(66, run(folder.resolve("nowhere.csv"), Language.EN).status());
        assertEquals(66, run(folder, Language.EN).status());
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "name\nA\n");
        Run refused = run(wrong, Language.PL);
        assertEquals(65, refused.status());
        assertTrue(refused.err().startsWith("Pierwszy wiersz"), refused.err());
    }

    @Test
    void goodRowsGoInBadOnesAreToldAndTheSecondTimeThereIsNothingNew() throws IOException {
        UUID reseller = DemoPeople.person("reseller-admin").tenant();
        String good = Importing.row(reseller, UUID.randomUUID(), "Sklárna", "sklarna.example", "CZ", "yes");
        Run first = run(file(good, good), Language.CS);
        assertEquals(1, first.status());
        assertEquals("Řádek 3: Stejný partner i zákazník jako na řádku 2\n", first.err());
        assertTrue(first.out().startsWith("Importováno. Řádky: 2; do seznamů: 1;"), first.out());
        assertEquals(1, Rows.of(app).count("portfolio_entry", "name = 'Sklárna' and dap = 'granted'"));
        Run second = run(file(good), Language.EN);
        assertEquals(0, second.status());
        assertTrue(second.out().startsWith("Nothing new. Rows: 1;"), second.out());
        assertEquals("", second.err());
        assertEquals(1, Rows.of(app).count("relationship"));
    }
}
