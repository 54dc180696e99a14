package portal.subscriptions;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import portal.platform.web.CsvRows;

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
        CsvRows rows = CsvRows.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> heading = rows.header().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
        if (text.isBlank()) {
            return new Reading(null, Unreadable.EMPTY);
        }
        if (!heading.containsAll(COLUMNS)) {
            return new Reading(null, Unreadable.COLUMNS);
        }
        List<CatalogueLine> lines = new ArrayList<>();
        OptionalLong torn = rows.each(row -> lines.add(new CatalogueLine(row.line(), cells(heading, row.cells()))));
        if (torn.isPresent()) {
            return new Reading(null, Unreadable.TORN);
        }
        if (lines.isEmpty()) {
            return new Reading(null, Unreadable.EMPTY);
        }
        return lines.size() > MOST_LINES
                ? new Reading(null, Unreadable.TOO_LONG)
                : new Reading(new CatalogueFile(lines), null);
    }

    private static Map<String, String> cells(List<String> heading, List<String> fields) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(heading.size(), fields.size()); i++) {
            cells.putIfAbsent(heading.get(i), fields.get(i));
        }
        return cells;
    }
}
