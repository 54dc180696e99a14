package portal.demo;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser sent, in the query of a GET or the form of a POST. */
final class Parameters {
    private Parameters() {}

    static Map<String, List<String>> of(HTTPRequest request) {
        try {
            return request.getMethod() == HTTPRequest.Method.POST
                    ? request.getBodyAsFormParameters()
                    : request.getQueryStringParameters();
        } catch (ParseException notAForm) {
            return Map.of();
        }
    }

    /** The value of a parameter that is there exactly once, otherwise an empty text. */
    static String only(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    static Optional<URI> address(Map<String, List<String>> parameters, String name) {
        try {
            return Optional.of(new URI(only(parameters, name)));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
