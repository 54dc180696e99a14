package portal.platform;

import java.time.Clock;
import portal.platform.database.Database;
import portal.platform.jobs.Jobs;
import portal.platform.mail.Outbox;
import portal.platform.mail.Postman;
import portal.platform.web.Renderer;
import portal.platform.web.Routes;

/** What every feature stands on, and where it adds its routes and its recurring work. */
public record Platform(
        Config config,
        Clock clock,
        Database database,
        Vault vault,
        Renderer renderer,
        Outbox outbox,
        Postman postman,
        Routes routes,
        Jobs jobs) {

    /** To be told after something was put into the outbox. */
    public Runnable mailAdded() {
        return postman::wake;
    }
}
