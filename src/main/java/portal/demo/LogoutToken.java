package portal.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** What is said to a client's server about a session that ended (OpenID Connect Back-Channel Logout 1.0). */
final class LogoutToken {
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private LogoutToken() {}

    static JWTClaimsSet claims(URI issuer, String client, String subject, String session, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(subject)
                .audience(client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .claim("sid", session)
                .build();
    }
}
