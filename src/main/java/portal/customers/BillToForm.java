package portal.customers;

import java.util.Collection;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.portfolio.BillTo;

/**
 * To whom bills are made out, as somebody edited it.
 *
 * @param version it was drawn from
 */
public record BillToForm(
        String name,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String country,
        String version) {

    /** What was sent. */
    static BillToForm from(Form form) {
        return new BillToForm(
                form.line("bill-to-name"),
                form.line("address-line1"),
                form.line("address-line2"),
                form.line("city"),
                form.line("state-or-province"),
                form.line("postal-code"),
                form.line("country"),
                form.line("version"));
    }

    static BillToForm of(BillTo billTo) {
        return new BillToForm(
                billTo.name(),
                billTo.addressLine1(),
                billTo.addressLine2(),
                billTo.city(),
                billTo.stateOrProvince(),
                billTo.postalCode(),
                billTo.country(),
                String.valueOf(billTo.version()));
    }

    /** The same, edited knowing another version. */
    BillToForm knowing(int other) {
        return new BillToForm(
                name, addressLine1, addressLine2, city, stateOrProvince, postalCode, country, String.valueOf(other));
    }

    FormErrors errors(Collection<String> countries) {
        FormErrors errors = new FormErrors();
        errors.required("bill-to-name", name, 200);
        errors.required("address-line1", addressLine1, 200);
        errors.text("address-line2", addressLine2, 200);
        errors.required("city", city, 100);
        errors.text("state-or-province", stateOrProvince, 50);
        errors.text("postal-code", postalCode, 20);
        if (!countries.contains(country)) {
            errors.add("country", "error.bill-to.country");
        }
        return errors;
    }

    /** What it says, without errors. */
    BillTo billTo() {
        return new BillTo(
                name, addressLine1, addressLine2, city, stateOrProvince, postalCode, country, Version.of(version));
    }
}
