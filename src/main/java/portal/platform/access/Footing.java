package portal.platform.access;

import java.util.EnumSet;
import java.util.Set;
import portal.platform.database.Coded;

/**
 * What a partner stands on with one customer, beside the open relationship.
 *
 * @param capacity of the row: what is offered follows it, not the partner
 * @param delegatedAdmin whether delegated admin privileges are granted
 * @param agreementAccepted whether the customer has accepted the customer agreement
 * @param globalAdmin whether the privileges make the partner's Admin agents Global administrators
 * @param helpdeskAdmin whether they make its Helpdesk agents Helpdesk administrators
 */
public record Footing(
        Capacity capacity,
        boolean delegatedAdmin,
        boolean agreementAccepted,
        boolean globalAdmin,
        boolean helpdeskAdmin) {
    private static final Set<Role> ADMINS = EnumSet.of(Role.GLOBAL_ADMIN, Role.ADMIN_AGENT);

    /** Where the privileges make both kinds of agents what they are by default. */
    public Footing(Capacity capacity, boolean delegatedAdmin, boolean agreementAccepted) {
        this(capacity, delegatedAdmin, agreementAccepted, delegatedAdmin, delegatedAdmin);
    }

    /** What an action may need; the text {@code access.missing.<code>} says what is missing and who can give it. */
    public enum Need implements Coded {
        SELLER,
        AGREEMENT,
        DELEGATED_ADMIN,
        /** The customer may have taken the role from those agents the visitor is one of. */
        ASSIGNED_ROLE
    }

    boolean has(Need need, Visitor visitor) {
        return switch (need) {
            case SELLER -> capacity != Capacity.INDIRECT_RESELLER;
            case AGREEMENT -> agreementAccepted;
            case DELEGATED_ADMIN -> delegatedAdmin;
            case ASSIGNED_ROLE ->
                (globalAdmin && visitor.isAny(ADMINS)) || (helpdeskAdmin && visitor.is(Role.HELPDESK_AGENT));
        };
    }
}
