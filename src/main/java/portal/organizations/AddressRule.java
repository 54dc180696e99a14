package portal.organizations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portal.platform.web.FormErrors;

/**
 * How addresses of a country are written, from {@code addresses/countries.csv}. What is not known of a country is not
 * checked.
 *
 * @param postalCode null where any will do, and none
 * @param example of a postal code
 * @param stateNeeded whether an address is not complete without a state
 * @param states their abbreviations; empty where any name will do
 */
record AddressRule(String country, Pattern postalCode, String example, boolean stateNeeded, List<String> states) {
    private static final String FILE = "addresses/countries.csv";
    private static final int LONGEST_STATE = 50;
    private static final int LONGEST_POSTAL_CODE = 20;
    private static final Map<String, AddressRule> RULES = read();

    /** The rule of a country; one that takes anything where none is known. */
    static AddressRule of(String country) {
        return RULES.getOrDefault(country, new AddressRule(country, null, "", false, List.of()));
    }

    /** Says what needs another look. */
    void check(FormErrors errors, String givenState, String givenPostalCode) {
        errors.text("state-or-province", givenState, LONGEST_STATE);
        errors.text("postal-code", givenPostalCode, LONGEST_POSTAL_CODE);
        if (stateNeeded && givenState.isEmpty()) {
            errors.add("state-or-province", "error.required");
        } else if (!states.isEmpty() && !states.contains(givenState.toUpperCase(Locale.ROOT))) {
            errors.add("state-or-province", "error.state", states.get(0));
        }
        if (postalCode != null
                && !postalCode.matcher(givenPostalCode.toUpperCase(Locale.ROOT)).matches()) {
            errors.add("postal-code", "error.postal-code", example);
        }
    }

    /** A state as it is kept: an abbreviation in capitals where they are known. */
    String state(String given) {
        return states.isEmpty() ? given : given.toUpperCase(Locale.ROOT);
    }

    /** A postal code as it is kept. */
    String postalCode(String given) {
        return postalCode == null ? given : given.toUpperCase(Locale.ROOT);
    }

    private static Map<String, AddressRule> read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AddressRule.class.getClassLoader().getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(AddressRule::parse)
                    .collect(Collectors.toMap(AddressRule::country, Function.identity()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static AddressRule parse(String line) {
        String[] cells = line.split(";", -1);
        Pattern pattern = cells[1].isEmpty() ? null : Pattern.compile(cells[1]);
        List<String> states = cells.length > 4 ? List.of(cells[4].split(" ")) : List.of();
        return new AddressRule(cells[0], pattern, cells[2], cells.length > 3, states);
    }
}
