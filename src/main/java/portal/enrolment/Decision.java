package portal.enrolment;

import portal.activity.Action;
import portal.platform.database.Coded;

/** What the operator can decide, and from which state into which. */
public enum Decision implements Coded {
    APPROVED(EnrolmentState.PENDING, EnrolmentState.ACTIVE, Action.ENROLMENT_APPROVED, false),
    DECLINED(EnrolmentState.PENDING, EnrolmentState.DECLINED, Action.ENROLMENT_DECLINED, true),
    SUSPENDED(EnrolmentState.ACTIVE, EnrolmentState.SUSPENDED, Action.PARTNER_SUSPENDED, true),
    RESUMED(EnrolmentState.SUSPENDED, EnrolmentState.ACTIVE, Action.PARTNER_RESUMED, false);

    private final EnrolmentState from;
    private final EnrolmentState to;
    private final Action action;
    private final boolean reasoned;

    Decision(EnrolmentState from, EnrolmentState to, Action action, boolean reasoned) {
        this.from = from;
        this.to = to;
        this.action = action;
        this.reasoned = reasoned;
    }

    /** The only state in which it can be decided. */
    public EnrolmentState from() {
        return from;
    }

    /** The state it leads to. */
    public EnrolmentState to() {
        return to;
    }

    Action action() {
        return action;
    }

    /** Whether the partner is told why. */
    public boolean reasoned() {
        return reasoned;
    }
}
