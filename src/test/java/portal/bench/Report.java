package portal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table, one line per page and size, and a few sentences below it. */
final class Report {
    private static final String HEAD =
            """
            | customers | page | requests/s | p50 ms | p99 ms | CPU µs application | CPU µs database | × floor, application | × floor, both | rows examined | kB | kB sent |
            |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""";

    private final List<String> lines = new ArrayList<>();

    Report() {
        say(HEAD);
    }

    /**
     * Adds a page.
     *
     * @param floor measured in the same moments
     * @param rows examined per request
     * @param bytes before and after compression
     */
    void page(int customers, String name, Tally page, Tally floor, long rows, int bytes, int sent) {
        say(costs(customers, name, page, floor)
                + String.format(Locale.ROOT, " %d | %.1f | %.1f |", rows, bytes / 1e3, sent / 1e3));
    }

    /** Adds what only costs are told of: a form that was sent, or the floor. */
    void cost(int customers, String name, Tally form, Tally floor) {
        say(costs(customers, name, form, floor) + " | | |");
    }

    private static String costs(int customers, String name, Tally page, Tally floor) {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %.0f | %.1f | %.1f | %.0f | %.0f | %.2f | %.2f |",
                customers,
                name,
                page.perSecond(),
                page.milliseconds(50),
                page.milliseconds(99),
                page.application(),
                page.database(),
                page.application() / floor.application(),
                page.total() / floor.total());
    }

    /** A line, at once on the console too, because the whole takes a while. */
    void say(String line) {
        System.out.println(line);
        lines.add(line);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
