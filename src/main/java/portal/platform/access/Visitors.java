package portal.platform.access;

import java.util.Optional;

/** Finds who sends a request. The sessions implement it; the platform knows no more of them. */
public interface Visitors {
    /** The signed-in person behind a session cookie; empty when there is none or it has ended. */
    Optional<Visitor> find(String cookie);
}
