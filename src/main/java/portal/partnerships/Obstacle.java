package portal.partnerships;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import portal.organizations.Organization;
import portal.organizations.Organizations;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.database.Coded;

/** Why two organizations cannot become partners; told by the text {@code partnerships.obstacle.<code>}. */
public enum Obstacle implements Coded {
    ITSELF,
    CAPACITY,
    NOT_ACTIVE,
    CLOUD,
    REGION;

    /** What stands between an organization on one side and another on the other side; empty for nothing. */
    static Optional<Obstacle> between(Handle handle, Organization one, Side side, Organization other) {
        if (one.id().equals(other.id())) {
            return Optional.of(ITSELF);
        }
        if (!able(handle, one, side) || !able(handle, other, side.other())) {
            return Optional.of(CAPACITY);
        }
        if (one.state() != OrganizationState.ACTIVE || other.state() != OrganizationState.ACTIVE) {
            return Optional.of(NOT_ACTIVE);
        }
        if (one.cloud() != other.cloud()) {
            return Optional.of(CLOUD);
        }
        return one.inRegionOf(other) ? Optional.empty() : Optional.of(REGION);
    }

    private static boolean able(Handle handle, Organization organization, Side side) {
        return organization.kind() == OrganizationKind.PARTNER
                && Organizations.capacities(handle, organization.id()).contains(side.capacity());
    }
}
