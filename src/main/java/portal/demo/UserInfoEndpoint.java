package portal.demo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.UserInfoErrorResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import portal.demo.DemoPeople.Person;

/** Tells who signed in to whoever holds the access token of that sign-in. */
final class UserInfoEndpoint implements Endpoint {
    private final ShortLived<SignIn> accessTokens;

    UserInfoEndpoint(ShortLived<SignIn> accessTokens) {
        this.accessTokens = accessTokens;
    }

    @Override
    public HTTPResponse answer(HTTPRequest request) {
        try {
            String token = UserInfoRequest.parse(request).getAccessToken().getValue();
            return accessTokens
                    .get(token)
                    .map(signIn -> success(signIn.person()))
                    .orElseGet(() -> error(BearerTokenError.INVALID_TOKEN));
        } catch (ParseException failure) {
            return error(
                    failure.getErrorObject() instanceof BearerTokenError fault
                            ? fault
                            : BearerTokenError.MISSING_TOKEN);
        }
    }

    private static HTTPResponse success(Person person) {
        UserInfo userInfo = new UserInfo(new Subject(person.subject()));
        IdToken.about(person).forEach(userInfo::setClaim);
        return new UserInfoSuccessResponse(userInfo).toHTTPResponse();
    }

    private static HTTPResponse error(BearerTokenError fault) {
        return new UserInfoErrorResponse(fault).toHTTPResponse();
    }
}
