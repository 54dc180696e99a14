package portal.relationships;

import portal.platform.database.Coded;

/** How delegated admin privileges came to an end; told by the text {@code privileges.end.<code>}. */
public enum GrantEnd implements Coded {
    /** The customer took them back. */
    REMOVED,
    /** The partner gave them up. */
    GIVEN_UP,
    /** The customer gave the agents other roles; the next grant says which. */
    REASSIGNED
}
