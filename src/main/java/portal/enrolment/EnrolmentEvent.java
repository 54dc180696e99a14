package portal.enrolment;

import java.time.Instant;
import portal.platform.database.Coded;

/**
 * Something that happened to an enrolment.
 *
 * @param person name of who did it
 * @param reason null when none was given
 */
public record EnrolmentEvent(Kind kind, String person, String reason, Instant happenedAt) {
    /** What happened; told by the text {@code enrolment.event.<code>}. */
    public enum Kind implements Coded {
        SUBMITTED,
        CORRECTED,
        APPROVED,
        DECLINED,
        SUSPENDED,
        RESUMED
    }
}
