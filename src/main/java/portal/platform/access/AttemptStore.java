package portal.platform.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pac4j.core.context.WebContext;
import org.pac4j.core.context.session.SessionStore;

/** The session pac4j sees: the values of one sign-in, for the length of one call. */
final class AttemptStore implements SessionStore {
    private final Map<String, Object> values = new HashMap<>();

    /** A value as text; pac4j keeps some as its own types. */
    String text(String key) {
        Object value = values.get(key);
        if (value instanceof com.nimbusds.oauth2.sdk.pkce.CodeVerifier verifier) {
            return verifier.getValue();
        }
        if (value instanceof com.nimbusds.oauth2.sdk.id.Identifier identifier) {
            return identifier.getValue();
        }
        return String.valueOf(value);
    }

    @Override
    public Optional<String> getSessionId(WebContext context, boolean createSession) {
        return Optional.of("attempt");
    }

    @Override
    public Optional<Object> get(WebContext context, String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void set(WebContext context, String key, Object value) {
        values.put(key, value);
    }

    @Override
    public boolean destroySession(WebContext context) {
        values.clear();
        return true;
    }

    @Override
    public Optional<Object> getTrackableSession(WebContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionStore> buildFromTrackableSession(WebContext context, Object trackableSession) {
        return Optional.empty();
    }

    @Override
    public boolean renewSession(WebContext context) {
        return false;
    }
}
