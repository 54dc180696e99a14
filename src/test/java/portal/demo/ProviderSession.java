package portal.demo;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One sign-in as a client and a browser see it. */
final class ProviderSession {
    static final URI CALLBACK = URI.create("http://localhost:8080/callback?client_name=portal");
    static final ClientID CLIENT = new ClientID("portal");
    static final ClientAuthentication AUTHENTICATION =
            new ClientSecretBasic(CLIENT, new Secret("s3cret of the portal"));

    final CodeVerifier verifier = new CodeVerifier();
    final Nonce nonce = new Nonce();
    final State state = new State();
    private final OIDCProviderMetadata metadata;

    ProviderSession(OIDCProviderMetadata metadata) {
        this.metadata = metadata;
    }

    AuthenticationRequest.Builder request() {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), CLIENT, CALLBACK)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256);
    }

    AuthenticationResponse choose(String person) throws IOException, InterruptedException, ParseException {
        String form =
                request().build().toQueryString() + "&person=" + URLEncoder.encode(person, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(metadata.getAuthorizationEndpointURI())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return redirect(answer);
    }

    AuthorizationCode code(String person) throws IOException, InterruptedException, ParseException {
        return choose(person).toSuccessResponse().getAuthorizationCode();
    }

    TokenResponse redeem(AuthorizationCode code) throws IOException, ParseException {
        return redeem(code, AUTHENTICATION, CALLBACK, verifier);
    }

    TokenResponse redeem(
            AuthorizationCode code, ClientAuthentication authentication, URI callback, CodeVerifier givenVerifier)
            throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, callback, givenVerifier);
        TokenRequest request = new TokenRequest.Builder(metadata.getTokenEndpointURI(), authentication, grant).build();
        return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
    }

    static AuthenticationResponse redirect(HttpResponse<String> answer) throws ParseException {
        return AuthenticationResponseParser.parse(
                URI.create(answer.headers().firstValue("Location").orElseThrow()));
    }

    static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
