package portal.enrolment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One line of the operator's list.
 *
 * @param capacities codes joined by commas
 */
public record EnrolmentRow(
        UUID id,
        EnrolmentState state,
        String legalName,
        String country,
        String mpnId,
        Instant submittedAt,
        String capacities) {
    /** In which capacities the partner acts, by code. */
    public List<String> capacityCodes() {
        return capacities == null
                ? List.of()
                : Arrays.stream(capacities.split(",")).sorted().toList();
    }
}
