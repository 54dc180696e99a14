package portal.platform.access;

import java.util.Set;
import java.util.UUID;

/**
 * What the OpenID provider says of a person who just signed in.
 *
 * @param domain of the verified address claim; null when there is none
 * @param providerSession the sid claim; null when there is none
 */
public record Identity(
        String issuer,
        String subject,
        UUID tenantId,
        String name,
        String email,
        String phone,
        String domain,
        Set<Role> roles,
        String providerSession,
        String idToken) {}
