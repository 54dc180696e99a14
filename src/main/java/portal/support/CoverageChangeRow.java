package portal.support;

import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/**
 * One subscription of a change of many.
 *
 * @param previousId who it was when it was chosen; null for the seller
 * @param contactId who it is now
 * @param version of the subscription when it was chosen
 * @param presentVersion of the subscription now
 * @param outcome what became of it; null when nothing was done yet
 * @param eligibility of the one it shall be
 */
public record CoverageChangeRow(
        int number,
        UUID subscriptionId,
        String productName,
        String nickname,
        String customerName,
        UUID sellerId,
        UUID previousId,
        String previousName,
        UUID contactId,
        String nextName,
        int version,
        int presentVersion,
        boolean ended,
        ChoiceOutcome outcome,
        @Nested Eligibility eligibility) {

    /**
     * What became of it, or would.
     *
     * @param wanted the contact it shall have; null for the seller
     */
    public ChoiceOutcome outcome(UUID wanted) {
        if (outcome != null) {
            return outcome;
        }
        if (ended) {
            return ChoiceOutcome.GONE;
        }
        if (Objects.equals(contactId, seller(wanted) ? null : wanted)) {
            return ChoiceOutcome.UNCHANGED;
        }
        if (version != presentVersion) {
            return ChoiceOutcome.STALE;
        }
        return eligibility.holds() ? ChoiceOutcome.DONE : ChoiceOutcome.NOT_ELIGIBLE;
    }

    boolean seller(UUID wanted) {
        return wanted == null || wanted.equals(sellerId);
    }

    /** Product and nickname in one line. */
    public String label() {
        return nickname == null ? productName : productName + " – " + nickname;
    }
}
