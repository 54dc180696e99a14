package portal.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import portal.demo.DemoPeople.Person;

class DemoProviderTest {
    private static final Path KEY_FILE = Path.of("target", "demo-provider", "key.json");

    private DemoProvider provider;
    private OIDCProviderMetadata metadata;
    private ProviderSession session;

    @BeforeEach
    void startProvider() throws Exception {
        DemoProvider.Client client = new DemoProvider.Client(
                "portal",
                "s3cret of the portal",
                List.of(ProviderSession.CALLBACK),
                List.of(URI.create("http://localhost:8080/signed-out")));
        provider = DemoProvider.start(0, KEY_FILE, client, DemoPeople.people());
        metadata = OIDCProviderMetadata.resolve(new Issuer(provider.issuer()));
        session = new ProviderSession(metadata);
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void chosenPersonIsSignedInWithAValidIdToken() throws Exception {
        IDTokenClaimsSet claims = validated(tokens("direct-global"));
        Person person = DemoPeople.person("direct-global");
        assertEquals(person.subject(), claims.getSubject().getValue());
        assertEquals(person.tenant().toString(), claims.getStringClaim("tid"));
        assertEquals("Szabó Katalin", claims.getStringClaim("name"));
        assertEquals("katalin.szabo@kek-duna.example", claims.getStringClaim("email"));
        assertEquals(List.of("GlobalAdmin"), claims.getStringListClaim("roles"));
        assertEquals("+36 1 555 0101", claims.getStringClaim("phone_number"));
        assertFalse(claims.getSessionID().getValue().isEmpty());
        assertEquals(true, claims.getBooleanClaim("email_verified"));
    }

    @Test
    void rolesAreLeftOutEmptyOrTold() throws Exception {
        assertNull(validated(tokens("norole")).getClaim("roles"));
        session = new ProviderSession(metadata);
        assertEquals(List.of(), validated(tokens("customer-a-user")).getStringListClaim("roles"));
    }

    @Test
    void answerCarriesStateAndIssuer() throws Exception {
        var answer = session.choose("operator");
        assertEquals(session.state, answer.getState());
        assertEquals(new Issuer(provider.issuer()), answer.getIssuer());
    }

    @Test
    void userInfoTellsTheSamePerson() throws Exception {
        BearerAccessToken token = tokens("reseller-admin").getBearerAccessToken();
        UserInfo userInfo = userInfo(token).toSuccessResponse().getUserInfo();
        assertEquals("Ondřej Dvořák", userInfo.getName());
        assertEquals(
                DemoPeople.person("reseller-admin").subject(),
                userInfo.getSubject().getValue());
        assertFalse(userInfo(new BearerAccessToken("made-up")).indicatesSuccess());
    }

    @Test
    void clientSecretInTheFormIsAccepted() throws Exception {
        ClientAuthentication post = new ClientSecretPost(ProviderSession.CLIENT, new Secret("s3cret of the portal"));
        AuthorizationCode code = session.code("dual-admin");
        assertTrue(session.redeem(code, post, ProviderSession.CALLBACK, session.verifier)
                .indicatesSuccess());
    }

    @Test
    void wrongVerifierIsRefused() throws Exception {
        AuthorizationCode code = session.code("direct-admin");
        assertRefused(
                "invalid_grant",
                session.redeem(code, ProviderSession.AUTHENTICATION, ProviderSession.CALLBACK, new CodeVerifier()));
        assertRefused("invalid_grant", session.redeem(code));
    }

    @Test
    void missingVerifierIsRefused() throws Exception {
        AuthorizationCode code = session.code("direct-admin");
        assertRefused(
                "invalid_grant", session.redeem(code, ProviderSession.AUTHENTICATION, ProviderSession.CALLBACK, null));
    }

    @Test
    void otherRedirectUriAtTheTokenEndpointIsRefused() throws Exception {
        AuthorizationCode code = session.code("direct-admin");
        URI other = URI.create("http://localhost:8080/callback");
        assertRefused("invalid_grant", session.redeem(code, ProviderSession.AUTHENTICATION, other, session.verifier));
    }

    @Test
    void reusedCodeIsRefused() throws Exception {
        AuthorizationCode code = session.code("direct-admin");
        assertTrue(session.redeem(code).indicatesSuccess());
        assertRefused("invalid_grant", session.redeem(code));
    }

    @Test
    void codeOfAnotherClientIsRefused() throws Exception {
        provider.registerClient(
                new DemoProvider.Client("other", "other secret", List.of(ProviderSession.CALLBACK), List.of()));
        ClientAuthentication other = new ClientSecretBasic(new ClientID("other"), new Secret("other secret"));
        AuthorizationCode code = session.code("direct-admin");
        assertRefused("invalid_grant", session.redeem(code, other, ProviderSession.CALLBACK, session.verifier));
    }

    @Test
    void unknownClientSecretIsRefusedAndLeavesTheCodeUsable() throws Exception {
        ClientAuthentication wrong = new ClientSecretBasic(ProviderSession.CLIENT, new Secret("guessed"));
        AuthorizationCode code = session.code("direct-admin");
        assertRefused("invalid_client", session.redeem(code, wrong, ProviderSession.CALLBACK, session.verifier));
        assertTrue(session.redeem(code).indicatesSuccess());
    }

    @Test
    void missingNonceIsRefused() throws Exception {
        assertSentBack("invalid_request", session.request().nonce(null));
    }

    @Test
    void missingOrPlainChallengeIsRefused() throws Exception {
        assertSentBack("invalid_request", session.request().codeChallenge((CodeVerifier) null, null));
        assertSentBack("invalid_request", session.request().codeChallenge(session.verifier, CodeChallengeMethod.PLAIN));
    }

    @Test
    void wrongRedirectUriIsRefusedOnAPageOfItsOwn() throws Exception {
        for (String address : List.of("http://localhost:8080/callback", "http://evil.example/")) {
            assertRefusalPage(session.request()
                    .redirectionURI(URI.create(address))
                    .build()
                    .toURI());
        }
        assertRefusalPage(metadata.getAuthorizationEndpointURI());
    }

    @Test
    void unknownClientIsRefusedOnAPageOfItsOwn() throws Exception {
        String request = session.request().build().toURI().toString();
        assertRefusalPage(URI.create(request.replace("client_id=portal", "client_id=nobody")));
        assertRefusalPage(URI.create(request + "&client_id=portal"));
    }

    @Test
    void redirectUriRegisteredLaterIsAccepted() throws Exception {
        URI later = URI.create("http://localhost:9090/callback");
        provider.registerClient(new DemoProvider.Client("portal", "s3cret of the portal", List.of(later), List.of()));
        assertEquals(
                200,
                ProviderSession.get(
                                session.request().redirectionURI(later).build().toURI())
                        .statusCode());
    }

    @Test
    void personAddedWhileRunningCanSignIn() throws Exception {
        Person added = new Person(
                "added",
                "c0ffee00-0000-4000-8000-000000000001",
                DemoPeople.person("direct-admin").tenant(),
                "Új Ember",
                "uj.ember@kek-duna.example",
                null,
                List.of("AdminAgent"));
        provider.add(added);
        assertEquals("Új Ember", validated(tokens("added")).getStringClaim("name"));
    }

    @Test
    void signOutReturnsWithTheStateToARegisteredAddressOnly() throws Exception {
        String idToken = tokens("direct-admin").getIDTokenString();
        String known = "?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fsigned-out&state=a%26b";
        HttpResponse<String> answer = endSession(known + "&id_token_hint=" + idToken);
        assertEquals(
                "http://localhost:8080/signed-out?state=a%26b",
                answer.headers().firstValue("Location").orElseThrow());
        assertEquals(400, endSession(known).statusCode());
        assertEquals(400, endSession(known + "&id_token_hint=" + idToken + "x").statusCode());
        String unknown = "?post_logout_redirect_uri=http%3A%2F%2Fevil.example%2F&id_token_hint=" + idToken;
        assertEquals(400, endSession(unknown).statusCode());
        assertEquals(200, endSession("").statusCode());
    }

    @Test
    void keyIsKeptOverARestart() throws Exception {
        String before = ProviderSession.get(metadata.getJWKSetURI()).body();
        assertFalse(before.contains("\"d\""), before);
        assertTrue(Files.readString(KEY_FILE).contains("\"d\""));
        stopProvider();
        startProvider();
        assertEquals(before, ProviderSession.get(metadata.getJWKSetURI()).body());
    }

    private OIDCTokens tokens(String person) throws Exception {
        TokenResponse answer = session.redeem(session.code(person));
        return (OIDCTokens) answer.toSuccessResponse().getTokens();
    }

    private IDTokenClaimsSet validated(OIDCTokens tokens) throws Exception {
        return new IDTokenValidator(
                        metadata.getIssuer(),
                        ProviderSession.CLIENT,
                        JWSAlgorithm.RS256,
                        metadata.getJWKSetURI().toURL())
                .validate(tokens.getIDToken(), session.nonce);
    }

    private UserInfoResponse userInfo(BearerAccessToken token) throws Exception {
        return UserInfoResponse.parse(new UserInfoRequest(metadata.getUserInfoEndpointURI(), token)
                .toHTTPRequest()
                .send());
    }

    private HttpResponse<String> endSession(String query) throws Exception {
        return ProviderSession.get(URI.create(metadata.getEndSessionEndpointURI() + query));
    }

    private static void assertRefused(String code, TokenResponse answer) {
        assertEquals(code, answer.toErrorResponse().getErrorObject().getCode());
    }

    private void assertSentBack(String code, AuthenticationRequest.Builder request) throws Exception {
        var answer =
                ProviderSession.redirect(ProviderSession.get(request.build().toURI()));
        assertEquals(code, answer.toErrorResponse().getErrorObject().getCode());
        assertEquals(session.state, answer.getState());
    }

    private static void assertRefusalPage(URI address) throws Exception {
        HttpResponse<String> answer = ProviderSession.get(address);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").isEmpty());
        assertTrue(answer.body().contains("not registered"));
    }
}
