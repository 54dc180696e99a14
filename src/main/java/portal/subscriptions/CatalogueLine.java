package portal.subscriptions;

import java.util.Map;
import java.util.regex.Pattern;
import portal.platform.web.FormErrors;

/**
 * One line of a catalogue file, by the names of its columns.
 *
 * @param number of the line in the file, the heading being the first
 */
record CatalogueLine(long number, Map<String, String> cells) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SEATS = 1_000_000;

    /** A cell; empty when it is missing. */
    String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    String sku() {
        return cell("sku");
    }

    String product() {
        return cell("product");
    }

    String offer() {
        return cell("offer");
    }

    ProductKind kind() {
        return coded(ProductKind.values(), cell("kind"));
    }

    Term term() {
        return coded(Term.values(), cell("term"));
    }

    Billing billing() {
        return coded(Billing.values(), cell("billing"));
    }

    boolean available() {
        return cell("available").equals("yes");
    }

    int leastSeats() {
        return seats("least-seats", 1);
    }

    int mostSeats() {
        return seats("most-seats", 10_000);
    }

    /** A number of seats, or what an empty cell stands for; 0 when it is none. */
    private int seats(String column, int otherwise) {
        if (cell(column).isEmpty()) {
            return otherwise;
        }
        return cell(column).matches("[0-9]{1,7}") ? Integer.parseInt(cell(column)) : 0;
    }

    private static <E extends portal.platform.database.Coded> E coded(E[] values, String code) {
        for (E value : values) {
            if (value.code().equals(code)) {
                return value;
            }
        }
        return null;
    }

    /** The column that needs another look, and why. */
    record Problem(String column, String reason) {}

    /** What needs another look first; null for nothing. The reason is the end of {@code catalogue.problem.…}. */
    Problem problem() {
        if (!CODE.matcher(sku()).matches()) {
            return new Problem("sku", "code");
        }
        if (!new FormErrors().required("product", product(), LONGEST_NAME)) {
            return new Problem("product", "name");
        }
        if (kind() == null) {
            return new Problem("kind", "kind");
        }
        if (!CODE.matcher(offer()).matches()) {
            return new Problem("offer", "code");
        }
        if (!cell("available").matches("yes|no")) {
            return new Problem("available", "available");
        }
        return kind() == ProductKind.USAGE ? usageProblem() : licenceProblem();
    }

    private Problem usageProblem() {
        boolean fits = term() == Term.NONE && billing() == Billing.USAGE;
        return fits ? null : new Problem("term", "usage");
    }

    private Problem licenceProblem() {
        boolean monthly = term() == Term.MONTHLY && billing() == Billing.MONTHLY;
        boolean annual = term() == Term.ANNUAL && (billing() == Billing.MONTHLY || billing() == Billing.ANNUAL);
        if (!monthly && !annual) {
            return new Problem("term", "licence");
        }
        boolean counted = leastSeats() >= 1 && mostSeats() >= leastSeats() && mostSeats() <= MOST_SEATS;
        return counted ? null : new Problem("least-seats", "seats");
    }
}
