package portal.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.database.AddressPattern;
import portal.platform.database.Database;
import portal.platform.database.Ids;
import portal.platform.database.Windows;

/**
 * One deed to be logged.
 *
 * @param person who did it; null for the portal itself
 * @param customer whom it concerns; null when not known
 * @param subject name of what it was done to; null when the customer's name says it
 * @param oldValue value before; null when there was none
 * @param newValue value afterwards; null when there is none
 * @param subjectId of what it was done to, where that shows its history; else null
 */
public record Activity(
        Action action, UUID person, UUID customer, String subject, String oldValue, String newValue, UUID subjectId) {
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_SUBJECT = 200;

    /** A deed without values. */
    public static Activity of(Action action, UUID person, UUID customer, String subject) {
        return new Activity(action, person, customer, subject, null, null, null);
    }

    /** The same deed with what changed. */
    public Activity changing(String before, String after) {
        return new Activity(action, person, customer, subject, before, after, subjectId);
    }

    /** The same deed, for the history of what it was done to. */
    public Activity about(UUID thing) {
        return new Activity(action, person, customer, subject, oldValue, newValue, thing);
    }

    /** What an organization may know of the history of one thing, the newest first. */
    public static List<ActivityPages.Row> history(Handle handle, UUID organization, UUID thing, int most) {
        return handle.attach(ActivityDao.class).about(organization, thing, most);
    }

    /** What an organization did for a customer, the newest first. */
    public static List<ActivityPages.Row> newestOf(Handle handle, UUID organization, UUID customer, int most) {
        return handle.attach(ActivityDao.class).ofCustomer(organization, customer, most);
    }

    /** Puts something else where an address stands in logs; may be repeated. */
    public static void forget(Database database, String address, String gone) {
        String pattern = AddressPattern.of(address);
        new Windows<>(database, ActivityDao.class, ActivityDao::windowEnd)
                .change(
                        (dao, after, end) -> dao.naming(pattern, after, end),
                        (dao, ids) -> dao.forget(ids, pattern, gone));
    }

    /** The same for the name of somebody of a customer to whom something was done. */
    public static void forgetNamed(Database database, UUID customer, String name, String gone) {
        new Windows<>(database, ActivityDao.class, ActivityDao::windowEnd)
                .change(
                        (dao, after, end) -> dao.withSubject(customer, name, after, end),
                        (dao, ids) -> dao.forgetSubject(ids, gone));
    }

    /** Writes the deed into the log of an organization, in the transaction of the deed. */
    public void log(Handle handle, UUID organization, Instant now) {
        log(handle, List.of(in(organization)), now);
    }

    /** The same for several deeds at once, in their order. */
    public static void log(Handle handle, List<Logged> deeds, Instant now) {
        handle.attach(ActivityDao.class)
                .insert(deeds.stream()
                        .map(logged -> logged.deed().entry(logged.organization(), now))
                        .toList());
    }

    /** A deed as it shall stand in the log of an organization. */
    public record Logged(UUID organization, Activity deed) {}

    /** This deed, for the log of an organization. */
    public Logged in(UUID organization) {
        return new Logged(organization, this);
    }

    private ActivityDao.Entry entry(UUID organization, Instant now) {
        return new ActivityDao.Entry(
                Ids.next(),
                organization,
                action,
                person,
                customer,
                shorten(subject, LONGEST_SUBJECT),
                shorten(oldValue, LONGEST_VALUE),
                shorten(newValue, LONGEST_VALUE),
                subjectId,
                now);
    }

    private static String shorten(String value, int longest) {
        boolean fits = value == null || value.codePointCount(0, value.length()) <= longest;
        return fits ? value : value.substring(0, value.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
