package portal.users;

import java.time.Duration;
import portal.organizations.Organizations;
import portal.platform.Platform;
import portal.platform.database.Database;
import portal.platform.jobs.Rounds;
import portal.platform.web.Routes;

/** Customers' users and licences, and the directory they are passed on to. */
public record UserFeature(Users users, Purging purging) {
    /** Adds the routes, jobs and rounds. */
    public static UserFeature addTo(Platform platform) {
        Database database = platform.database();
        Routes routes = platform.routes();
        Organizations organizations = new Organizations(database);
        Changes changes = new Changes(platform.vault(), platform.config().directory() != null);
        Users users = new Users(database, platform.vault(), changes);
        Purging purging = new Purging(database, changes);
        Batches batches = new Batches(database, changes, platform.clock());
        Rounds courier = courier(platform);
        Rounds carrying = platform.jobs().rounds("batches of users", Duration.ofSeconds(10), () -> {
            batches.carryOutDue();
            courier.wake();
        });

        new UserListRoutes(database).addTo(routes);
        Uploads uploads = new Uploads(database, organizations);
        new BatchRoutes(database, uploads, batches, carrying::wake, courier::wake, changes.connected()).addTo(routes);
        new UserRoutes(database, organizations, users, changes, courier::wake).addTo(routes);
        new UserStateRoutes(database, users, new Licences(database), changes, courier::wake).addTo(routes);

        platform.jobs()
                .every(
                        Duration.ofHours(24),
                        "purge-users",
                        () -> purging.purge(platform.clock().instant()));
        return new UserFeature(users, purging);
    }

    /** Does nothing when no directory is connected. */
    private static Rounds courier(Platform platform) {
        if (platform.config().directory() == null) {
            return platform.jobs().rounds("courier", Duration.ofHours(1), () -> {});
        }
        ScimDirectory directory = new ScimDirectory(platform.config().directory());
        Courier courier = new Courier(platform.database(), platform.vault(), directory, platform.clock());
        return platform.jobs().rounds("courier", Duration.ofSeconds(2), courier::passOnDue);
    }
}
