package portal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/** The companies of {@code db/seeds/demo.sql}: the cast's, and customers nobody signs in for. Tests start with them too. */
public final class DemoSeed {
    /** A file of customers whom the demo's partners serve in other portals. */
    static final String IMPORTED = "demo-customers-of-other-portals.csv";

    private DemoSeed() {}

    /** Adds the companies to a database that has none. */
    public static void companies(Handle handle) {
        handle.createScript(read("demo")).execute();
    }

    /** That file. */
    static InputStream imported() {
        return DemoSeed.class.getResourceAsStream("/db/seeds/" + IMPORTED);
    }

    /** Says how partners' support is reached. */
    static void support(Handle handle) {
        handle.createScript(read("support")).execute();
    }

    /** Takes from one of them what it stands on. */
    static void lostSupport(Handle handle) {
        handle.createScript(read("lost-support")).execute();
    }

    private static String read(String name) {
        try (InputStream stream = DemoSeed.class.getResourceAsStream("/db/seeds/" + name + ".sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
