package portal.demo;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;

/** Where the provider's endpoints are and what they can do, as its discovery document says it. */
final class Discovery {
    static final String DOCUMENT = "/.well-known/openid-configuration";
    static final String KEYS = "/keys";
    static final String AUTHORIZATION = "/authorize";
    static final String TOKEN = "/token";
    static final String USER_INFO = "/userinfo";
    static final String END_SESSION = "/end-session";

    private Discovery() {}

    static HTTPResponse document(URI issuer) {
        OIDCProviderMetadata metadata =
                new OIDCProviderMetadata(new Issuer(issuer), List.of(SubjectType.PUBLIC), issuer.resolve(KEYS));
        metadata.setAuthorizationEndpointURI(issuer.resolve(AUTHORIZATION));
        metadata.setTokenEndpointURI(issuer.resolve(TOKEN));
        metadata.setUserInfoEndpointURI(issuer.resolve(USER_INFO));
        metadata.setEndSessionEndpointURI(issuer.resolve(END_SESSION));
        metadata.setScopes(new Scope("openid", "profile", "email", "phone"));
        metadata.setResponseTypes(List.of(ResponseType.CODE));
        metadata.setResponseModes(List.of(ResponseMode.QUERY));
        metadata.setGrantTypes(List.of(GrantType.AUTHORIZATION_CODE));
        metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
        // as Keycloak and Entra ID say it; only the ways with a secret are there
        metadata.setTokenEndpointAuthMethods(List.of(
                ClientAuthenticationMethod.PRIVATE_KEY_JWT,
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.CLIENT_SECRET_POST));
        metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
        metadata.setSupportsAuthorizationResponseIssuerParam(true);
        metadata.setSupportsRequestURIParam(false);
        return json(metadata.toJSONObject().toJSONString());
    }

    static HTTPResponse keys(SigningKey key) {
        return json(new JWKSet(key.publicKey()).toString());
    }

    private static HTTPResponse json(String text) {
        HTTPResponse response = new HTTPResponse(HTTPResponse.SC_OK);
        response.setEntityContentType(ContentType.APPLICATION_JSON);
        response.setBody(text);
        return response;
    }
}
