package portal.users;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A user to be added.
 *
 * @param signInName in lower case
 * @param country code
 * @param licences products, each once
 */
public record NewUser(
        UUID id,
        String signInName,
        String firstName,
        String lastName,
        String displayName,
        String country,
        Set<UUID> licences) {
    /** Keeps the licences as they are now. */
    public NewUser {
        licences = Set.copyOf(licences);
    }

    /** Who was added, and the products no seat was free for. */
    record Arrived(NewUser user, List<UUID> missing) {}
}
