package portal.subscriptions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import portal.platform.database.Coded;

/** For how long a subscription runs until it renews by itself; told by the text {@code subscriptions.term.<code>}. */
public enum Term implements Coded {
    /** Until it is ended: what is billed by use. */
    NONE(0),
    MONTHLY(1),
    ANNUAL(12);

    private final int months;

    Term(int months) {
        this.months = months;
    }

    /**
     * The first end of a term after a moment, counted from the beginning, so that the last day of a month stays one.
     *
     * @return null when there is none
     */
    Instant nextRenewal(Instant began, Instant now) {
        if (months == 0) {
            return null;
        }
        ZonedDateTime first = began.atZone(ZoneOffset.UTC);
        int terms = 1;
        while (!first.plusMonths((long) terms * months).toInstant().isAfter(now)) {
            terms++;
        }
        return first.plusMonths((long) terms * months).toInstant();
    }
}
