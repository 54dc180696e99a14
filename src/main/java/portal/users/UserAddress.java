package portal.users;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import portal.organizations.CustomerId;
import portal.platform.database.Coded;
import portal.platform.web.Form;
import portal.platform.web.Query;
import portal.platform.web.Request;

/**
 * What the address of a list of users says, and the addresses beside it. What cannot be read counts as not said.
 *
 * @param path of the list
 * @param search empty for none
 * @param state empty for all who are not deleted
 * @param licence a product; empty for any
 * @param after the place above the page
 * @param before the place below the page
 */
public record UserAddress(
        String path,
        String search,
        Optional<UserState> state,
        Optional<UUID> licence,
        Optional<UserPosition> after,
        Optional<UserPosition> before) {
    /** Longest search. */
    public static final int LONGEST = 100;

    /** Of the page that is asked for. */
    static UserAddress from(Request request, String path) {
        return new UserAddress(
                path,
                Query.printable(request.query("q").orElse(""), LONGEST),
                request.query("state").flatMap(code -> Coded.of(UserState.values(), code)),
                request.queryId("licence"),
                request.query("after").flatMap(UserPosition::of),
                request.query("before").flatMap(UserPosition::of));
    }

    /** Of the list a form was sent from. */
    static UserAddress from(Form form, String path) {
        Function<String, Optional<String>> sent =
                name -> Optional.of(form.line(name)).filter(value -> !value.isEmpty());
        return new UserAddress(
                path,
                Query.printable(form.line("q"), LONGEST),
                sent.apply("state").flatMap(code -> Coded.of(UserState.values(), code)),
                sent.apply("licence").flatMap(UserForm::id),
                Optional.empty(),
                Optional.empty());
    }

    UserFilter filter(CustomerId customer) {
        return new UserFilter(customer, state, licence);
    }

    /** Whether it is a page behind the first. */
    boolean deep() {
        return after.isPresent() || before.isPresent();
    }

    /** Whether the list may leave users out. */
    public boolean narrowed() {
        return !search.isEmpty() || state.isPresent() || licence.isPresent();
    }

    /** The first page. */
    public String first() {
        return path + query("", null);
    }

    String after(UserPosition place) {
        return path + query("after", place);
    }

    String before(UserPosition place) {
        return path + query("before", place);
    }

    /** What the list shows, all of it, as a file. */
    public String csv() {
        return path + ".csv" + query("", null);
    }

    private String query(String position, UserPosition place) {
        return new Query()
                .say("q", search)
                .say("state", state)
                .say("licence", licence)
                .say(position, place == null ? null : place.text())
                .behind("");
    }
}
