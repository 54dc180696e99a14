package portal.platform.access;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import portal.platform.texts.Language;

/**
 * The signed-in person of a request, read with the session in one statement.
 *
 * @param verifiedDomain domain the OpenID provider vouches for; null when it does not
 * @param organization empty when the portal does not know the tenant
 * @param language the person's own choice, if there is one
 * @param csrfSecret 32 bytes from the session
 */
public record Visitor(
        UUID personId,
        UUID tenantId,
        String name,
        String email,
        String phone,
        String verifiedDomain,
        Set<Role> roles,
        Optional<Language> language,
        String theme,
        ZoneId zone,
        Optional<Organization> organization,
        byte[] csrfSecret) {

    /**
     * What the access rules need of the person's organization.
     *
     * @param version another one when something may have changed that is kept for its pages
     */
    public record Organization(
            UUID id,
            OrganizationKind kind,
            OrganizationState state,
            String name,
            String domain,
            String country,
            Cloud cloud,
            Set<Capacity> capacities,
            Language language,
            int version) {}

    /** Whether the person has one of the roles. */
    public boolean isAny(Set<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    /** Whether the person has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person belongs to an organization of this kind. */
    public boolean of(OrganizationKind kind) {
        return organization.isPresent() && organization.get().kind() == kind;
    }

    /** The organization, where access has made sure that there is one. */
    public Organization home() {
        return organization.orElseThrow();
    }
}
