package portal.support;

import java.time.Instant;
import java.util.UUID;

/**
 * One choice of who supports a subscription.
 *
 * @param contactId null for the seller, as are name of the contact and of the previous one
 * @param chooser name of the person who chose
 * @param chooserOrganization organization of that person
 * @param present whether it is the present choice
 */
public record Designation(
        UUID id,
        UUID subscriptionId,
        UUID contactId,
        String contactName,
        UUID previousId,
        String previousName,
        String agreementReference,
        String chooser,
        String chooserOrganization,
        Instant designatedAt,
        boolean present) {}
