package portal.platform;

/** The portal cannot start as it is configured; the message names every reason. */
public final class ConfigException extends RuntimeException {
    /** As told to the one who starts the portal. */
    public ConfigException(String message) {
        super(message);
    }
}
