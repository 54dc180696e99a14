package portal.users;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portal.platform.texts.Language;
import portal.platform.texts.Texts;
import portal.platform.web.CsvRows;
import portal.platform.web.FormErrors;
import portal.subscriptions.SeatPool;

/** Reads the lines of one file with users: which column stands where, and what may stand in each. */
final class UserLine {
    /** Between the licences of one user. */
    static final String PARTED = " | ";

    private final Map<UserColumn, Integer> places;
    private final String domain;
    private final String country;
    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> skus = new HashMap<>();

    /**
     * For one customer.
     *
     * @param country where nothing is written
     */
    UserLine(
            Map<UserColumn, Integer> places,
            String domain,
            String country,
            List<String> countries,
            List<SeatPool> pools) {
        this.places = places;
        this.domain = domain;
        this.country = country;
        for (String code : countries) {
            this.countries.put(plain(code), code);
            Stream.of(Language.values())
                    .forEach(language ->
                            this.countries.put(plain(Texts.in(language).country(code)), code));
        }
        for (SeatPool pool : pools) {
            skus.put(plain(pool.sku()), pool.sku());
            skus.put(plain(pool.productName()), pool.sku());
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }

    /** One line; empty when it has no cell with anything in it. */
    Optional<BatchRow> read(CsvRows.Row line) {
        if (line.cells().stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        String first = cell(line, UserColumn.FIRST_NAME);
        String last = cell(line, UserColumn.LAST_NAME);
        String display = cell(line, UserColumn.DISPLAY_NAME);
        String name = SignInName.plain(cell(line, UserColumn.SIGN_IN_NAME));
        String place = cell(line, UserColumn.COUNTRY);
        String wanted = cell(line, UserColumn.LICENCES);
        String code = place.isEmpty() ? country : countries.get(plain(place));
        Optional<String> licences = licences(wanted);
        String shown = display.isEmpty() ? (first + " " + last).strip() : display;
        return Optional.of(BatchRow.open(
                        Math.toIntExact(line.line()),
                        null,
                        cut(name, 254),
                        cut(first, 64),
                        cut(last, 64),
                        cut(shown, 200),
                        cut(code == null ? place : code, 100),
                        cut(licences.orElse(wanted), 500),
                        unreadable(line) ? RowProblem.UNREADABLE : name(name))
                .with(wrong(first, 64) ? RowProblem.FIRST_NAME : null)
                .with(wrong(last, 64) ? RowProblem.LAST_NAME : null)
                .with(wrong(shown, 200) ? RowProblem.DISPLAY_NAME : null)
                .with(code == null ? RowProblem.COUNTRY : null)
                .with(licences.isEmpty() ? RowProblem.LICENCE : null));
    }

    private String cell(CsvRows.Row line, UserColumn column) {
        int place = places.getOrDefault(column, Integer.MAX_VALUE);
        return place < line.cells().size() ? line.cells().get(place) : "";
    }

    private static boolean unreadable(CsvRows.Row line) {
        return line.cells().stream().anyMatch(cell -> cell.indexOf(CsvRows.UNREADABLE) >= 0);
    }

    private RowProblem name(String name) {
        if (!SignInName.isMailbox(SignInName.mailbox(name))) {
            return RowProblem.SIGN_IN_NAME;
        }
        return SignInName.domain(name).equals(domain) ? null : RowProblem.OTHER_DOMAIN;
    }

    private static boolean wrong(String value, int longest) {
        return !new FormErrors().required("value", value, longest);
    }

    /** The SKUs; empty when one is not among the customer's products. */
    private Optional<String> licences(String written) {
        List<String> found = Arrays.stream(written.split("[|;]"))
                .map(UserLine::plain)
                .filter(part -> !part.isEmpty())
                .map(part -> skus.getOrDefault(part, ""))
                .distinct()
                .toList();
        return found.contains("")
                ? Optional.empty()
                : Optional.of(found.stream().collect(Collectors.joining(PARTED)));
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
