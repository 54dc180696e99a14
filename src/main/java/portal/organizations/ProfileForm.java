package portal.organizations;

import java.util.UUID;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.TimeZones;

/**
 * What a partner says of itself, as it is written in a form.
 *
 * @param version of what the form was drawn from
 */
public record ProfileForm(
        String legalName,
        String mpnId,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String phone,
        String supportEmail,
        String supportPhone,
        String supportWebsite,
        String notificationEmail,
        String language,
        String timeZone,
        String version) {
    private static final String MPN_ID = "[0-9]{4,12}";

    /** A form of somebody who begins, with what is known of the person. */
    public static ProfileForm empty(String notificationEmail, Language language, String timeZone) {
        return new ProfileForm(
                "", "", "", "", "", "", "", "", "", "", "", orEmpty(notificationEmail), language.code(), timeZone, "");
    }

    /** The form as it stands before anything is changed. */
    public static ProfileForm of(Profile profile) {
        return new ProfileForm(
                profile.legalName(),
                orEmpty(profile.mpnId()),
                profile.addressLine1(),
                orEmpty(profile.addressLine2()),
                profile.city(),
                orEmpty(profile.stateOrProvince()),
                orEmpty(profile.postalCode()),
                orEmpty(profile.phone()),
                orEmpty(profile.supportEmail()),
                orEmpty(profile.supportPhone()),
                orEmpty(profile.supportWebsite()),
                orEmpty(profile.email()),
                profile.language().code(),
                profile.timeZone(),
                String.valueOf(profile.profileVersion()));
    }

    /** What was sent. */
    public static ProfileForm from(Form form) {
        return new ProfileForm(
                form.line("legal-name"),
                form.line("mpn-id"),
                form.line("address-line1"),
                form.line("address-line2"),
                form.line("city"),
                form.line("state-or-province"),
                form.line("postal-code"),
                form.line("phone"),
                form.line("support-email"),
                form.line("support-phone"),
                form.line("support-website"),
                form.line("notification-email"),
                form.line("language"),
                form.line("time-zone"),
                form.line("version"));
    }

    /** What needs another look at an organization of a country. */
    public FormErrors errors(String country) {
        FormErrors errors = new FormErrors();
        errors.required("legal-name", legalName, 200);
        if (errors.required("mpn-id", mpnId, 20) && !mpnId.matches(MPN_ID)) {
            errors.add("mpn-id", "error.mpn-id");
        }
        errors.required("address-line1", addressLine1, 200);
        errors.text("address-line2", addressLine2, 200);
        errors.required("city", city, 100);
        AddressRule.of(country).check(errors, stateOrProvince, postalCode);
        errors.phone("phone", phone);
        checkContacts(errors);
        if (Language.of(language).isEmpty()) {
            errors.add("language", "error.language");
        }
        if (!TimeZones.known(timeZone)) {
            errors.add("time-zone", "error.time-zone");
        }
        return errors;
    }

    private void checkContacts(FormErrors errors) {
        errors.required("support-email", supportEmail, 254);
        errors.email("support-email", supportEmail);
        errors.phone("support-phone", supportPhone);
        errors.website("support-website", supportWebsite);
        errors.required("notification-email", notificationEmail, 254);
        errors.email("notification-email", notificationEmail);
    }

    /** The profile it describes; call only when nothing needs another look. */
    public Profile profile(UUID id, String country) {
        AddressRule rule = AddressRule.of(country);
        return new Profile(
                id,
                country,
                legalName,
                mpnId,
                addressLine1,
                orNull(addressLine2),
                city,
                orNull(rule.state(stateOrProvince)),
                orNull(rule.postalCode(postalCode)),
                orNull(phone),
                FormErrors.asciiEmail(notificationEmail),
                FormErrors.asciiEmail(supportEmail),
                orNull(supportPhone),
                orNull(supportWebsite),
                Language.of(language).orElseThrow(),
                timeZone,
                drawnFrom());
    }

    /** The version it was drawn from; -1 when it says none. */
    public int drawnFrom() {
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    /** The same input over a newer state. */
    public ProfileForm over(int newer) {
        return new ProfileForm(
                legalName,
                mpnId,
                addressLine1,
                addressLine2,
                city,
                stateOrProvince,
                postalCode,
                phone,
                supportEmail,
                supportPhone,
                supportWebsite,
                notificationEmail,
                language,
                timeZone,
                String.valueOf(newer));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
