package portal.users;

import java.util.Optional;
import java.util.UUID;
import portal.organizations.CustomerId;

/**
 * Which users of which customer.
 *
 * @param state empty for all who are not deleted
 * @param licence a product they have a licence of; empty for any
 */
record UserFilter(CustomerId customer, Optional<UserState> state, Optional<UUID> licence) {}
