package portal.partnerships;

import portal.platform.database.Coded;

/**
 * What the one who follows a partner's link gets to see; those that end there have the texts
 * {@code partnerships.verdict.<code>}.
 */
public enum LinkVerdict implements Coded {
    /** Nobody is signed in. */
    SUMMARY(200),
    /** The visitor may accept. */
    DECIDE(200),
    /** The visitor's organization is this one's partner already. */
    PARTNERS(200),
    ITSELF(200),
    NOT_PARTNER(403),
    CAPACITY(403),
    NOT_GLOBAL_ADMIN(403),
    NOT_ACTIVE(403),
    CLOUD(403),
    REGION(403),
    GONE(410);

    private final int status;

    LinkVerdict(int status) {
        this.status = status;
    }

    /** HTTP status of the page. */
    public int status() {
        return status;
    }

    static LinkVerdict of(Obstacle obstacle) {
        return valueOf(obstacle.name());
    }
}
