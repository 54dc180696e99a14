package portal.signin;

import java.util.Set;
import java.util.UUID;
import portal.platform.access.Role;
import portal.platform.texts.Language;

/**
 * Somebody who has signed in at least once.
 *
 * @param issuer the OpenID provider that knows the person as the subject
 * @param roles as the provider last said them, joined by commas
 * @param language own choice; null when never chosen
 * @param erased whether nothing but the id is left
 */
public record Person(
        UUID id,
        String issuer,
        String subject,
        UUID tenantId,
        String name,
        String email,
        String phone,
        String roles,
        Language language,
        String timeZone,
        boolean erased) {

    /** Whether the person had any role when last seen. */
    public boolean hasRole() {
        Set<Role> held = Role.split(roles);
        return !held.isEmpty();
    }
}
