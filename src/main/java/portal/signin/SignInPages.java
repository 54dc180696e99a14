package portal.signin;

import portal.platform.web.Page;

/** Pages of the way in. */
public final class SignInPages {
    private SignInPages() {}

    /** The provider's answer could not be used; trying again leads to where the person wanted to go. */
    public record Failed(String returnTo) implements Page {}
}
