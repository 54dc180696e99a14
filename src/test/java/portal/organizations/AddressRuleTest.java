package portal.organizations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import portal.platform.web.FormErrors;

class AddressRuleTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "CZ, \"\", 110 00, \"\"",
                "CZ, \"\", 11000, \"\"",
                "CZ, \"\", 1100, postal-code",
                "CZ, \"\", \"\", postal-code",
                "PL, \"\", 00-001, \"\"",
                "PL, \"\", 00 001, postal-code",
                "HU, \"\", 1011, \"\"",
                "HU, \"\", 10110, postal-code",
                "SK, \"\", 811 01, \"\"",
                "DE, \"\", 10115, \"\"",
                "AT, \"\", 1010, \"\"",
                "GB, \"\", sw1a 1aa, \"\"",
                "GB, \"\", 12345, postal-code",
                "US, WA, 98052, \"\"",
                "US, wa, 98052-6399, \"\"",
                "US, Washington, 98052, state-or-province",
                "US, \"\", 98052, state-or-province",
                "CA, QC, H2Y 3V4, \"\"",
                "CA, QC, 12345, postal-code",
                "IN, Kerala, 682001, \"\"",
                "IN, \"\", 682001, state-or-province",
                "NL, \"\", 1011 ab, \"\"",
                "IE, \"\", D02 AF30, \"\"",
                "AE, \"\", \"\", \"\"",
                "AE, Dubai, anything, \"\"",
                "ZZ, \"\", \"\", \"\"",
                "XX, \"\", x, \"\""
            })
    void addressesAreWrittenAsInTheirCountry(String country, String state, String postalCode, String wrong) {
        FormErrors errors = new FormErrors();
        AddressRule.of(country).check(errors, state, postalCode);
        assertEquals(wrong, String.join(" ", errors.problems().keySet()), country + " " + postalCode);
    }

    static Stream<AddressRule> rules() {
        return Stream.of(Locale.getISOCountries()).map(AddressRule::of).filter(rule -> rule.postalCode() != null);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exampleOfEachCountryIsRight(AddressRule rule) {
        FormErrors errors = new FormErrors();
        rule.check(
                errors, rule.states().isEmpty() ? "Some state" : rule.states().get(0), rule.example());
        assertTrue(errors.isEmpty(), rule.country());
    }

    @Test
    void abbreviationsAreKeptInCapitals() {
        assertEquals("WA", AddressRule.of("US").state("wa"));
        assertEquals("SW1A 1AA", AddressRule.of("GB").postalCode("sw1a 1aa"));
        assertEquals("Kerala", AddressRule.of("IN").state("Kerala"));
        assertEquals("abc", AddressRule.of("AE").postalCode("abc"));
    }
}
