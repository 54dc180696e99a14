package portal.platform.access;

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

    private static final Set<Access> NEEDS_ACTIVE_PARTNER = Set.of(REQUEST_RELATIONSHIP);

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
        if (this == SEE_RECEIPTS) {
            return visitor.organization().isPresent();
        }
        return kind == null || visitor.of(kind);
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
