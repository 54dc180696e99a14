package portal.support;

import java.util.UUID;

/**
 * Many subscriptions whose contact is changed at once.
 *
 * @param contactId as confirmed; null for each one's seller, and while nothing is confirmed
 */
record CoverageChange(UUID id, UUID contactId, String agreementReference, String state) {
    /** Whether nothing was confirmed yet. */
    boolean open() {
        return state.equals("chosen");
    }

    /** Whether all of it was done. */
    boolean done() {
        return state.equals("done");
    }
}
