package portal.invitations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import portal.platform.access.Visitor;
import portal.platform.web.FormErrors;

/**
 * Something said at an invitation's link, as the inviting side reads it.
 *
 * @param note what was written; null for nothing
 * @param email where the writer wants to be reached, as typed; null for nowhere
 * @param person the writer's name; null when not signed in, as are the next three
 * @param verifiedEmail the writer's address, if the provider vouched for it when this was written; else null
 * @param tenantId the writer's tenant
 * @param company what the portal knows that tenant as; null when it does not
 * @param settledAt null while open
 */
public record Message(
        UUID id,
        MessageKind kind,
        String note,
        String email,
        String person,
        String verifiedEmail,
        UUID tenantId,
        String company,
        Instant writtenAt,
        Instant settledAt,
        String settledBy) {

    /** Whether somebody still has to see to it. */
    public boolean open() {
        return settledAt == null;
    }

    /** The note line by line. */
    public List<String> lines() {
        return note == null ? List.of() : note.lines().toList();
    }

    /** A visitor's address, if the provider vouches for it; else null. */
    static String verifiedEmail(Visitor visitor) {
        String email = visitor.email();
        String domain = visitor.verifiedDomain();
        if (email == null || domain == null) {
            return null;
        }
        String host = FormErrors.asciiHost(email.substring(email.lastIndexOf('@') + 1));
        return domain.equalsIgnoreCase(host) ? email : null;
    }
}
