package portal.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Told when a mail of an invitation was taken or refused for good, in the transaction that keeps it. */
@FunctionalInterface
public interface Delivery {
    /**
     * A mail left, or never will.
     *
     * @param refusal what the mail server said; null when it took the mail
     */
    void happened(Handle handle, UUID invitation, String recipient, String refusal, Instant now);
}
