package portal.support;

import java.util.Arrays;
import portal.platform.database.Coded;

/** What the coverage board can be narrowed to; told by the text {@code support.filter.<code>}. */
public enum CoverageFilter implements Coded {
    ALL,
    /** The seller acts, because nobody else was designated. */
    SELLER,
    DESIGNATED,
    LOST,
    SUSPENDED,
    /** Of other sellers, where this partner was designated. */
    OURS;

    /** By its code; all for anything else. */
    static CoverageFilter of(String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }

    /** Whether the rows are found by the choice that was made, and not by the subscription. */
    boolean byChoice() {
        return this != ALL && this != SELLER;
    }

    /** Whether a row belongs here, as it was found. */
    boolean has(Supported row) {
        return switch (this) {
            case ALL -> true;
            case SELLER -> row.coverage() == Coverage.SELLER;
            case DESIGNATED -> row.coverage() == Coverage.DESIGNATED;
            case LOST -> row.coverage() == Coverage.LOST;
            case SUSPENDED -> row.coverage() == Coverage.SUSPENDED;
            case OURS -> row.contactId() != null;
        };
    }
}
