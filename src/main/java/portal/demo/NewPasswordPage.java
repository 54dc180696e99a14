package portal.demo;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.List;
import java.util.Map;

/** The page on which a temporary password is replaced. */
final class NewPasswordPage {
    private NewPasswordPage() {}

    static HTTPResponse of(
            String ticket, String problem, Map<String, List<String>> parameters, AuthenticationRequest request) {
        String told = problem.isEmpty()
                ? "<p>The password you were given works once. Choose your own.</p>\n"
                : "<p role=\"alert\"><strong>" + ProviderPage.content(problem) + "</strong></p>\n";
        String body = told + "<form method=\"post\" action=\"" + Discovery.AUTHORIZATION + "\">\n"
                + SignInPage.hidden(parameters)
                + "<input type=\"hidden\" name=\"" + PasswordSignIn.TICKET + "\" value=\""
                + ProviderPage.attribute(ticket) + "\">\n"
                + SignInPage.field(PasswordSignIn.NEW_PASSWORD, "New password", "password", "new-password")
                + SignInPage.field(PasswordSignIn.AGAIN, "New password again", "password", "new-password")
                + "<p><button>Save and sign in</button></p>\n</form>";
        int status = problem.isEmpty() ? 200 : 422;
        return ProviderPage.page(status, "Choose a new password", body, SignInPage.actions(request));
    }
}
