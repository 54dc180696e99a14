package portal.platform.access;

import java.io.IOException;

/** The OpenID provider's answer cannot be used: refused, forged, too late, or without a tenant. */
public final class SignInException extends RuntimeException {
    /** What was wrong, for the log; it holds no token. Without a cause, the provider does not answer. */
    public SignInException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the provider could not be reached, rather than refused or not believed. */
    public boolean providerAway() {
        Throwable deepest = this;
        for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
            deepest = cause;
        }
        return deepest == this;
    }
}
