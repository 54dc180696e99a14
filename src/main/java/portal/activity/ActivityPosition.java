package portal.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a row stands in the log, as addresses say it: its time and its id, so that nothing has to be looked up. */
record ActivityPosition(Instant happenedAt, UUID id) {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,17})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static ActivityPosition of(ActivityPages.Row row) {
        return new ActivityPosition(row.happenedAt(), row.id());
    }

    /** By what an address says; empty when it says something else. */
    static Optional<ActivityPosition> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new ActivityPosition(
                        Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
                        UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, happenedAt) + "." + id;
    }
}
