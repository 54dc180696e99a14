package portal.platform.access;

/** The OpenID provider's answer cannot be used: refused, forged, too late, or without a tenant. */
public final class SignInException extends RuntimeException {
    /** What was wrong, for the log; it holds no token. */
    public SignInException(String message, Throwable cause) {
        super(message, cause);
    }
}
