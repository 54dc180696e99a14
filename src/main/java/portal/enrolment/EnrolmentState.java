package portal.enrolment;

import portal.platform.access.OrganizationState;
import portal.platform.database.Coded;

/** How a partner stands with the operator. */
public enum EnrolmentState implements Coded {
    /** Waits for the operator. */
    PENDING,
    ACTIVE,
    /** The partner may correct what it sent. */
    DECLINED,
    SUSPENDED;

    /** What the organization is meanwhile: one that was declined still waits. */
    OrganizationState ofOrganization() {
        return switch (this) {
            case PENDING, DECLINED -> OrganizationState.PENDING;
            case ACTIVE -> OrganizationState.ACTIVE;
            case SUSPENDED -> OrganizationState.SUSPENDED;
        };
    }
}
