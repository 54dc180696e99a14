package portal.users;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.organizations.CustomerId;
import portal.organizations.Organizations;
import portal.platform.texts.Language;
import portal.portfolio.SortKeys;
import portal.portfolio.Tokens;

/** Writes new users, one or some hundred at a time, with the words they are found by, their licences and their outbox rows. */
final class Newcomers {
    private final Changes changes;

    Newcomers(Changes changes) {
        this.changes = changes;
    }

    /**
     * Adds users whose sign-in names are free.
     *
     * @param password for their first sign-in; empty when they get one later
     */
    List<NewUser.Arrived> add(
            Handle handle, Mandate mandate, List<NewUser> users, Optional<String> password, Instant now) {
        CustomerId customer = mandate.customer();
        Language language = language(handle, customer);
        List<byte[]> keys = users.stream()
                .map(user -> SortKeys.of(language, user.displayName()))
                .toList();
        handle.attach(UserDao.class)
                .insert(customer, users, keys, mandate.person(), changes.connected() && password.isEmpty(), now);
        index(handle, customer, users);
        changes.created(handle, users.stream().map(NewUser::id).toList(), password, mandate.person(), now);
        return users.stream()
                .map(user -> new NewUser.Arrived(user, licences(handle, mandate, user, now)))
                .toList();
    }

    /** The language a customer's users are sorted in. */
    static Language language(Handle handle, CustomerId customer) {
        return Organizations.find(handle, customer.value()).orElseThrow().language();
    }

    private static void index(Handle handle, CustomerId customer, List<NewUser> users) {
        List<String> tokens = new ArrayList<>();
        List<UUID> owners = new ArrayList<>();
        for (NewUser user : users) {
            for (String token : tokens(user.displayName(), user.firstName(), user.lastName(), user.signInName())) {
                tokens.add(token);
                owners.add(user.id());
            }
        }
        handle.attach(UserDao.class).insertTokens(customer, tokens, owners);
    }

    /** Words of all names; of the sign-in name only what stands before the @, because the rest is everybody's. */
    static Set<String> tokens(String displayName, String firstName, String lastName, String signInName) {
        String mailbox = signInName.substring(0, signInName.indexOf('@'));
        return Tokens.words(mailbox + " " + displayName + " " + firstName + " " + lastName);
    }

    private static List<UUID> licences(Handle handle, Mandate mandate, NewUser user, Instant now) {
        return user.licences().stream()
                .sorted()
                .filter(product -> Licences.assign(handle, mandate, user.id(), product, now) == Outcome.NO_SEAT)
                .toList();
    }
}
