package portal.platform.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A file from a spreadsheet, read row by row in constant memory: UTF-8 with or without the mark, cells parted by
 * semicolons or commas as the first line says; an opened quotation mark has to be closed. Bytes that are not UTF-8 become
 * {@link #UNREADABLE}.
 */
public final class CsvRows {
    /** Stands for bytes that mean no character. */
    public static final char UNREADABLE = '\uFFFD';

    private static final int LONGEST_FIRST_LINE = 8 * 1024;
    private static final int LONGEST_ROW = 256 * 1024;

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Iterator<CsvRecord> records;
    private final List<String> header;

    /**
     * One row.
     *
     * @param line of the file in which it begins
     * @param cells composed characters, without white space around them or lines inside
     */
    public record Row(long line, List<String> cells) {}

    private CsvRows(Iterator<CsvRecord> records) {
        this.records = records;
        this.header = read().map(Row::cells).orElse(List.of());
    }

    /** A file; who opened the stream closes it. */
    public static CsvRows of(InputStream file) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8), 64 * 1024);
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(separator(reader))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(reader)
                .iterator());
    }

    /** Reads the mark away, looks at the first line, and goes back to its beginning. */
    private static char separator(BufferedReader reader) {
        try {
            reader.mark(LONGEST_FIRST_LINE);
            if (reader.read() == '\uFEFF') {
                reader.mark(LONGEST_FIRST_LINE);
            } else {
                reader.reset();
            }
            char[] first = new char[LONGEST_FIRST_LINE - 1];
            int length = Math.max(0, reader.read(first));
            reader.reset();
            String line =
                    new String(first, 0, length).strip().lines().findFirst().orElse("");
            return line.indexOf(';') >= 0 ? ';' : ',';
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The cells of the first row; empty when the file is. */
    public List<String> header() {
        return header;
    }

    /**
     * Gives each further row.
     *
     * @return the line from which on the file could not be read; empty when all was
     */
    public OptionalLong each(Consumer<Row> reader) {
        long line = 1;
        try {
            while (records.hasNext()) {
                Row row = row(records.next());
                line = row.line();
                reader.accept(row);
            }
            return OptionalLong.empty();
        } catch (CsvParseException tooLong) {
            return OptionalLong.of(line + 1);
        }
    }

    private Optional<Row> read() {
        try {
            return Optional.of(row(records.next()));
        } catch (NoSuchElementException | CsvParseException nothing) {
            return Optional.empty();
        }
    }

    private static Row row(CsvRecord found) {
        return new Row(
                found.getStartingLineNumber(),
                found.getFields().stream().map(CsvRows::line).toList());
    }

    private static String line(String cell) {
        return WHITE_SPACE
                .matcher(Normalizer.normalize(cell, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }
}
