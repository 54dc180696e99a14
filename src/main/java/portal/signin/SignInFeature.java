package portal.signin;

import java.time.Duration;
import portal.organizations.Organizations;
import portal.platform.Platform;

/** Who is there: sign-in, sessions, and what a person prefers. */
public record SignInFeature(Sessions sessions) {
    /** Adds the routes and jobs. */
    public static SignInFeature addTo(Platform platform) {
        Persons persons = new Persons(platform.database());
        Sessions sessions = new Sessions(platform.database(), platform.vault(), platform.config(), platform.clock());

        new PreferenceRoutes(persons, new Organizations(platform.database())).addTo(platform.routes());
        new SignInRoutes(platform.config(), sessions, persons).addTo(platform.routes());
        new SessionRoutes(sessions).addTo(platform.routes());

        platform.jobs().every(Duration.ofMinutes(10), "forget-ended-sessions", sessions::forgetEnded);
        return new SignInFeature(sessions);
    }
}
