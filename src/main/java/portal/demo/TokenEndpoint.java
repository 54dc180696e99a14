package portal.demo;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import portal.demo.DemoProvider.Client;

/** Changes a code into tokens, once and only for the client that asked for it. */
final class TokenEndpoint implements Endpoint {
    private final Registrations registrations;
    private final ShortLived<SignIn> codes;
    private final ShortLived<SignIn> accessTokens;
    private final SigningKey key;
    private final Clock clock;
    private final Supplier<URI> issuer;

    TokenEndpoint(
            Registrations registrations,
            ShortLived<SignIn> codes,
            ShortLived<SignIn> accessTokens,
            SigningKey key,
            Clock clock,
            Supplier<URI> issuer) {
        this.registrations = registrations;
        this.codes = codes;
        this.accessTokens = accessTokens;
        this.key = key;
        this.clock = clock;
        this.issuer = issuer;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) {
        try {
            TokenRequest asked = TokenRequest.parse(request);
            return tokens(redeem(asked, authenticated(asked.getClientAuthentication())));
        } catch (GeneralException refusal) {
            ErrorObject fault = Optional.ofNullable(refusal.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
            return new TokenErrorResponse(fault).toHTTPResponse();
        }
    }

    private Client authenticated(ClientAuthentication authentication) throws GeneralException {
        if (authentication instanceof PlainClientSecret given) {
            Optional<Client> client = registrations
                    .client(given.getClientID().getValue())
                    .filter(known -> new Secret(known.secret()).equals(given.getClientSecret()));
            if (client.isPresent()) {
                return client.get();
            }
        }
        throw new GeneralException(OAuth2Error.INVALID_CLIENT);
    }

    private SignIn redeem(TokenRequest asked, Client client) throws GeneralException {
        if (!(asked.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant)) {
            throw new GeneralException(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
        }
        return codes.take(grant.getAuthorizationCode().getValue())
                .filter(signIn -> belongs(signIn.request(), grant, client))
                .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_GRANT));
    }

    private static boolean belongs(AuthenticationRequest request, AuthorizationCodeGrant grant, Client client) {
        return request.getClientID().getValue().equals(client.id())
                && request.getRedirectionURI().equals(grant.getRedirectionURI())
                && grant.getCodeVerifier() != null
                && request.getCodeChallenge()
                        .equals(CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier()));
    }

    private HTTPResponse tokens(SignIn signIn) {
        BearerAccessToken accessToken = new BearerAccessToken(
                IdToken.LIFETIME.toSeconds(), signIn.request().getScope());
        accessTokens.put(accessToken.getValue(), signIn);
        OIDCTokens tokens =
                new OIDCTokens(key.sign(IdToken.claims(signIn, issuer.get(), clock.instant())), accessToken, null);
        return new OIDCTokenResponse(tokens).toHTTPResponse();
    }
}
