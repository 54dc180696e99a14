package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** One address of the demo's OpenID provider. */
interface Endpoint {
    HTTPResponse answer(HTTPRequest request);
}
