package portal.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import portal.platform.database.Coded;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of the log says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param from the first day; empty for any
 * @param to the last day; empty for any
 * @param customer tenant id, domain or name, as typed; empty for any
 * @param before the row above the page
 * @param after the row below the page
 */
public record ActivityAddress(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Action> action,
        Optional<UUID> person,
        String customer,
        Optional<String> before,
        Optional<String> after) {
    /** Longest name that is looked for. */
    public static final int LONGEST = 200;

    private static final String PATH = "/activity";

    /** Of the page that is asked for. */
    static ActivityAddress from(Request request) {
        return new ActivityAddress(
                request.query("from").flatMap(ActivityAddress::day),
                request.query("to").flatMap(ActivityAddress::day),
                request.query("action").flatMap(code -> Coded.of(Action.values(), code)),
                request.queryId("person"),
                Query.printable(request.query("customer").orElse(""), LONGEST),
                request.query("before"),
                request.query("after"));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** What is asked for, where these are the customers that may be meant. */
    ActivityFilter filter(UUID organization, Optional<List<UUID>> customers, ZoneId zone) {
        return new ActivityFilter(
                organization,
                from.map(day -> begin(day, zone)),
                to.map(day -> begin(day.plusDays(1), zone)),
                action,
                person,
                customers);
    }

    private static Instant begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return before.isPresent() || after.isPresent();
    }

    /** Whether the log may leave deeds out. */
    public boolean narrowed() {
        return from.isPresent() || to.isPresent() || action.isPresent() || person.isPresent() || !customer.isEmpty();
    }

    /** The newest deeds. */
    public String first() {
        return PATH + query(null, null);
    }

    String before(ActivityPosition row) {
        return PATH + query("before", row);
    }

    String after(ActivityPosition row) {
        return PATH + query("after", row);
    }

    /** All rows of the filter, as a file. */
    public String csv() {
        return PATH + ".csv" + query(null, null);
    }

    /** What one person did, from the log's own page. */
    public static String of(UUID person) {
        return "?person=" + person;
    }

    /** What concerns one customer. */
    public static String about(UUID customer) {
        return "?customer=" + customer;
    }

    private String query(String position, ActivityPosition row) {
        return new Query()
                .say("from", from)
                .say("to", to)
                .say("action", action)
                .say("person", person)
                .say("customer", customer)
                .say(position, row)
                .behind("");
    }
}
