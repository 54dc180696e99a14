package portal.support;

import java.util.Optional;
import java.util.UUID;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * Who shall support a subscription, as it was sent.
 *
 * @param contact id of an organization, or {@link #NOBODY}
 * @param reference of the support agreement; may be empty
 * @param version of the subscription as it was shown
 */
record SupportContactForm(String contact, String reference, String version) {
    /** Nobody of this portal: for what was bought elsewhere. */
    static final String NOBODY = "none";

    private static final int LONGEST = 100;

    static SupportContactForm from(Form form) {
        return new SupportContactForm(form.line("contact"), form.line("reference"), form.line("version"));
    }

    static SupportContactForm of(Supported subscription) {
        Contact chosen = subscription.chosen();
        String reference = subscription.agreementReference() == null ? "" : subscription.agreementReference();
        return new SupportContactForm(
                chosen == null ? NOBODY : chosen.id().toString(), reference, String.valueOf(subscription.version()));
    }

    /** What needs another look. */
    FormErrors errors() {
        FormErrors errors = new FormErrors();
        if (!contact.equals(NOBODY) && contactId().isEmpty()) {
            errors.add("contact", "error.support-contact");
        }
        errors.text("reference", reference, LONGEST);
        return errors;
    }

    /** The organization; empty for nobody, and for what is none. */
    Optional<UUID> contactId() {
        try {
            return Optional.of(UUID.fromString(contact));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The reference; null for none. */
    String referenceOrNull() {
        return reference.isEmpty() ? null : reference;
    }

    /** The version; none that ever was when it cannot be read. */
    int versionNumber() {
        return version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
