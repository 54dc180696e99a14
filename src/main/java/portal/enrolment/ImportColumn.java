package portal.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import portal.platform.database.Coded;

/**
 * A column of the file, found by the name in its first line: {@code partner-tenant-id}, also written with spaces,
 * underscores or capitals. Named to people by the text {@code imports.column.<code>}.
 */
public enum ImportColumn implements Coded {
    PARTNER_TENANT_ID,
    PORTAL,
    CUSTOMER_TENANT_ID,
    CUSTOMER_NAME,
    DOMAIN,
    COUNTRY,
    DAP;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    /** The first line of a file. */
    public static String names() {
        return Arrays.stream(values()).map(ImportColumn::code).collect(Collectors.joining(";"));
    }

    /** Where each column stands in a first line; those that are missing are left out. */
    static Map<ImportColumn, Integer> places(List<String> header) {
        List<String> names = header.stream()
                .map(name ->
                        BETWEEN_WORDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-"))
                .toList();
        Map<ImportColumn, Integer> places = new TreeMap<>();
        Arrays.stream(values())
                .filter(column -> names.contains(column.code()))
                .forEach(column -> places.put(column, names.indexOf(column.code())));
        return places;
    }
}
