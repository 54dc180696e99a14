package portal.operating;

import java.time.Duration;
import portal.platform.Platform;
import portal.platform.mail.Outbox;
import portal.users.Purging;

/** What the operator looks after: mail that does not leave, and people. */
public final class OperatingFeature {
    private OperatingFeature() {}

    /**
     * Adds the routes and jobs.
     *
     * @param users forgets customers' users
     */
    public static void addTo(Platform platform, Purging users) {
        new MailRoutes(platform.database(), platform.mailAdded()).addTo(platform.routes());
        new PersonRoutes(platform.database(), new Erasure(platform.database(), users)).addTo(platform.routes());

        platform.jobs()
                .every(
                        Duration.ofHours(6),
                        "erase-mail-bodies",
                        () -> Outbox.eraseOldBodies(
                                platform.database(), platform.clock().instant()));
    }
}
