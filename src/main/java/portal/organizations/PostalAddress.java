package portal.organizations;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.texts.Texts;

/**
 * Where a company is.
 *
 * @param addressLine1 empty when not known, as are the other parts, which may also be null
 */
public record PostalAddress(
        String addressLine1,
        String addressLine2,
        String city,
        String stateOrProvince,
        String postalCode,
        String country) {

    /** The address in one line. */
    public String line(Texts texts) {
        String place = Stream.of(postalCode, city)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(addressLine1, addressLine2, place, stateOrProvince, texts.country(country))
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
