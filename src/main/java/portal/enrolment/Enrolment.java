package portal.enrolment;

import java.time.Instant;
import java.util.UUID;

/**
 * How a partner stands with the operator.
 *
 * @param submittedBy who enrolled it; null when it was there before
 * @param version counts what was sent and decided, so that whoever decides on an older state is told
 */
public record Enrolment(UUID organizationId, EnrolmentState state, UUID submittedBy, Instant submittedAt, int version) {
    /** Whether the partner may still correct what it sent. */
    public boolean correctable() {
        return state == EnrolmentState.PENDING || state == EnrolmentState.DECLINED;
    }
}
