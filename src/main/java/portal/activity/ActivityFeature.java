package portal.activity;

import java.time.Duration;
import portal.platform.Platform;

/** The activity log: its pages, and how long it is kept. */
public final class ActivityFeature {
    private ActivityFeature() {}

    /** Adds the routes and jobs. */
    public static void addTo(Platform platform) {
        new ActivityRoutes(platform.database()).addTo(platform.routes());

        ActivityRetention retention =
                new ActivityRetention(platform.database(), platform.config().activityDays());
        platform.jobs()
                .every(
                        Duration.ofHours(24),
                        "forget-activity",
                        () -> retention.forget(platform.clock().instant()));
    }
}
