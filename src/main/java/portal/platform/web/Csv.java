package portal.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import portal.platform.texts.Language;

/**
 * A file for spreadsheets, written row by row: UTF-8 with a mark by which they know it, the separator they expect in the
 * reader's language, and no cell they would take for a formula (OWASP, CSV injection).
 */
public final class Csv {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r\n";

    private final CsvWriter writer;

    /** A file in a language. */
    public Csv(OutputStream output, Language language) {
        OutputStreamWriter text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        try {
            text.write('\uFEFF');
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        writer = CsvWriter.builder().fieldSeparator(separator(language)).build(text);
    }

    /** Where the comma parts the decimals, spreadsheets part cells by semicolons. */
    private static char separator(Language language) {
        return language == Language.EN ? ',' : ';';
    }

    /** Writes one row. */
    public void row(List<String> cells) {
        writer.writeRecord(cells.stream().map(Csv::guarded).toList());
    }

    /** The same text, which a spreadsheet shows and does not compute. */
    static String guarded(String cell) {
        boolean formula = !cell.isEmpty() && STARTS_OF_FORMULAS.indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }

    /** Completes the file; not when writing it has failed, so that half a file does not look like a whole one. */
    public void end() {
        try {
            writer.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
