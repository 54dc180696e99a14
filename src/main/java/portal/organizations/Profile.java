package portal.organizations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;

/**
 * What a partner says of itself and may change.
 *
 * @param country not changed here: the region of its relationships hangs on it
 * @param email where notices to the organization go
 * @param profileVersion counts changes, so that an edit of an older state is noticed
 */
public record Profile(
        UUID id,
        String country,
        String legalName,
        String mpnId,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String phone,
        String email,
        String supportEmail,
        String supportPhone,
        String supportWebsite,
        Language language,
        String timeZone,
        int profileVersion) {

    /** How its customers reach its support. */
    public SupportProfile support() {
        return new SupportProfile(supportEmail, supportPhone, supportWebsite);
    }

    /** Its values by the text key of their name, as a reader sees them. */
    public Map<String, String> values(Texts reader) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("field.legal-name", legalName);
        values.put("field.mpn-id", mpnId);
        values.put("field.address-line1", addressLine1);
        values.put("field.address-line2", addressLine2);
        values.put("field.city", city);
        values.put("field.state-or-province", stateOrProvince);
        values.put("field.postal-code", postalCode);
        values.put("field.phone", phone);
        values.put("field.support-email", supportEmail);
        values.put("field.support-phone", supportPhone);
        values.put("field.support-website", supportWebsite);
        values.put("field.notification-email", email);
        values.put("field.language", reader.text("agreements.language." + language.code()));
        values.put("field.time-zone", timeZone);
        values.replaceAll((name, value) -> value == null ? "" : value);
        return values;
    }
}
