package portal.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import portal.platform.Vault;
import portal.platform.database.Ids;

/** Somebody with a session, put into the database directly so that no OpenID provider is needed. */
record SignedIn(UUID person, String cookie, byte[] csrfSecret) {
    private static final Duration LENGTH = Duration.ofHours(12);

    /**
     * A new person with a new session.
     *
     * @param domain what the provider vouches for; null for nothing
     */
    static SignedIn as(Handle handle, Vault vault, UUID tenant, String role, String domain) {
        SignedIn person = new SignedIn(Ids.next(), vault.secret(), vault.bytes(32));
        Instant now = Instant.now();
        handle.createUpdate(
                        """
                        insert into person
                          (id, issuer, subject, tenant_id, name, email, roles, created_at,
                           last_signed_in_at)
                        values (:id, 'bench', :id, :tenant, 'Jiří Řezníček', 'jiri@bench.example', :role, :now, :now)
                        """)
                .bind("id", person.person())
                .bind("tenant", tenant)
                .bind("role", role)
                .bind("now", now)
                .execute();
        handle.createUpdate(
                        """
                        insert into session
                          (digest, person_id, tenant_id, verified_domain, roles, csrf_secret, created_at, last_seen_at,
                           ends_at)
                        values (:digest, :person, :tenant, :domain, :role, :secret, :now, :now, :end)
                        """)
                .bind("digest", Vault.digest(person.cookie()))
                .bind("person", person.person())
                .bind("tenant", tenant)
                .bind("domain", domain)
                .bind("role", role)
                .bind("secret", person.csrfSecret())
                .bind("now", now)
                .bind("end", now.plus(LENGTH))
                .execute();
        return person;
    }

    /** A token as the portal's forms carry it, with a mask of zeros. */
    String csrfToken() {
        byte[] token = new byte[64];
        System.arraycopy(csrfSecret, 0, token, 32, 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
