package portal.support;

import portal.platform.database.Coded;

/** What became of a choice; told in lists by the text {@code support.outcome.<code>}. */
public enum ChoiceOutcome implements Coded {
    DONE,
    /** It was so already. */
    UNCHANGED,
    /** Somebody else has changed the subscription since it was seen. */
    STALE,
    NOT_ELIGIBLE,
    /** The subscription, or the relationship, has ended. */
    GONE
}
