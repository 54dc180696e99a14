package portal.enrolment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.platform.web.CsvRows;
import portal.platform.web.FormErrors;

/** Reads the cells of one row, as far as they can be judged by themselves. */
final class ImportLine {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PORTAL = 100;
    private static final int LONGEST_DOMAIN = 253;
    private static final Set<String> YES = Set.of("yes", "true", "1", "ano", "tak", "igen");
    private static final Set<String> NO = Set.of("no", "false", "0", "ne", "nie", "nem");

    private final Map<ImportColumn, Integer> places;
    private final int width;
    private final Set<String> countries;

    /** Rows with these columns; only these countries are known. */
    ImportLine(Map<ImportColumn, Integer> places, int width, Set<String> countries) {
        this.places = places;
        this.width = width;
        this.countries = countries;
    }

    /** The row: new as far as its cells tell, or bad. */
    ImportRow read(CsvRows.Row row) {
        if (row.cells().size() > width) {
            return ImportRow.bad(
                    row.line(),
                    ImportOutcome.TOO_MANY_CELLS,
                    null,
                    String.valueOf(row.cells().size()));
        }
        return problem(row).orElseGet(() -> good(row));
    }

    private String cell(CsvRows.Row row, ImportColumn column) {
        int place = places.get(column);
        return place < row.cells().size() ? row.cells().get(place) : "";
    }

    private Optional<ImportRow> problem(CsvRows.Row row) {
        for (ImportColumn column : ImportColumn.values()) {
            String cell = cell(row, column);
            ImportOutcome problem = problem(column, cell);
            if (problem != null) {
                return Optional.of(ImportRow.bad(row.line(), problem, column, cell));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a cell; null when nothing is. */
    private ImportOutcome problem(ImportColumn column, String cell) {
        if (cell.isEmpty()) {
            return column == ImportColumn.DOMAIN ? null : ImportOutcome.REQUIRED;
        }
        if (cell.indexOf(CsvRows.UNREADABLE) >= 0) {
            return ImportOutcome.UNREADABLE;
        }
        return switch (column) {
            case PARTNER_TENANT_ID, CUSTOMER_TENANT_ID -> id(cell) == null ? ImportOutcome.NOT_AN_ID : null;
            case PORTAL -> text(cell, LONGEST_PORTAL);
            case CUSTOMER_NAME -> text(cell, LONGEST_NAME);
            case DOMAIN -> domain(cell);
            case COUNTRY -> countries.contains(cell.toUpperCase(Locale.ROOT)) ? null : ImportOutcome.NOT_A_COUNTRY;
            case DAP -> YES.contains(word(cell)) || NO.contains(word(cell)) ? null : ImportOutcome.NOT_YES_OR_NO;
        };
    }

    private static ImportOutcome domain(String cell) {
        ImportOutcome problem = text(cell, LONGEST_DOMAIN);
        return problem == null && FormErrors.asciiHost(cell) == null ? ImportOutcome.NOT_A_DOMAIN : problem;
    }

    private static ImportOutcome text(String cell, int longest) {
        if (cell.codePointCount(0, cell.length()) > longest) {
            return ImportOutcome.TOO_LONG;
        }
        FormErrors errors = new FormErrors();
        return errors.required(cell, cell, longest) ? null : ImportOutcome.UNPRINTABLE;
    }

    private ImportRow good(CsvRows.Row row) {
        String domain = cell(row, ImportColumn.DOMAIN);
        return new ImportRow(
                row.line(),
                id(cell(row, ImportColumn.PARTNER_TENANT_ID)),
                cell(row, ImportColumn.PORTAL),
                id(cell(row, ImportColumn.CUSTOMER_TENANT_ID)),
                cell(row, ImportColumn.CUSTOMER_NAME),
                domain.isEmpty() ? null : FormErrors.asciiHost(domain),
                cell(row, ImportColumn.COUNTRY).toUpperCase(Locale.ROOT),
                YES.contains(word(cell(row, ImportColumn.DAP))),
                ImportOutcome.NEW,
                null,
                null);
    }

    private static String word(String cell) {
        return cell.toLowerCase(Locale.ROOT);
    }

    private static UUID id(String cell) {
        try {
            UUID id = UUID.fromString(cell);
            return id.toString().equalsIgnoreCase(cell) ? id : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
