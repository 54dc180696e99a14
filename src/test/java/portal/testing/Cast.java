package portal.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** People of the cast, each signed in once: signing in is limited, and takes a while. */
public final class Cast {
    private final TestApp app;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    /** People at an application. */
    public Cast(TestApp app) {
        this.app = app;
    }

    /** Somebody by the value of the provider's button; {@code nobody} is not signed in. */
    public Client of(String person) {
        return clients.computeIfAbsent(person, value -> value.equals("nobody") ? app.nobody() : app.as(value));
    }
}
