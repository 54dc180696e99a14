package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import portal.demo.DemoPeople.Person;

/** Signing in with user name and password; a temporary password has to be replaced first. */
final class PasswordSignIn {
    static final String USER_NAME = "user-name";
    static final String PASSWORD = "password";
    static final String TICKET = "ticket";
    static final String NEW_PASSWORD = "new-password";
    static final String AGAIN = "new-password-again";

    private static final int SHORTEST = 12;
    private static final int MOST = 1000;

    private final Accounts accounts;
    private final ShortLived<Account> tickets;

    PasswordSignIn(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.tickets = new ShortLived<>(clock, Duration.ofMinutes(10), MOST);
    }

    /** Whether a form of this was sent. */
    static boolean sent(Map<String, List<String>> parameters) {
        return parameters.containsKey(USER_NAME) || parameters.containsKey(TICKET);
    }

    /**
     * Answers such a form.
     *
     * @param success what follows once it is known who it is
     * @param again the sign-in page, when it is not
     */
    HTTPResponse answer(
            Map<String, List<String>> parameters,
            AuthenticationRequest request,
            Function<Person, HTTPResponse> success,
            Function<String, HTTPResponse> again) {
        if (parameters.containsKey(TICKET)) {
            return changed(parameters, request, success, again);
        }
        Optional<Account> account = accounts.named(Parameters.only(parameters, USER_NAME))
                .filter(Account::active)
                .filter(found -> Passwords.matches(Parameters.only(parameters, PASSWORD), found.password()));
        if (account.isEmpty()) {
            return again.apply("The user name or the password is wrong, or the account is disabled.");
        }
        return account.get().temporary()
                ? NewPasswordPage.of(ticket(account.get()), "", parameters, request)
                : success.apply(account.get().person());
    }

    private String ticket(Account account) {
        String ticket = UUID.randomUUID().toString();
        tickets.put(ticket, account);
        return ticket;
    }

    private HTTPResponse changed(
            Map<String, List<String>> parameters,
            AuthenticationRequest request,
            Function<Person, HTTPResponse> success,
            Function<String, HTTPResponse> again) {
        // still the same password, and still active
        Optional<Account> account = tickets.take(Parameters.only(parameters, TICKET))
                .flatMap(known -> accounts.find(known.id()).filter(now -> now.equals(known)));
        if (account.isEmpty()) {
            return again.apply("This took too long. Sign in again.");
        }
        String chosen = Parameters.only(parameters, NEW_PASSWORD);
        String problem = problem(chosen, Parameters.only(parameters, AGAIN), account.get());
        if (!problem.isEmpty()) {
            return NewPasswordPage.of(ticket(account.get()), problem, parameters, request);
        }
        accounts.put(account.get().withPassword(Passwords.keep(chosen), false));
        return success.apply(account.get().person());
    }

    private static String problem(String chosen, String again, Account account) {
        if (chosen.length() < SHORTEST) {
            return "Use at least " + SHORTEST + " characters.";
        }
        if (!chosen.equals(again)) {
            return "The two are not the same.";
        }
        return Passwords.matches(chosen, account.password()) ? "Choose another one than the temporary password." : "";
    }
}
