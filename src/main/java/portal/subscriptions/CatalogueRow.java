package portal.subscriptions;

import java.util.List;
import portal.platform.database.Coded;

/**
 * What loading one line of a catalogue file does.
 *
 * @param problem end of the text {@code catalogue.problem.…} of a line that is left out; else null
 * @param column the cell that needs another look; null where it is the whole line
 * @param value what stands in it
 * @param changes ends of the texts {@code catalogue.change.…}
 */
public record CatalogueRow(
        long number,
        String sku,
        String product,
        String offer,
        Result result,
        String problem,
        String column,
        String value,
        List<String> changes) {
    private static final int LONGEST = 80;

    /** What comes of it; in the order in which they are shown. */
    public enum Result implements Coded {
        LEFT_OUT,
        ADDED,
        CHANGED,
        SAME
    }

    static CatalogueRow of(CatalogueLine line, Result result, List<String> changes) {
        return new CatalogueRow(
                line.number(), line.sku(), line.product(), line.offer(), result, null, null, null, changes);
    }

    static CatalogueRow leftOut(CatalogueLine line, String column, String problem) {
        return new CatalogueRow(
                line.number(),
                shortened(line.sku()),
                shortened(line.product()),
                shortened(line.offer()),
                Result.LEFT_OUT,
                problem,
                column,
                column == null ? "" : shortened(line.cell(column)),
                List.of());
    }

    private static String shortened(String cell) {
        boolean fits = cell.codePointCount(0, cell.length()) <= LONGEST;
        return fits ? cell : cell.substring(0, cell.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
