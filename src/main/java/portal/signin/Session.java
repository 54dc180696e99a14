package portal.signin;

import java.time.Instant;
import java.util.UUID;

/** A session as its person sees it. */
public record Session(UUID id, byte[] digest, String ip, String userAgent, Instant createdAt, Instant lastSeenAt) {
    private static final int LONGEST_AGENT = 200;

    /**
     * What somebody signs in with.
     *
     * @param userAgent what the browser calls itself, in full
     */
    public record Device(String ip, String userAgent) {
        /** Keeps the beginning of a long name. */
        public Device {
            userAgent = userAgent.substring(0, Math.min(LONGEST_AGENT, userAgent.length()));
        }
    }
}
