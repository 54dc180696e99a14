package portal.demo;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.util.Optional;

/** What the provider demands of a request beyond its form. */
final class SignInRules {
    private SignInRules() {}

    static Optional<ErrorObject> fault(AuthenticationRequest request) {
        if (request.specifiesRequestObject()) {
            return Optional.of(OAuth2Error.REQUEST_NOT_SUPPORTED);
        }
        if (!ResponseType.CODE.equals(request.getResponseType())) {
            return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
        }
        if (request.getResponseMode() != null && !ResponseMode.QUERY.equals(request.getResponseMode())) {
            return invalid("Only response_mode=query is supported");
        }
        if (request.getNonce() == null) {
            return invalid("The nonce is missing");
        }
        if (request.getCodeChallenge() == null || !CodeChallengeMethod.S256.equals(request.getCodeChallengeMethod())) {
            return invalid("A code_challenge with code_challenge_method=S256 is required");
        }
        return silent(request.getPrompt()) ? Optional.of(OIDCError.LOGIN_REQUIRED) : Optional.empty();
    }

    private static boolean silent(Prompt prompt) {
        return prompt != null && prompt.contains(Prompt.Type.NONE);
    }

    private static Optional<ErrorObject> invalid(String description) {
        return Optional.of(OAuth2Error.INVALID_REQUEST.setDescription(description));
    }
}
