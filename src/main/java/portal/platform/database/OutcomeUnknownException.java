package portal.platform.database;

/** The connection was lost after COMMIT was sent: the write may have happened or not. Look before writing again. */
public final class OutcomeUnknownException extends RuntimeException {
    /** Keeps the lost connection as the cause. */
    public OutcomeUnknownException(Throwable cause) {
        super("connection lost after COMMIT was sent", cause);
    }
}
