package portal.enrolment;

import java.util.UUID;
import portal.platform.texts.Texts;

/**
 * One row of an imported file, with what comes of it.
 *
 * @param partnerId tenant id; null when the cell is none, as is customerId; the other cells are null when they are wrong
 * @param domain as DNS knows it; null for none
 * @param field code of the column that is wrong; null for none
 * @param value what stands there, shortened; or what helps to find it
 */
public record ImportRow(
        long line,
        UUID partnerId,
        String portal,
        UUID customerId,
        String name,
        String domain,
        String country,
        boolean delegatedAdmin,
        ImportOutcome outcome,
        String field,
        String value) {
    private static final int LONGEST_VALUE = 100;

    /** A row of which nothing can be used. */
    static ImportRow bad(long line, ImportOutcome outcome, ImportColumn column, String value) {
        return new ImportRow(
                line,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                outcome,
                column == null ? null : column.code(),
                shown(value));
    }

    /** The same row with another outcome. */
    ImportRow with(ImportOutcome other, ImportColumn column, String text) {
        return new ImportRow(
                line,
                partnerId,
                portal,
                customerId,
                name,
                domain,
                country,
                delegatedAdmin,
                other,
                column == null ? null : column.code(),
                shown(text));
    }

    /** The same row with an outcome that needs no explanation. */
    ImportRow with(ImportOutcome other) {
        return with(other, null, null);
    }

    /** Whether the row is left out. */
    public boolean bad() {
        return outcome.bad();
    }

    /** What comes of it, in the reader's words. */
    public String told(Texts texts) {
        String column = field == null ? "" : texts.text("imports.column." + field);
        return texts.text("imports.outcome." + outcome.code(), column, value == null ? "" : value);
    }

    /** Partner and customer: at most one good row of a file has both. */
    Pair pair() {
        return new Pair(partnerId, customerId);
    }

    /** Who serves whom. */
    record Pair(UUID partnerId, UUID customerId) {}

    /** What of a wrong cell may stand in a message. */
    private static String shown(String value) {
        if (value == null) {
            return null;
        }
        String visible = value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\uFFFE\\uFFFF]", "\uFFFD");
        return visible.codePointCount(0, visible.length()) <= LONGEST_VALUE
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_VALUE - 1)) + "…";
    }
}
