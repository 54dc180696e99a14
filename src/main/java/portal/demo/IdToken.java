package portal.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import portal.demo.DemoPeople.Person;

/** What a client learns about who signed in. */
final class IdToken {
    static final Duration LIFETIME = Duration.ofHours(1);

    private IdToken() {}

    static JWTClaimsSet claims(SignIn signIn, URI issuer, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(signIn.person().subject())
                .audience(signIn.request().getClientID().getValue())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("auth_time", signIn.at().getEpochSecond())
                .claim("nonce", signIn.request().getNonce().getValue())
                .claim("sid", UUID.randomUUID().toString());
        about(signIn.person()).forEach(claims::claim);
        return claims.build();
    }

    static Map<String, Object> about(Person person) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("tid", person.tenant().toString());
        claims.put("name", person.name());
        claims.put("preferred_username", person.email());
        claims.put("email", person.email());
        claims.put("email_verified", true);
        if (person.phone() != null) {
            claims.put("phone_number", person.phone());
        }
        if (person.roles() != null) {
            claims.put("roles", person.roles());
        }
        return claims;
    }
}
