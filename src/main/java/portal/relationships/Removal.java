package portal.relationships;

import java.time.Instant;
import java.util.UUID;
import portal.organizations.CustomerId;
import portal.organizations.PartnerId;
import portal.platform.access.Capacity;
import portal.platform.texts.Language;

/**
 * What was said and done when a relationship was removed.
 *
 * @param entryId the row of the Customers page
 * @param name of the customer, as the partner listed it
 * @param removedBy name of the person
 * @param givenUp whether delegated admin privileges were given up with it
 * @param statement what was ticked, word for word
 */
public record Removal(
        UUID id,
        UUID relationshipId,
        UUID entryId,
        PartnerId partnerId,
        Capacity capacity,
        CustomerId customerId,
        String name,
        String domain,
        String removedBy,
        Instant beganAt,
        Instant removedAt,
        boolean givenUp,
        String statementVersion,
        Language statementLanguage,
        String statement,
        byte[] statementDigest) {}
