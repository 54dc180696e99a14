package portal.platform.access;

import portal.platform.database.Coded;

/**
 * What a partner stands on with one customer, beside the open relationship.
 *
 * @param capacity of the row: what is offered follows it, not the partner
 * @param delegatedAdmin whether delegated admin privileges are granted
 * @param agreementAccepted whether the customer has accepted the customer agreement
 */
public record Footing(Capacity capacity, boolean delegatedAdmin, boolean agreementAccepted) {
    /** What an action may need; the text {@code access.missing.<code>} says what is missing and who can give it. */
    public enum Need implements Coded {
        SELLER,
        AGREEMENT,
        DELEGATED_ADMIN
    }

    boolean has(Need need) {
        return switch (need) {
            case SELLER -> capacity != Capacity.INDIRECT_RESELLER;
            case AGREEMENT -> agreementAccepted;
            case DELEGATED_ADMIN -> delegatedAdmin;
        };
    }
}
