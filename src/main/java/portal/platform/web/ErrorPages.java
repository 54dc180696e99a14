package portal.platform.web;

/** Pages for requests that went wrong. */
public final class ErrorPages {
    private ErrorPages() {}

    /** What is so, what to do next, and the request id to name when asking for help. */
    public record Problem(Refusal refusal, String requestId) implements Page {}
}
