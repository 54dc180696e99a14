package portal.platform.web;

import java.util.List;
import portal.platform.database.Coded;

/** A request that ends in a page of its own which says what is so and what to do next. */
public final class Refusal extends RuntimeException {
    /** Why; the constant gives the status, and the keys {@code errors.<code>.title} and {@code errors.<code>.text}. */
    public enum Reason implements Coded {
        BAD_REQUEST(400),
        NOT_ALLOWED(403),
        FORGED_FORM(403),
        NOT_FOUND(404),
        WRONG_METHOD(405),
        CHANGED_MEANWHILE(409),
        TOO_LARGE(413),
        WRONG_CONTENT_TYPE(415),
        WRONG_HOST(421),
        TOO_MANY(429),
        FAILED(500),
        UNAVAILABLE(503),
        OUTCOME_UNKNOWN(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Reason reason;
    private final String detail;
    private final transient List<Object> arguments;
    private final long retryAfterSeconds;

    private Refusal(Reason reason, String detail, List<Object> arguments, long retryAfterSeconds) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.detail = detail;
        this.arguments = arguments;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** A refusal with the reason's own text. */
    public static Refusal of(Reason reason) {
        return new Refusal(reason, null, List.of(), 0);
    }

    /** What does not exist, or belongs to somebody else. */
    public static Refusal notFound() {
        return of(Reason.NOT_FOUND);
    }

    /** Not allowed, with the text key that says what is missing and who can give it. */
    public static Refusal notAllowed(String detail, Object... arguments) {
        return new Refusal(Reason.NOT_ALLOWED, detail, List.of(arguments), 0);
    }

    /** What it rests on changed meanwhile, with the text key that says what. */
    public static Refusal changed(String detail, Object... arguments) {
        return new Refusal(Reason.CHANGED_MEANWHILE, detail, List.of(arguments), 0);
    }

    /** Asked too often; when to try again, in seconds. */
    public static Refusal tooMany(long retryAfterSeconds) {
        return new Refusal(Reason.TOO_MANY, null, List.of(), Math.max(1, retryAfterSeconds));
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Text key of the page's paragraph. */
    public String detail() {
        return detail == null ? "errors." + reason.code() + ".text" : detail;
    }

    /** Arguments of the detail. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** When to try again; 0 when that would not help. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
