package portal.users;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import portal.platform.web.Form;
import portal.platform.web.FormErrors;
import portal.platform.web.Refusal;
import portal.subscriptions.SeatPool;

/**
 * A user to be added.
 *
 * @param id of the user, made with the empty form, so that sending it twice adds one
 * @param signInName the part before the @
 * @param domain the part behind it
 * @param licences ids of products
 */
public record UserForm(
        String id,
        String firstName,
        String lastName,
        String displayName,
        String signInName,
        String domain,
        String country,
        List<String> licences) {
    static final int LONGEST_NAME = 64;
    static final int LONGEST_DISPLAY_NAME = 200;

    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** An empty form. */
    static UserForm empty(UUID id, String domain, String country) {
        return new UserForm(id.toString(), "", "", "", "", domain == null ? "" : domain, country, List.of());
    }

    /** What was sent. */
    static UserForm from(Form form) {
        return new UserForm(
                form.line("id"),
                form.line("first-name"),
                form.line("last-name"),
                form.line("display-name"),
                form.line("sign-in-name"),
                form.line("domain"),
                form.line("country"),
                form.all("licence"));
    }

    /** An identifier that came with a form; empty when it is none. */
    static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /**
     * An identifier that the page of the form made.
     *
     * @throws Refusal (400) when it is none
     */
    static UUID made(String text) {
        if (!text.matches(ID)) {
            throw Refusal.of(Refusal.Reason.BAD_REQUEST);
        }
        return UUID.fromString(text);
    }

    /** What needs another look. */
    FormErrors errors(List<String> domains, Collection<String> countries, List<SeatPool> pools) {
        FormErrors errors = new FormErrors();
        errors.required("first-name", firstName, LONGEST_NAME);
        errors.required("last-name", lastName, LONGEST_NAME);
        errors.text("display-name", displayName, LONGEST_DISPLAY_NAME);
        if (errors.required("sign-in-name", signInName, SignInName.LONGEST_MAILBOX)
                && !SignInName.isMailbox(SignInName.plain(signInName))) {
            errors.add("sign-in-name", "error.users.sign-in-name");
        }
        if (!domains.contains(domain)) {
            errors.add("domain", "error.users.domain");
        }
        if (!countries.contains(country)) {
            errors.add("country", "error.users.country");
        }
        Set<String> products =
                pools.stream().map(pool -> pool.productId().toString()).collect(Collectors.toSet());
        if (!products.containsAll(licences)) {
            errors.add("licence", "error.users.licence");
        }
        return errors;
    }

    /** Whether a licence of the product is ticked. */
    public boolean wants(UUID product) {
        return licences.contains(product.toString());
    }

    /** The user it describes. */
    NewUser user() {
        String shown = displayName.isEmpty() ? firstName + " " + lastName : displayName;
        Set<UUID> products = new LinkedHashSet<>();
        licences.forEach(licence -> id(licence).ifPresent(products::add));
        return new NewUser(
                made(id), SignInName.plain(signInName) + "@" + domain, firstName, lastName, shown, country, products);
    }
}
