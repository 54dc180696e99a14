package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.URI;

/** Sends a browser on with a GET, also after it sent a form. */
final class Redirect {
    private Redirect() {}

    static HTTPResponse to(URI address) {
        HTTPResponse response = new HTTPResponse(303);
        response.setLocation(address);
        response.setCacheControl("no-store");
        return response;
    }
}
