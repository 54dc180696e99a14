package portal.invitations;

import java.time.Instant;

/**
 * How an invitation is brought to mind.
 *
 * @param sentAt when it was last sent from here; null when it never was
 * @param remind whether the portal reminds by itself
 * @param reminders how many have been sent since the link was made
 */
public record Reminding(Instant sentAt, boolean remind, int reminders) {
    /** More reminders than these are unwelcome (practice: 2.5, at most two). */
    public static final int MOST = 2;

    /** Whether another one may be sent, as far as the number goes. */
    public boolean more() {
        return reminders < MOST;
    }
}
