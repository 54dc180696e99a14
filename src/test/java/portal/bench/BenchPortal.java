package portal.bench;

import java.time.Clock;
import portal.App;
import portal.platform.Config;

/** The portal as it is served, and the floor beside it. */
public final class BenchPortal {
    private BenchPortal() {}

    /** Serves until it is stopped. */
    public static void main(String[] arguments) {
        Floor floor = new Floor();
        App app = new App(Config.from(System.getenv()), Clock.systemUTC(), null, floor::addTo);
        floor.use(app.database());
        app.start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
    }
}
