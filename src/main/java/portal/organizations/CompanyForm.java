package portal.organizations;

import java.util.UUID;
import portal.platform.access.Cloud;
import portal.platform.access.OrganizationKind;
import portal.platform.access.OrganizationState;
import portal.platform.texts.Language;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;

/**
 * How a company describes itself the first time one of its people comes (field lengths: address resource of the
 * Partner Center API).
 */
public record CompanyForm(
        String company,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String country,
        String phone,
        String domain) {

    /** An empty form. */
    public static CompanyForm empty() {
        return new CompanyForm("", "", "", "", "", "", "", "", "");
    }

    /** Filled in with what is known of a company that was imported. */
    public static CompanyForm of(Organization known) {
        String domain = known.domain() == null ? "" : known.domain();
        return new CompanyForm(known.legalName(), "", "", "", "", "", known.country(), "", domain);
    }

    /** What was sent. */
    public static CompanyForm from(Form form) {
        return new CompanyForm(
                form.line("company"),
                form.line("address-line1"),
                form.line("address-line2"),
                form.line("city"),
                form.line("state-or-province"),
                form.line("postal-code"),
                form.line("country"),
                form.line("phone"),
                form.line("domain"));
    }

    /** What needs another look. */
    public FormErrors errors(java.util.Collection<String> countries) {
        FormErrors errors = new FormErrors();
        errors.required("company", company, 200);
        errors.required("address-line1", addressLine1, 200);
        errors.text("address-line2", addressLine2, 200);
        errors.required("city", city, 100);
        errors.text("state-or-province", stateOrProvince, 50);
        errors.text("postal-code", postalCode, 20);
        if (!countries.contains(country)) {
            errors.add("country", "error.country");
        }
        errors.phone("phone", phone);
        errors.domain("domain", domain);
        return errors;
    }

    /**
     * The customer it describes.
     *
     * @param verifiedDomain the domain the OpenID provider vouched for; null when it did not
     */
    public Organization customer(UUID tenant, Cloud cloud, String verifiedDomain, Language language, String zone) {
        String host = verifiedDomain == null ? FormErrors.asciiHost(domain) : verifiedDomain;
        return new Organization(
                tenant,
                OrganizationKind.CUSTOMER,
                OrganizationState.ACTIVE,
                company,
                host,
                verifiedDomain != null,
                country,
                null,
                cloud,
                addressLine1,
                blankToNull(addressLine2),
                city,
                blankToNull(stateOrProvince),
                blankToNull(postalCode),
                blankToNull(phone),
                null,
                null,
                language,
                zone);
    }

    private static String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
