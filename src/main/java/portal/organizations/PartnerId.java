package portal.organizations;

import java.util.UUID;
import portal.platform.database.Id;

/** Tenant id of a partner. */
public record PartnerId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
