package portal.users;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.CustomerId;

/**
 * One of a customer's people.
 *
 * @param country where the person uses the services
 * @param directoryId what the directory calls the user; null while it has not been passed on
 * @param createdBy name of who added the user; null when not known
 * @param passwordResetAt when a temporary password was last made; null for never
 * @param needsPassword whether it came without a password, and none was made since
 * @param deletedAt null unless deleted, as is purgeAt
 */
public record User(
        UUID id,
        CustomerId customerId,
        String signInName,
        String firstName,
        String lastName,
        String displayName,
        String country,
        UserState state,
        String directoryId,
        String createdBy,
        Instant createdAt,
        Instant passwordResetAt,
        boolean needsPassword,
        Instant deletedAt,
        Instant purgeAt,
        int version) {

    /** Whether it is deleted and not yet purged. */
    public boolean deleted() {
        return state == UserState.DELETED;
    }

    /** What its form shows, in one line. */
    String summary() {
        return displayName + " (" + firstName + " " + lastName + "), " + country;
    }
}
