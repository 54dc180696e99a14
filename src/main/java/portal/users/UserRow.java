package portal.users;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the list of users.
 *
 * @param licences names of products, joined; null for none
 * @param purgeAt until when a deleted user can be restored; null for others
 * @param needsPassword whether it came without a password, and none was made since
 */
public record UserRow(
        UUID id,
        String signInName,
        String firstName,
        String lastName,
        String displayName,
        byte[] nameKey,
        String country,
        UserState state,
        Instant createdAt,
        Instant purgeAt,
        boolean needsPassword,
        String licences) {

    UserPosition position() {
        return new UserPosition(nameKey, id);
    }
}
