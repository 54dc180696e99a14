package portal.support;

import java.util.Objects;
import java.util.UUID;
import portal.organizations.PartnerId;

/**
 * A contact that is chosen for a subscription.
 *
 * @param contact null for the seller, and for nobody where it was bought elsewhere
 * @param reference of the support agreement; null for none
 * @param version of the subscription as it was seen
 */
public record Choice(UUID subscription, UUID contact, String reference, int version) {
    /** As the form says it: the seller is chosen by its id. */
    static Choice of(Supported subscription, SupportContactForm form) {
        UUID chosen = form.contactId().orElse(null);
        return new Choice(
                subscription.id(),
                Objects.equals(chosen, subscription.sellerId()) ? null : chosen,
                form.referenceOrNull(),
                form.versionNumber());
    }

    PartnerId partner() {
        return contact == null ? null : new PartnerId(contact);
    }

    /** Whether it changes nothing. */
    boolean same(Supported subscription) {
        return Objects.equals(contact, subscription.contactId())
                && Objects.equals(reference, subscription.agreementReference());
    }
}
