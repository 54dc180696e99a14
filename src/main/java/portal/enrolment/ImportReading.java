package portal.enrolment;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import portal.platform.database.Database;
import portal.platform.web.CsvRows;

/** Reads a file into rows, a thousand in each transaction, without ever holding more of it. */
final class ImportReading {
    private static final int BATCH = 1000;

    private final Database database;
    private final Map<String, String> regions;
    private final CsvRows file;
    private final Set<ImportColumn> missing = EnumSet.allOf(ImportColumn.class);
    private final Map<ImportColumn, Integer> places;
    private final List<ImportRow> batch = new ArrayList<>();

    /** A file that begins with the names of its columns. */
    ImportReading(Database database, InputStream stream) {
        this.database = database;
        regions = database.read(ImportCheckDao.class, ImportCheckDao::regions);
        file = CsvRows.of(stream);
        places = ImportColumn.places(file.header());
        missing.removeAll(places.keySet());
    }

    /** Columns the file does not have; without all of them it cannot be read. */
    Set<ImportColumn> missing() {
        return missing;
    }

    /** Keeps all rows; when it is cut off, the import stays as being read. */
    void into(UUID id) {
        ImportLine line = new ImportLine(places, file.header().size(), regions.keySet());
        OptionalLong broken = file.each(row -> {
            batch.add(line.read(row));
            if (batch.size() == BATCH) {
                flush(id);
            }
        });
        broken.ifPresent(at -> batch.add(ImportRow.bad(at, ImportOutcome.BROKEN, null, null)));
        flush(id);
        database.write(handle -> handle.attach(ImportDao.class).ready(id));
    }

    private void flush(UUID id) {
        if (batch.isEmpty()) {
            return;
        }
        database.write(handle -> {
            List<ImportRow> judged = ImportChecks.judge(handle, id, regions, batch);
            ImportDao dao = handle.attach(ImportDao.class);
            int counted = dao.count(
                    id,
                    count(judged, Set.of(ImportOutcome.NEW)),
                    count(judged, Set.of(ImportOutcome.WAITS, ImportOutcome.WAITS_CAPACITY)),
                    count(judged, Set.of(ImportOutcome.KNOWN)),
                    judged.stream().filter(ImportRow::bad).count());
            if (counted == 1) {
                dao.insertRows(id, judged);
            }
            return null;
        });
        batch.clear();
    }

    private static long count(List<ImportRow> rows, Set<ImportOutcome> outcomes) {
        return rows.stream().filter(row -> outcomes.contains(row.outcome())).count();
    }
}
