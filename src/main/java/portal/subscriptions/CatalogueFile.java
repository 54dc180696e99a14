package portal.subscriptions;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A catalogue as text: a heading, and one line per offer, parted by commas or semicolons. */
record CatalogueFile(List<CatalogueLine> lines) {
    /** Columns it has to have, in any order; others are left alone. */
    static final List<String> COLUMNS =
            List.of("sku", "product", "kind", "offer", "term", "billing", "least-seats", "most-seats", "available");

    static final int MOST_BYTES = 1_000_000;
    static final int MOST_LINES = 5_000;

    /** Why a file cannot be read at all; the constant's code ends the text {@code error.catalogue.…}. */
    enum Unreadable implements portal.platform.database.Coded {
        MISSING,
        TOO_LARGE,
        ENCODING,
        COLUMNS,
        TORN,
        EMPTY,
        TOO_LONG
    }

    /** A file, or why it cannot be read. */
    record Reading(CatalogueFile file, Unreadable unreadable) {}

    /** The text of a file's bytes; null when they are not UTF-8 or hold what no text has. */
    static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? null : text.replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    static Reading read(String text) {
        List<CsvRecord> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(records::add);
        } catch (CsvParseException torn) {
            return new Reading(null, Unreadable.TORN);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return read(records);
    }

    private static Reading read(List<CsvRecord> records) {
        if (records.isEmpty()) {
            return new Reading(null, Unreadable.EMPTY);
        }
        List<String> heading = records.get(0).getFields().stream()
                .map(title -> title.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!heading.containsAll(COLUMNS)) {
            return new Reading(null, Unreadable.COLUMNS);
        }
        if (records.size() == 1) {
            return new Reading(null, Unreadable.EMPTY);
        }
        if (records.size() - 1 > MOST_LINES) {
            return new Reading(null, Unreadable.TOO_LONG);
        }
        List<CatalogueLine> lines = records.stream()
                .skip(1)
                .map(row -> new CatalogueLine(row.getStartingLineNumber(), cells(heading, row.getFields())))
                .toList();
        return new Reading(new CatalogueFile(lines), null);
    }

    /** Spreadsheets write what their language's lists are parted by. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
    }

    private static Map<String, String> cells(List<String> heading, List<String> fields) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(heading.size(), fields.size()); i++) {
            String cell = Normalizer.normalize(fields.get(i), Normalizer.Form.NFC);
            cells.putIfAbsent(heading.get(i), cell.strip());
        }
        return cells;
    }
}
