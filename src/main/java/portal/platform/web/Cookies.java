package portal.platform.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** The portal's cookies: host-bound and HTTPS-only where the portal is reached by HTTPS, never readable by scripts. */
public final class Cookies {
    /** The session. */
    public static final String SESSION = "session";
    /** A sign-in that has left for the provider. */
    public static final String ATTEMPT = "sign-in";
    /** Secret of somebody who is not signed in, for forms. */
    static final String VISIT = "visit";
    /** A message for the next page. */
    static final String FLASH = "flash";
    /** Secret of a link that was just made. */
    public static final String LINK = "link";
    /** Chosen language, while not signed in. */
    public static final String LANGUAGE = "language";
    /** Chosen appearance. */
    public static final String THEME = "theme";

    private final boolean secure;

    /** Cookies of a portal reached by HTTPS or not. */
    public Cookies(boolean secure) {
        this.secure = secure;
    }

    String read(Context context, String name) {
        return context.cookie(prefixed(name));
    }

    void write(Context context, String name, String value, int seconds) {
        context.cookie(new Cookie(prefixed(name), value, "/", seconds, secure, true, null, SameSite.LAX));
    }

    void remove(Context context, String name) {
        write(context, name, "", 0);
    }

    private String prefixed(String name) {
        return secure ? "__Host-" + name : name;
    }
}
