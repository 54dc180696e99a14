package portal.users;

import java.util.Optional;
import java.util.UUID;

/**
 * Where customers' people can sign in. Every method may be called again with the same arguments and changes nothing more
 * then, because a change is passed on at least once.
 */
public interface Directory {
    /**
     * A user as the directory shall know it.
     *
     * @param id ours, under which it is found again
     * @param tenant of the customer
     * @param active whether the person may sign in
     */
    record Account(
            UUID id,
            UUID tenant,
            String signInName,
            String firstName,
            String lastName,
            String displayName,
            String country,
            boolean active) {}

    /**
     * Adds a user, or finds the one that was added before.
     *
     * @param temporaryPassword to be changed at the first sign-in; empty for none yet
     * @return what the directory calls the user
     * @throws Refused when it will not have it, however often it is asked
     * @throws Away when it may have it later
     */
    String create(Account account, Optional<String> temporaryPassword);

    /** Makes a user as the account says. */
    void update(String directoryId, Account account);

    /** Sets a password that has to be changed at the next sign-in. */
    void setTemporaryPassword(String directoryId, String password);

    /** Removes a user for good. */
    void remove(String directoryId);

    /** The directory says no; the message says why, in its own words. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** With its reason. */
        public Refused(String reason) {
            super(reason);
        }
    }

    /** The directory does not answer, or not as one that can be spoken to. */
    final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** With what was seen. */
        public Away(String reason) {
            super(reason);
        }
    }
}
