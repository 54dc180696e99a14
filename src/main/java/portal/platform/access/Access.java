package portal.platform.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import portal.platform.database.Coded;

/**
 * Who may do what: the one table behind every route, and behind every button that is shown disabled with its reason.
 * Rows are product rules; a new action is a new constant.
 */
public enum Access implements Coded {
    /** Signed in or not. */
    ANYONE(null),
    /** Any signed-in person, also of an unknown tenant; the page itself tells apart who may press what. */
    SIGNED_IN(null),
    /** Of a tenant the portal does not know, or a partner that waits for the operator. */
    ENROL(null, Role.GLOBAL_ADMIN),
    SEE_CUSTOMERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    EXPORT_CUSTOMERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    REQUEST_RELATIONSHIP(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** What a suspended partner may do too: it keeps managing. */
    MANAGE_INVITATIONS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    EDIT_TEMPLATES(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN),
    SEE_ACTIVITY(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    ANSWER_INVITATION(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN),
    ACCEPT_AGREEMENT(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN),
    /** Both sides of an acceptance: a customer's Global admin, and everybody of a partner who sees customers. */
    SEE_RECEIPTS(null, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    EDIT_ORGANIZATION(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN),
    SEE_PROVIDERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    SEE_RESELLERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    EXPORT_PROVIDERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    EXPORT_RESELLERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** One partnership, from either side. */
    SEE_PARTNERSHIPS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    MANAGE_PARTNERSHIPS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN),
    INVITE_JOINTLY(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    LABEL_CUSTOMERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    WRITE_NOTES(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    EDIT_BILLING(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** New subscriptions, and more seats of those there are. */
    ORDER(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** Fewer seats, suspension, resumption, nickname. */
    MANAGE_SUBSCRIPTIONS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    OPEN_SERVICES(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    MANAGE_USERS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    RESET_PASSWORDS(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    DESIGNATE_SUPPORT_CONTACT(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT, Role.HELPDESK_AGENT),
    END_RELATIONSHIP(OrganizationKind.PARTNER, Role.GLOBAL_ADMIN, Role.ADMIN_AGENT),
    /** What a customer lets its partners do. */
    MANAGE_PRIVILEGES(OrganizationKind.CUSTOMER, Role.GLOBAL_ADMIN),
    /** Who supports each product: for everybody of a customer. */
    SEE_SUPPORT(OrganizationKind.CUSTOMER),
    OPERATE(null, Role.OPERATOR);

    /** What the gate answers. */
    public enum Verdict {
        ALLOWED,
        SIGN_IN_FIRST,
        /** The page does not exist for this kind of organization. */
        NOT_FOUND,
        /** It exists, but something is missing; {@link Access#refusal} says what. */
        REFUSED
    }

    private static final Set<Access> NEEDS_ACTIVE_PARTNER = Set.of(REQUEST_RELATIONSHIP, INVITE_JOINTLY, ORDER);

    /** Menus of another capacity are absent, their routes 404. */
    private static final Map<Access, Set<Capacity>> CAPACITIES = Map.of(
            SEE_PROVIDERS, Set.of(Capacity.INDIRECT_RESELLER),
            INVITE_JOINTLY, Set.of(Capacity.INDIRECT_RESELLER),
            SEE_RESELLERS, Set.of(Capacity.INDIRECT_PROVIDER),
            EXPORT_PROVIDERS, Set.of(Capacity.INDIRECT_RESELLER),
            EXPORT_RESELLERS, Set.of(Capacity.INDIRECT_PROVIDER),
            SEE_PARTNERSHIPS, Set.of(Capacity.INDIRECT_RESELLER, Capacity.INDIRECT_PROVIDER),
            MANAGE_PARTNERSHIPS, Set.of(Capacity.INDIRECT_RESELLER, Capacity.INDIRECT_PROVIDER));

    /** What is done on one customer's row, and what it rests on there. */
    private static final Map<Access, Set<Footing.Need>> NEEDS = Map.of(
            EDIT_BILLING, EnumSet.of(Footing.Need.SELLER),
            ORDER, EnumSet.of(Footing.Need.SELLER, Footing.Need.AGREEMENT),
            MANAGE_SUBSCRIPTIONS, EnumSet.of(Footing.Need.SELLER),
            OPEN_SERVICES, EnumSet.of(Footing.Need.DELEGATED_ADMIN),
            MANAGE_USERS, EnumSet.of(Footing.Need.DELEGATED_ADMIN),
            RESET_PASSWORDS, EnumSet.of(Footing.Need.DELEGATED_ADMIN));

    private final OrganizationKind kind;
    private final Set<Role> roles;

    Access(OrganizationKind kind, Role... roles) {
        this.kind = kind;
        this.roles = Set.of(roles);
    }

    /** Decides for a visitor; empty is somebody who is not signed in. */
    public Verdict check(Optional<Visitor> visitor) {
        if (this == ANYONE) {
            return Verdict.ALLOWED;
        }
        if (visitor.isEmpty()) {
            return Verdict.SIGN_IN_FIRST;
        }
        if (this == SIGNED_IN) {
            return Verdict.ALLOWED;
        }
        if (!belongs(visitor.get())) {
            return Verdict.NOT_FOUND;
        }
        return refusal(visitor.get()).isPresent() ? Verdict.REFUSED : Verdict.ALLOWED;
    }

    /** Whether this exists at all for the visitor's kind of organization. */
    public boolean belongs(Visitor visitor) {
        if (this == OPERATE) {
            return visitor.isAny(roles);
        }
        if (this == ENROL) {
            return !visitor.is(Role.OPERATOR)
                    && visitor.organization()
                            .map(organization -> organization.state() == OrganizationState.PENDING)
                            .orElse(true);
        }
        if (this == SEE_RECEIPTS) {
            return visitor.organization().isPresent();
        }
        if (CAPACITIES.containsKey(this) && !hasOneOf(CAPACITIES.get(this), visitor)) {
            return false;
        }
        return kind == null || visitor.of(kind);
    }

    private static boolean hasOneOf(Set<Capacity> capacities, Visitor visitor) {
        return visitor.organization().isPresent()
                && capacities.stream().anyMatch(visitor.home().capacities()::contains);
    }

    /**
     * Why the visitor may not do it to one customer: the text key of what is missing in person, or of what the partner
     * does not have with this customer. Its argument is the name of the visitor's organization.
     */
    public Optional<String> refusal(Visitor visitor, Footing footing) {
        return refusal(visitor).or(() -> NEEDS.getOrDefault(this, Set.of()).stream()
                .filter(need -> !footing.has(need))
                .findFirst()
                .map(need -> "access.missing." + need.code()));
    }

    /**
     * Why somebody for whom it exists may not do it: a text key that says what is missing and who can give it. Its
     * argument is the organization's name.
     */
    public Optional<String> refusal(Visitor visitor) {
        if (this == SEE_RECEIPTS && visitor.of(OrganizationKind.PARTNER)) {
            return SEE_CUSTOMERS.refusal(visitor);
        }
        if (this == SEE_RECEIPTS && !visitor.is(Role.GLOBAL_ADMIN)) {
            return Optional.of("access.refused.see-receipts");
        }
        if (!roles.isEmpty() && !visitor.isAny(roles)) {
            return Optional.of("access.refused." + code());
        }
        if (kind != OrganizationKind.PARTNER) {
            return Optional.empty();
        }
        OrganizationState state = visitor.home().state();
        if (state == OrganizationState.PENDING) {
            return Optional.of("access.refused.pending");
        }
        boolean suspended = state == OrganizationState.SUSPENDED && NEEDS_ACTIVE_PARTNER.contains(this);
        return suspended ? Optional.of("access.refused.suspended") : Optional.empty();
    }
}
