package portal.operating;

import java.time.Duration;
import portal.platform.Platform;
import portal.platform.mail.Outbox;

/** What the operator looks after: mail that does not leave, and people. */
public final class OperatingFeature {
    private OperatingFeature() {}

    /** Adds the routes and jobs. */
    public static void addTo(Platform platform) {
        new MailRoutes(platform.database(), platform.mailAdded()).addTo(platform.routes());
        new PersonRoutes(platform.database(), new Erasure(platform.database())).addTo(platform.routes());

        platform.jobs()
                .every(
                        Duration.ofHours(6),
                        "erase-mail-bodies",
                        () -> Outbox.eraseOldBodies(
                                platform.database(), platform.clock().instant()));
    }
}
