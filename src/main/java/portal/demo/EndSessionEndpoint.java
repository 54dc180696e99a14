package portal.demo;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import portal.demo.DemoProvider.Client;

/** Ends a sign-in. The provider keeps none, so what is left is to send the browser back where its client wants it. */
final class EndSessionEndpoint implements Endpoint {
    private final Registrations registrations;
    private final SigningKey key;
    private final Supplier<URI> issuer;

    EndSessionEndpoint(Registrations registrations, SigningKey key, Supplier<URI> issuer) {
        this.registrations = registrations;
        this.key = key;
        this.issuer = issuer;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) {
        try {
            LogoutRequest logout = LogoutRequest.parse(Parameters.of(request));
            return logout.getPostLogoutRedirectionURI() == null ? ProviderPage.signedOut() : sendBack(logout);
        } catch (com.nimbusds.oauth2.sdk.ParseException failure) {
            return ProviderPage.refusal("This request to sign out cannot be read.");
        }
    }

    private HTTPResponse sendBack(LogoutRequest logout) {
        return client(logout.getIDTokenHint())
                .filter(client -> client.postLogoutRedirectUris().contains(logout.getPostLogoutRedirectionURI()))
                .map(client -> Redirect.to(withState(logout)))
                .orElseGet(() -> ProviderPage.refusal("The address to return to is not registered."));
    }

    // An id token that has run out still says for whom it was made.
    private Optional<Client> client(JWT idToken) {
        try {
            if (idToken instanceof SignedJWT token
                    && key.signed(token)
                    && issuer.get().toString().equals(token.getJWTClaimsSet().getIssuer())) {
                List<String> audience = token.getJWTClaimsSet().getAudience();
                return audience.isEmpty() ? Optional.empty() : registrations.client(audience.get(0));
            }
        } catch (ParseException noClaims) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static URI withState(LogoutRequest logout) {
        URI address = logout.getPostLogoutRedirectionURI();
        if (logout.getState() == null) {
            return address;
        }
        String state = URLEncoder.encode(logout.getState().getValue(), StandardCharsets.UTF_8);
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + "state=" + state);
    }
}
