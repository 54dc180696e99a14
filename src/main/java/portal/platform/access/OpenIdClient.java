package portal.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.exception.http.WithLocationAction;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.oidc.client.OidcClient;
import org.pac4j.oidc.config.OidcConfiguration;
import org.pac4j.oidc.profile.OidcProfile;
import portal.platform.Config;

/**
 * Sign-in with any OpenID provider by pac4j: code flow with PKCE and nonce. It keeps nothing between leaving and coming
 * back; the {@link Attempt} does, wherever the caller stores it. Discovery happens at the first sign-in, not at start.
 */
public final class OpenIdClient {
    private static final int TIMEOUT = 3_000;
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** Providers also offer ways for which the portal would need a key of its own. */
    private static final Set<ClientAuthenticationMethod> WITH_SECRET =
            Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);

    private final Config.OpenId config;
    private final OidcClient client;
    private final ProviderPulse pulse;
    private LogoutTokenValidator logoutValidator;

    /** What must be remembered until the person comes back from the provider. */
    public record Attempt(String state, String nonce, String codeVerifier) {}

    /** Where to send the browser, and what to remember. */
    public record Departure(URI location, Attempt attempt) {}

    /**
     * Which sessions ended at the provider.
     *
     * @param subject whose; null when only the session is named
     * @param session the provider's session; null for all of that person
     * @param saidAt what began later goes on, so that nobody can use the message a second time
     */
    public record EndedSession(String issuer, String subject, String session, Instant saidAt) {}

    /** A client that is called back at the address. */
    public OpenIdClient(Config.OpenId config, URI callback) {
        this.config = config;
        OidcConfiguration oidc = new OidcConfiguration();
        oidc.setClientId(config.clientId());
        oidc.setSecret(config.clientSecret());
        oidc.setSupportedClientAuthenticationMethods(WITH_SECRET);
        oidc.setDiscoveryURI(config.discovery().toString());
        oidc.setScope(config.scope());
        oidc.setResponseType("code");
        oidc.setResponseMode("query");
        oidc.setUseNonce(true);
        oidc.setWithState(true);
        oidc.setConnectTimeout(TIMEOUT);
        oidc.setReadTimeout(TIMEOUT);
        oidc.setExpireSessionWithToken(false);
        oidc.setCallUserInfoEndpoint(false);
        oidc.setOpMetadataResolver(new ProviderMetadata(oidc));
        pulse = new ProviderPulse(config.discovery());
        client = new OidcClient(oidc);
        client.setCallbackUrl(callback.toString());
        client.setCallbackUrlResolver(new org.pac4j.core.http.callback.NoParameterCallbackUrlResolver());
        client.setMaxAttempts(Integer.MAX_VALUE);
        client.setMinTimeIntervalBetweenAttemptsInMilliseconds(1_000);
    }

    /**
     * Starts a sign-in.
     *
     * @param chooseAccount whether the provider shall ask which account, even if it knows one
     * @throws SignInException when the provider cannot be reached
     */
    public Departure depart(boolean chooseAccount) {
        if (!pulse.answers()) {
            throw new SignInException("the provider does not answer", null);
        }
        AttemptStore store = new AttemptStore();
        try {
            client.init();
            WithLocationAction action = (WithLocationAction) client.getRedirectionAction(context(Map.of(), store))
                    .orElseThrow(() -> new IllegalStateException("no address to go to"));
            String location = action.getLocation() + (chooseAccount ? "&prompt=select_account" : "");
            return new Departure(
                    URI.create(location),
                    new Attempt(
                            store.text(client.getStateSessionAttributeName()),
                            store.text(client.getNonceSessionAttributeName()),
                            store.text(client.getCodeVerifierSessionAttributeName())));
        } catch (RuntimeException exception) {
            throw new SignInException("cannot start a sign-in", exception);
        }
    }

    /**
     * Finishes a sign-in: exchanges the code and checks state, verifier, nonce, signature, issuer, audience and times.
     *
     * @throws SignInException when any of that fails, or the provider cannot be reached
     */
    public Identity arrive(Map<String, String> answer, Attempt attempt) {
        if (!pulse.answers()) {
            throw new SignInException("the provider does not answer", null);
        }
        AttemptStore store = new AttemptStore();
        store.set(null, client.getStateSessionAttributeName(), new com.nimbusds.oauth2.sdk.id.State(attempt.state()));
        store.set(null, client.getNonceSessionAttributeName(), attempt.nonce());
        store.set(
                null,
                client.getCodeVerifierSessionAttributeName(),
                new com.nimbusds.oauth2.sdk.pkce.CodeVerifier(attempt.codeVerifier()));
        CallContext context = context(answer, store);
        try {
            client.init();
            Credentials credentials = client.getCredentials(context)
                    .flatMap(given -> client.validateCredentials(context, given))
                    .orElseThrow(() -> new IllegalStateException("no credentials"));
            UserProfile profile = client.getUserProfile(context, credentials)
                    .orElseThrow(() -> new IllegalStateException("no profile"));
            return identity((OidcProfile) profile);
        } catch (RuntimeException exception) {
            throw new SignInException("the provider's answer was refused", exception);
        }
    }

    /** Where to send the browser so that the provider ends its own session too; empty when it offers no such page or is away. */
    public Optional<URI> departure(String idToken, URI returnTo) {
        if (!pulse.answers()) {
            return Optional.empty();
        }
        try {
            client.init();
            OidcProfile profile = new OidcProfile();
            profile.setIdTokenString(idToken);
            return client.getLogoutAction(context(Map.of(), new AttemptStore()), profile, returnTo.toString())
                    .map(action -> URI.create(((WithLocationAction) action).getLocation()));
        } catch (RuntimeException away) {
            return Optional.empty();
        }
    }

    /**
     * Reads what the provider says when it ends a session (OpenID Connect Back-Channel Logout 1.0, section 2.6).
     *
     * @throws SignInException when the provider did not say it, or not to this portal
     */
    public EndedSession ended(String logoutToken) {
        try {
            client.init();
            LogoutTokenClaimsSet claims = logoutValidator().validate(SignedJWT.parse(logoutToken));
            return new EndedSession(
                    claims.getIssuer().getValue(),
                    claims.getSubject() == null ? null : claims.getSubject().getValue(),
                    claims.getSessionID() == null ? null : claims.getSessionID().getValue(),
                    claims.getIssueTime().toInstant());
        } catch (ParseException | BadJOSEException | JOSEException | MalformedURLException | RuntimeException refused) {
            throw new SignInException("a logout token was refused", refused);
        }
    }

    private synchronized LogoutTokenValidator logoutValidator() throws MalformedURLException {
        if (logoutValidator == null) {
            OIDCProviderMetadata provider =
                    client.getConfiguration().getOpMetadataResolver().load();
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            provider.getJWKSetURI().toURL(), new DefaultResourceRetriever(TIMEOUT, TIMEOUT))
                    .build();
            logoutValidator = new LogoutTokenValidator(
                    provider.getIssuer(),
                    new ClientID(config.clientId()),
                    false,
                    new JWSVerificationKeySelector<>(SIGNATURES, keys),
                    null);
        }
        return logoutValidator;
    }

    private Identity identity(OidcProfile profile) {
        Config.Claims claims = config.claims();
        UUID tenant = UUID.fromString(required(profile, claims.tenant()));
        return new Identity(
                profile.getIssuer(),
                profile.getId(),
                tenant,
                Optional.ofNullable(text(profile, claims.name())).orElse(profile.getUsername()),
                text(profile, claims.email()),
                text(profile, claims.phone()),
                domain(profile),
                roles(profile.getAttribute(claims.roles()), tenant),
                text(profile, "sid"),
                profile.getIdTokenString());
    }

    private String domain(OidcProfile profile) {
        String address = text(profile, config.claims().domain());
        boolean unverified =
                config.claims().domain().equals("email") && !Boolean.TRUE.equals(profile.getEmailVerified());
        boolean domain = address != null && !unverified && address.indexOf('@') > 0;
        return domain ? address.substring(address.lastIndexOf('@') + 1) : null;
    }

    /** A tenant's admins give out the roles there as they like, so that of the operator counts in the operator's alone. */
    private Set<Role> roles(Object claim, UUID tenant) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Collection<?> values =
                claim instanceof Collection<?> several ? several : claim == null ? List.of() : List.of(claim);
        for (Object value : values) {
            Optional.ofNullable(config.roleValues().get(String.valueOf(value))).ifPresent(roles::add);
        }
        if (!config.operatorTenants().contains(tenant)) {
            roles.remove(Role.OPERATOR);
        }
        return roles;
    }

    private static String required(OidcProfile profile, String claim) {
        String value = text(profile, claim);
        if (value == null) {
            throw new IllegalStateException("the ID token has no claim " + claim);
        }
        return value;
    }

    private static String text(OidcProfile profile, String claim) {
        Object value = profile.getAttribute(claim);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private CallContext context(Map<String, String> parameters, AttemptStore store) {
        return new CallContext(new CallbackContext(parameters, client.getCallbackUrl()), store);
    }
}
