package portal.enrolment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.texts.Texts;

/** Imports a file without looking at it first: what is good goes in, what is bad is told. */
public final class ImportCommand {
    /** Everything went in, or there was nothing new. */
    public static final int DONE = 0;

    /** Some rows were bad; the others went in. */
    public static final int SOME_BAD = 1;

    /** Not a file of this kind (sysexits.h). */
    public static final int NOT_A_LIST = 65;

    /** No such file (sysexits.h). */
    public static final int NO_FILE = 66;

    private static final int PAGE = 1000;

    private final Database database;
    private final Imports imports;
    private final Texts texts;
    private final PrintStream out;
    private final PrintStream err;

    /** Tells how it went to {@code out}, and bad rows to {@code err}. */
    public ImportCommand(Database database, Texts texts, PrintStream out, PrintStream err) {
        this.database = database;
        this.imports = new Imports(database, Clock.systemUTC());
        this.texts = texts;
        this.out = out;
        this.err = err;
    }

    /** Imports a file; gives the exit status. */
    public int run(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println(texts.text("imports.command.no-file", file.toString()));
            return NO_FILE;
        }
        UUID id = Ids.next();
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            Set<ImportColumn> missing =
                    imports.read(Optional.empty(), id, file.getFileName().toString(), content);
            if (!missing.isEmpty()) {
                String names = missing.stream().map(ImportColumn::code).collect(Collectors.joining(", "));
                err.println(texts.text("error.import.columns", names));
                return NOT_A_LIST;
            }
        } catch (IOException unreadable) {
            err.println(texts.text("imports.command.no-file", file.toString()));
            return NO_FILE;
        }
        tellBad(id);
        return finish(imports.find(id).orElseThrow());
    }

    private void tellBad(UUID id) {
        long line = -1;
        List<ImportRow> bad;
        do {
            long after = line;
            bad = database.read(ImportDao.class, dao -> dao.badAfter(id, after, PAGE));
            bad.forEach(
                    row -> err.println(texts.text("imports.command.bad", String.valueOf(row.line()), row.told(texts))));
            line = bad.isEmpty() ? line : bad.get(bad.size() - 1).line();
        } while (bad.size() == PAGE);
    }

    private int finish(Import read) {
        if (read.news()) {
            imports.confirm(Optional.empty(), read);
            imports.apply(read.id(), () -> true);
        } else {
            imports.remove(read.id());
        }
        out.println(texts.text(
                read.news() ? "imports.command.done" : "imports.command.nothing-new",
                read.rows(),
                read.newRows(),
                read.waitingRows(),
                read.knownRows(),
                read.badRows()));
        return read.badRows() > 0 ? SOME_BAD : DONE;
    }
}
