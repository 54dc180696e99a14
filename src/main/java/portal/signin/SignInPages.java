package portal.signin;

import java.util.Arrays;
import java.util.List;
import portal.platform.web.Page;

/** Pages of the way in. */
public final class SignInPages {
    private SignInPages() {}

    /** The provider's answer could not be used; trying again leads to where the person wanted to go. */
    public record Failed(String returnTo) implements Page {}

    /** The provider does not answer; trying again leads to where the person wanted to go. */
    public record Away(String returnTo) implements Page {}

    /**
     * Where somebody is signed in.
     *
     * @param current digest of this browser's session
     */
    public record Sessions(List<Session> sessions, byte[] current) implements Page {
        /** Whether it is this browser's. */
        public boolean current(Session session) {
            return Arrays.equals(current, session.digest());
        }
    }
}
