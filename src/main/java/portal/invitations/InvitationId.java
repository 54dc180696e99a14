package portal.invitations;

import java.util.UUID;
import portal.platform.database.Id;

/** Names an invitation inside the portal; it is not the secret in the link. */
public record InvitationId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}
