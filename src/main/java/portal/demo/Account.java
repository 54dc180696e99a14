package portal.demo;

import java.util.List;
import java.util.UUID;
import portal.demo.DemoPeople.Person;

/**
 * Somebody who signs in with a password: a user the portal passed on.
 *
 * @param id what the provider calls the user; also the {@code sub} claim
 * @param externalId what the portal calls the user
 * @param tenant the customer's
 * @param password as {@link Passwords} keeps it; null while there is none
 * @param temporary whether the password has to be changed at the next sign-in
 */
record Account(
        String id,
        String externalId,
        UUID tenant,
        String userName,
        String givenName,
        String familyName,
        String displayName,
        String country,
        boolean active,
        String password,
        boolean temporary) {

    Account withPassword(String kept, boolean onlyOnce) {
        return new Account(
                id, externalId, tenant, userName, givenName, familyName, displayName, country, active, kept, onlyOnce);
    }

    /** A plain user of the tenant. */
    Person person() {
        return new Person(userName, id, tenant, displayName, userName, null, List.of());
    }
}
