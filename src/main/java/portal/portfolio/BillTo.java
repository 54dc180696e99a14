package portal.portfolio;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.organizations.PostalAddress;
import portal.platform.texts.Texts;

/**
 * To whom a partner makes out its bills for a customer.
 *
 * @param addressLine2 empty for none, as are state or province and postal code
 * @param version {@link Billing#NONE} while it is the customer's own name and address
 */
public record BillTo(
        String name,
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String country,
        int version) {

    /** A name and address as they stand, like the customer's own. */
    public static BillTo of(String legalName, PostalAddress address) {
        return new BillTo(
                legalName,
                address.addressLine1(),
                orEmpty(address.addressLine2()),
                address.city(),
                orEmpty(address.stateOrProvince()),
                orEmpty(address.postalCode()),
                address.country(),
                Billing.NONE);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    /** The lines of an envelope. */
    public List<String> lines(Texts texts) {
        String place = (postalCode + " " + city).strip();
        return Stream.of(name, addressLine1, addressLine2, place, stateOrProvince, texts.country(country))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Name and address in one line, for the log, with the country's code. */
    String line() {
        return Stream.of(name, addressLine1, addressLine2, postalCode, city, stateOrProvince, country)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it says the same, whatever the version. */
    boolean says(BillTo other) {
        return line().equals(other.line());
    }
}
